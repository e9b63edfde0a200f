import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { CardId } from '#lib/core/card/card.ts';
import { isReview, type Day, type Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { packSegment, reviewAt, type Segment } from '#lib/core/review/segment.ts';
import type { Sealed } from './backup.ts';
import { IdIndex } from './id-index.ts';

/** What one log has that another one lacks. */
export interface News {
	/** Segments to be added. One that is new as a whole has its id; of the others just the new entries were packed. */
	readonly segments: readonly { readonly id?: string; readonly bytes: Uint8Array }[];
	/** How many entries are new, and how many of them are answers. */
	readonly entries: number;
	readonly answers: number;
	/** The first and the last day of the new answers; undefined without any. */
	readonly days: readonly [first: Day, last: Day] | undefined;
	/** How many entries of the other log are here already. */
	readonly known: number;
}

/** An entry's place: which segment, and which row of it; rows behind the columns are the segment's other entries. */
interface Place {
	readonly segment: number;
	readonly row: number;
}

/**
 * What a log lacks of another one. Added, it makes the log the union of both, as `merge` has it: where two different entries share an
 * id, the other log's is new only if it is the one that every device keeps.
 * @param here the log, all of it, as segments
 */
export function newsFor(here: readonly Segment[], theirs: readonly Sealed[]): News {
	const all = [...here];
	let total = 0;
	for (const segment of [...here, ...theirs.map(({ segment: other }) => other)]) total += countOf(segment);
	const index = new IdIndex(total);
	/** Where the numbered ids stand; a number is given out once an id is new. */
	const places = { segment: new Uint32Array(total), row: new Uint32Array(total), size: 0 };
	const names: (readonly CardId[])[] = [];
	const namesOf = (number: number): readonly CardId[] => (names[number] ??= writtenOut(all[number] as Segment));
	const entryAt = ({ segment: number, row }: Place): Entry => {
		const segment = all[number] as Segment;
		return row < segment.at.length ? reviewAt(segment, row, namesOf(number)) : (segment.others[row - segment.at.length] as Entry);
	};

	/** Gives the rows of a segment whose entries are new. */
	const take = (number: number): readonly number[] => {
		const segment = all[number] as Segment;
		const size = segment.at.length;
		const fresh: number[] = [];
		for (let row = 0; row < countOf(segment); row++) {
			const found = row < size ? index.addUuid(segment.uuids, row * 16) : index.add((segment.others[row - size] as Entry).id);
			if (found < 0) {
				places.segment[places.size] = number;
				places.row[places.size++] = row;
				fresh.push(row);
				continue;
			}
			const other = { segment: places.segment[found] ?? 0, row: places.row[found] ?? 0 };
			if (number < here.length || isSameRow(all[other.segment] as Segment, other.row, segment, row)) continue;
			const [standing, given] = [entryAt(other), entryAt({ segment: number, row })];
			if (JSON.stringify(standing) === JSON.stringify(given) || merge([standing], [given])[0] === standing) continue;
			places.segment[found] = number;
			places.row[found] = row;
			fresh.push(row);
		}
		return fresh;
	};

	for (const number of here.keys()) take(number);
	const segments: { id?: string; bytes: Uint8Array }[] = [];
	let entries = 0;
	let answers = 0;
	let days: readonly [Day, Day] | undefined;
	for (const { id, bytes, segment } of theirs) {
		const number = all.push(segment) - 1;
		const fresh = take(number);
		entries += fresh.length;
		if (fresh.length === 0) continue;
		for (const row of fresh) {
			const other = segment.others[row - segment.at.length];
			if (other !== undefined && !isReview(other)) continue;
			const day = other === undefined ? (segment.day[row] ?? 0) : other.day;
			answers += 1;
			days = days === undefined ? [day, day] : day < days[0] ? [day, days[1]] : day > days[1] ? [days[0], day] : days;
		}
		if (fresh.length === countOf(segment)) segments.push({ id, bytes });
		else segments.push({ bytes: packSegment(fresh.map((row) => entryAt({ segment: number, row }))) });
	}
	const given = theirs.reduce((sum, { segment }) => sum + countOf(segment), 0);
	return { segments, entries, answers, days, known: given - entries };
}

function countOf({ at, others }: Segment): number {
	return at.length + others.length;
}

function writtenOut({ ids }: Segment): readonly CardId[] {
	const dictionary = new CardDictionary(ids);
	return Array.from({ length: dictionary.size }, (_, number) => dictionary.at(number));
}

/** Whether two answers are alike, by their columns alone: no object is made of either. */
function isSameRow(a: Segment, i: number, b: Segment, j: number): boolean {
	return (
		i < a.at.length &&
		j < b.at.length &&
		a.at[i] === b.at[j] &&
		a.day[i] === b.day[j] &&
		a.marks[i] === b.marks[j] &&
		a.tookMs[i] === b.tookMs[j] &&
		a.hints[i] === b.hints[j] &&
		a.chosen[i] === b.chosen[j] &&
		a.presets[(a.preset[i] ?? 0) - 1] === b.presets[(b.preset[j] ?? 0) - 1] &&
		isSameName(a, a.card[i] ?? 0, b, b.card[j] ?? 0)
	);
}

function isSameName({ ids: a }: Segment, i: number, { ids: b }: Segment, j: number): boolean {
	const from = a.starts[i] ?? 0;
	const other = b.starts[j] ?? 0;
	const length = (a.starts[i + 1] ?? 0) - from;
	if (length !== (b.starts[j + 1] ?? 0) - other) return false;
	for (let at = 0; at < length; at++) if (a.bytes[from + at] !== b.bytes[other + at]) return false;
	return true;
}
