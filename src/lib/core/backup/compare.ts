import type { Day, Entry, Retraction } from '#lib/core/review/entry.ts';
import { isKnown } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { packSegment, type Segment } from '#lib/core/review/segment.ts';
import type { Sealed } from './backup.ts';
import { IdIndex } from './id-index.ts';
import { countOf, isSameRow, Rows, type Place } from './rows.ts';

/** What one log has that another one lacks. */
export interface News {
	/** Segments to be added. One that is new as a whole has its id; of the others just the new entries were packed. */
	readonly segments: readonly { readonly id?: string; readonly bytes: Uint8Array }[];
	/** How many entries are new. */
	readonly entries: number;
	/** How many of them are answers, choices in scenarios included, that nobody has taken back. */
	readonly answers: number;
	/** The first and the last day of these answers; undefined without any. */
	readonly days: readonly [first: Day, last: Day] | undefined;
	/** How many entries of the other log are here already. */
	readonly known: number;
}

/**
 * What a log lacks of another one. Added, it makes the log the union of both, as `merge` has it: where two different entries share an
 * id, the other log's is new only if it is the one that every device keeps.
 * @param here the log, all of it, as segments
 */
export function newsFor(here: readonly Segment[], theirs: readonly Sealed[]): News {
	const comparison = new Comparison([...here, ...theirs.map(({ segment }) => segment)]);
	for (const number of here.keys()) comparison.take(number, false);
	const segments: { id?: string; bytes: Uint8Array }[] = [];
	let entries = 0;
	for (const [at, { id, bytes, segment }] of theirs.entries()) {
		const fresh = comparison.take(here.length + at, true);
		entries += fresh.length;
		if (fresh.length === countOf(segment)) {
			if (fresh.length > 0) segments.push({ id, bytes });
		} else if (fresh.length > 0) segments.push({ bytes: packSegment(fresh.map((place) => comparison.rows.at(place))) });
	}
	const given = theirs.reduce((sum, { segment }) => sum + countOf(segment), 0);
	return { segments, entries, known: given - entries, ...comparison.answers() };
}

/** Entries by their ids, each with its place and whether it is new. */
class Comparison {
	readonly rows: Rows;
	readonly #segments: readonly Segment[];
	readonly #index: IdIndex;
	/** By the number that the index gives to an id. */
	readonly #segmentOf: Uint32Array;
	readonly #rowOf: Uint32Array;
	readonly #isFresh: Uint8Array;
	#size = 0;

	constructor(segments: readonly Segment[]) {
		const total = segments.reduce((sum, segment) => sum + countOf(segment), 0);
		this.rows = new Rows(segments);
		this.#segments = segments;
		this.#index = new IdIndex(total);
		this.#segmentOf = new Uint32Array(total);
		this.#rowOf = new Uint32Array(total);
		this.#isFresh = new Uint8Array(total);
	}

	/** Takes a segment in, and gives the places of its entries that are new. @param counts whether its entries can be new at all */
	take(number: number, counts: boolean): readonly Place[] {
		const segment = this.#segments[number] as Segment;
		const size = segment.at.length;
		const fresh: Place[] = [];
		for (let row = 0; row < countOf(segment); row++) {
			const found = row < size ? this.#index.addUuid(segment.uuids, row * 16) : this.#index.add((segment.others[row - size] as Entry).id);
			const place = { segment: number, row };
			if (found >= 0 && (!counts || !this.#isBetter(place, found))) continue;
			this.#put(found < 0 ? this.#size++ : found, place, counts);
			if (counts) fresh.push(place);
		}
		return fresh;
	}

	/** How many of the new entries are answers that count, and from when to when. */
	answers(): Pick<News, 'answers' | 'days'> {
		const retracted = this.#retracted();
		let answers = 0;
		let first = Infinity;
		let last = -Infinity;
		for (let number = 0; number < this.#size; number++) {
			if (this.#isFresh[number] === 0 || retracted.has(number)) continue;
			const segment = this.#segments[this.#segmentOf[number] ?? 0] as Segment;
			const row = this.#rowOf[number] ?? 0;
			const day = row < segment.at.length ? segment.day[row] : answerDay(segment.others[row - segment.at.length]);
			if (day === undefined) continue;
			answers += 1;
			first = Math.min(first, day);
			last = Math.max(last, day);
		}
		return { answers, days: answers === 0 ? undefined : [first, last] };
	}

	/** The numbers of entries that are taken back, by whichever of the two logs. */
	#retracted(): ReadonlySet<number> {
		const retractions = this.#segments.flatMap(({ others }) => others.filter((entry): entry is Retraction => entry.kind === 'retraction'));
		return new Set(retractions.filter(isKnown).map(({ entryId }) => this.#index.find(entryId)));
	}

	/** Whether an entry, and not the one known by its id so far, is the one that every device keeps. */
	#isBetter(place: Place, number: number): boolean {
		const known = { segment: this.#segmentOf[number] ?? 0, row: this.#rowOf[number] ?? 0 };
		if (isSameRow(this.#segments[known.segment] as Segment, known.row, this.#segments[place.segment] as Segment, place.row)) return false;
		const [standing, given] = [this.rows.at(known), this.rows.at(place)];
		return JSON.stringify(standing) !== JSON.stringify(given) && merge([standing], [given])[0] === given;
	}

	#put(number: number, { segment, row }: Place, isFresh: boolean): void {
		this.#segmentOf[number] = segment;
		this.#rowOf[number] = row;
		this.#isFresh[number] = isFresh ? 1 : 0;
	}
}

/** The day of an answer; undefined for anything else. */
function answerDay(entry: Entry | undefined): Day | undefined {
	return entry !== undefined && isKnown(entry) && (entry.kind === 'review' || entry.kind === 'choice') ? entry.day : undefined;
}
