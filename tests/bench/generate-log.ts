import type { CardId } from '#lib/core/card/card.ts';
import type { Confidence, EntryId, Outcome, Rating, Review } from '#lib/core/review/entry.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { seeded } from './seeded.ts';

const DAY_MS = 86_400_000;
/** 2022-01-01, 8 o'clock UTC. */
const START: number = Date.UTC(2022, 0, 1, 8);
/** New cards come in over three years. */
const SPAN_DAYS = 1096;
const ROLLOVER_MS = 4 * 3_600_000;
/** A hundred years, the longest interval that can be set: without it a card of fifty answers would come back after longer than a number holds. */
const LONGEST_GAP_MS = 36_500 * DAY_MS;

/** How large a log is wanted: so many answers, the same number to each card. */
export interface LogSize {
	readonly reviews: number;
	readonly cards: number;
	/**
	 * Now, in milliseconds: the student has kept up until yesterday, and let one card in a hundred lie. Without it the log ends where it
	 * ends: with some answers that lie ahead, as after a clock that was wrong.
	 */
	readonly until?: number;
}

/** Which card is answered when, in the order of time. */
interface Plan {
	readonly at: Float64Array;
	readonly card: Uint32Array;
	/** Rows in the order of time. */
	readonly order: Uint32Array;
}

/** Each card begins on its day, is answered twice then, and comes back after gaps that grow by a factor of 1.4 to 3.4. */
function planOf({ reviews, cards, until }: LogSize, random: () => number): Plan {
	const at = new Float64Array(reviews);
	const card = new Uint32Array(reviews);
	const each = Math.ceil(reviews / cards);
	for (let row = 0; row < reviews;) {
		const number = Math.floor(row / each);
		let when = START + Math.floor((number / cards) * SPAN_DAYS) * DAY_MS + Math.floor(random() * 12 * 3_600_000);
		let gapMs = 60_000;
		for (let time = 0; time < each && row < reviews; time++, row++) {
			at[row] = Math.round(when);
			card[row] = number;
			when += gapMs;
			gapMs = time === 0 ? 10 * 60_000 : time === 1 ? DAY_MS : Math.min(LONGEST_GAP_MS, gapMs * (1.4 + random() * 2));
		}
		if (until !== undefined) endAt(at.subarray(row - each, row), until - restOf(number) * DAY_MS);
	}
	const order = Uint32Array.from(at, (_, row) => row).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
	return { at, card, order };
}

/** For how many days a card was not answered: one in a hundred was let lie, one in 250 was answered yesterday, as many as a student can. */
function restOf(card: number): number {
	if (card % 100 === 0) return 900;
	return card % 250 === 1 ? 1 : 2 + (card % 14);
}

/** Moves a card's answers so that the last is given at that time, those before it as far apart as they were but within three years. */
function endAt(times: Float64Array, end: number): void {
	const last = times[times.length - 1] ?? 0;
	const squeeze = Math.min(1, (3 * 365 * DAY_MS) / (last - (times[0] ?? 0)));
	for (let index = 0; index < times.length; index++) times[index] = Math.round(end - (last - (times[index] ?? 0)) * squeeze);
}

function uuid(random: () => number): EntryId {
	const hex = (): string =>
		Math.floor(random() * 2 ** 32)
			.toString(16)
			.padStart(8, '0');
	const [a, b, c, d] = [hex(), hex(), hex(), hex()];
	return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-9${c.slice(1, 4)}-${c.slice(4)}${d}` as EntryId;
}

/** Three in four are good; what was forgotten is wrong, mostly. */
function ratingOf(chance: number): Rating {
	return chance < 0.1 ? 'again' : chance < 0.16 ? 'hard' : chance < 0.9 ? 'good' : 'easy';
}

const CONFIDENCES: readonly Confidence[] = ['sure', 'sure', 'unsure', 'guess'];

function reviewOf(at: number, card: number, random: () => number): Review {
	const rating = ratingOf(random());
	const outcome: Outcome = random() < 0.5 ? 'self' : rating === 'again' ? 'wrong' : 'right';
	const isChoice = outcome !== 'self' && random() < 0.6;
	return {
		kind: 'review',
		id: uuid(random),
		at,
		day: Math.floor((at - ROLLOVER_MS) / DAY_MS),
		cardId: `course-${card % 40}/concept-${card}/main` as CardId,
		outcome,
		rating,
		hints: random() < 0.05 ? 1 : 0,
		tookMs: Math.round(2000 + random() ** 3 * 60_000),
		...(isChoice ? { confidence: CONFIDENCES[Math.floor(random() * 4)] ?? 'sure', chosen: [Math.floor(random() * 4)] } : {})
	};
}

/** A log in parts of `most` answers, in order; each is made when it is asked for. */
export function* generateParts(size: LogSize, most: number, seed = 1): Generator<readonly Review[]> {
	const random = seeded(seed);
	const { at, card, order } = planOf(size, random);
	for (let start = 0; start < order.length; start += most) {
		yield Array.from(order.subarray(start, start + most), (row) => reviewOf(at[row] ?? 0, card[row] ?? 0, random));
	}
}

/** A small log as entries. */
export function generateEntries(size: LogSize, seed = 1): readonly Review[] {
	return [...generateParts(size, size.reviews, seed)].flat();
}

/** A log of any size as packed segments, as sealing and backups have them. */
export function generateSegments(size: LogSize, seed = 1, most = 100_000): readonly Uint8Array<ArrayBuffer>[] {
	return Array.from(generateParts(size, most, seed), packSegment);
}
