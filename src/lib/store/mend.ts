import type { Entry } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import { entriesOf, type Segment } from '#lib/core/review/segment.ts';
import type { Copy, Damaged, Keys, StoredSegment } from './copy.ts';
import { same } from './same.ts';
import { soundSegment } from './sound.ts';

/** So many segments are in memory at once while a copy that was lost is made again. */
const AT_ONCE = 8;

/** What a copy lacked. */
export interface Gained {
	readonly entries: readonly Entry[];
	readonly segments: readonly Segment[];
	/** Segments that only one copy had, and damaged: they were set aside. */
	readonly damaged: readonly Damaged[];
}

/**
 * Gives each of two copies what it lacks, one after the other. What is sealed in one and stands in rows in the other becomes sealed
 * in both. Every step is a transaction after which the log is whole: it may end anywhere, and be begun again.
 * Resolves to what `first` lacked.
 */
export async function mend(first: Copy, second: Copy): Promise<Gained> {
	const one = await first.keys();
	const other = await takenOut(second, one);
	const { entries, segments, damaged } = await giveSegments(second, other, first, one);
	const given = await giveSegments(first, one, second, other);
	const rows = await giveRows(second, first);
	await giveRows(first, second);
	return { entries: [...entries, ...rows], segments, damaged: [...damaged, ...given.damaged] };
}

/** Takes out of the second copy what was taken out of the first, where a kill fell between the two. Resolves to what it holds then. */
async function takenOut(second: Copy, one: Keys): Promise<Keys> {
	const other = await second.keys();
	const left = other.segmentIds.filter((id) => one.goneIds.includes(id) && !one.segmentIds.includes(id));
	if (left.length === 0) return other;
	await second.takeOut(left);
	return { ...other, segmentIds: other.segmentIds.filter((id) => !left.includes(id)) };
}

/** Gives one copy the segments that only the other has. Resolves to what it did not hold as rows. */
async function giveSegments(from: Copy, theirs: Keys, to: Copy, mine: Keys): Promise<Gained> {
	const here = new Set(mine.segmentIds);
	const ids = theirs.segmentIds.filter((id) => !here.has(id));
	const entries: Entry[] = [];
	const segments: Segment[] = [];
	const damaged: Damaged[] = [];
	for (let start = 0; start < ids.length; start += AT_ONCE) {
		const wholly: StoredSegment[] = [];
		for (const stored of await from.segmentsOf(ids.slice(start, start + AT_ONCE))) {
			const segment = await soundSegment(stored);
			if (segment === undefined) {
				await to.setAside(stored);
				await from.setAside(stored);
				damaged.push({ id: stored.id, head: stored.head });
				continue;
			}
			const { standing, news } = await compare(segment, to, mine.rows);
			if (standing.length === 0) {
				wholly.push(stored);
				segments.push(segment);
				continue;
			}
			entries.push(...news);
			if (news.length === 0 && (await to.seal(stored, standing))) continue;
			await to.addSegments([stored]);
			await to.seal(stored, standing);
		}
		if (wholly.length > 0) await to.addSegments(wholly);
	}
	return { entries, segments, damaged };
}

interface Compared {
	/** Entries of the segment that stand in the copy as rows. */
	readonly standing: readonly Entry[];
	/** The others; left empty if none stands there. */
	readonly news: readonly Entry[];
}

async function compare(segment: Segment, copy: Copy, rows: readonly Position[]): Promise<Compared> {
	const { from, to } = segment.head;
	if (!rows.some(({ at }) => at >= from && at <= to)) return { standing: [], news: [] };
	const entries = entriesOf(segment);
	const found = new Map((await copy.rowsAt(entries)).map((row) => [row.id, row]));
	const isThere = (entry: Entry): boolean => same(found.get(entry.id), entry);
	return { standing: entries.filter(isThere), news: entries.filter((entry) => !isThere(entry)) };
}

async function giveRows(from: Copy, to: Copy): Promise<readonly Entry[]> {
	const placeOf = ({ at, id }: Position): string => `${at} ${id}`;
	const here = new Set((await to.keys()).rows.map(placeOf));
	const news = await from.rowsAt((await from.keys()).rows.filter((row) => !here.has(placeOf(row))));
	if (news.length > 0) await to.append(news);
	return news;
}
