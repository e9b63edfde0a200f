import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClockCheck } from '#lib/app/clock-check.svelte.ts';
import { localDay } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, Review } from '#lib/core/review/entry.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { KeptLog } from '#lib/store/kept-log.ts';
import { memoryCopy, memoryThings } from '#lib/store/memory-copy.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';
import { uuid } from '../../logs.ts';
import { told } from '../log-arbitraries.ts';

const DAY_MS = 86_400_000;
const NOON = new Date(2026, 2, 3, 12).getTime();
const YEAR = 365 * DAY_MS;
const CARDS = 7;
/** So many a day. */
const ANSWERS = 4;

/** What the student answers when asked whether the clock is right. */
type Says = 'yes' | 'anyway' | 'is not asked';

/** A student, a device, and what its store is asked for. */
class Student {
	readonly #copy = memoryCopy(memoryThings());
	readonly #store: Store;
	/** What the clock says, less the time. */
	wrong = 0;
	#time = NOON;
	#count = 0;
	#reads = 0;
	#rows = 0;
	#readsAtStart = 0;
	#rowsAtStart = 0;
	sealed = 0;

	/** @param least how many entries become a segment */
	constructor(least: number) {
		const { settings, texts } = memoryStore('refused');
		const log = new KeptLog(
			{
				...this.#copy,
				held: () => {
					this.#reads += 1;
					return this.#copy.held();
				},
				start: async () => {
					const start = await this.#copy.start();
					this.#rows += start.rows.length;
					return start;
				},
				seal: async (segment, rows) => {
					const isSealed = await this.#copy.seal(segment, rows);
					if (isSealed) this.sealed += rows.length;
					return isSealed;
				}
			},
			{ limits: { least, most: 1000 } }
		);
		this.#store = { log, settings, texts, close: () => Promise.resolve() };
	}
	/**
	 * Some days of study, each with a start, answers and tidying. Resolves to how often the log was read as a whole on the way to the
	 * first card, but for the first day, and to how many rows were read there each day.
	 */
	async study(days: number, says: Says = 'is not asked'): Promise<{ readonly wholeReads: number; readonly rows: readonly number[] }> {
		const reads: number[] = [];
		const rows: number[] = [];
		for (let day = 0; day < days; day++) {
			this.#time += DAY_MS;
			await this.#session(says);
			reads.push(this.#readsAtStart);
			rows.push(this.#rowsAtStart);
		}
		return { wholeReads: reads.slice(1).reduce((sum, count) => sum + count, 0), rows };
	}

	async restore(entries: readonly Entry[]): Promise<void> {
		await this.#store.log.addSegments([packSegment(entries)]);
	}

	async #session(says: Says): Promise<void> {
		vi.setSystemTime(this.#time + this.wrong);
		[this.#reads, this.#rows] = [0, 0];
		const journal = await Journal.on(this.#store);
		[this.#readsAtStart, this.#rowsAtStart] = [this.#reads, this.#rows];
		const clock = new ClockCheck(journal);
		await clock.look();
		if (clock.question && says === 'yes') await clock.trust();
		if (clock.question && says === 'anyway') await clock.studyAnyway();
		await this.#expectTrue(journal);
		this.#reads = 0;
		for (let answer = 0; answer < ANSWERS; answer++) {
			vi.setSystemTime(Date.now() + 1000);
			const review = this.reviewAt(Date.now());
			const before = journal.progress.answers;
			const writing = journal.append(review);
			expect(journal.progress.answers).toBe(before + 1);
			await writing;
		}
		expect(this.#reads, 'whole reads while answering').toBe(0);
		const today = localDay(Date.now(), 4);
		expect(journal.answersOn(today).length).toBeGreaterThanOrEqual(ANSWERS);
		await journal.tidy();
		await this.#expectTrue(journal);
	}

	/** The next answer. */
	reviewAt(at: number): Review {
		this.#count += 1;
		const cardId = `d/${this.#count % CARDS}/main` as CardId;
		const rating = this.#count % 5 === 0 ? 'again' : 'good';
		return { kind: 'review', id: uuid(this.#count), at, day: localDay(at, 4), cardId, outcome: 'self', rating, hints: 0, tookMs: 900 };
	}

	async #expectTrue(journal: Journal): Promise<void> {
		const reads = this.#reads;
		const log: readonly Entry[] = await journal.entries();
		this.#reads = reads;
		expect(log.filter(({ kind }) => kind === 'review')).toHaveLength(this.#count);
		expect(told(journal.progress)).toBe(told(fold(log)));
	}
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
	vi.useRealTimers();
});

const VARIANTS: readonly (readonly [name: string, says: Says])[] = [
	['redated, since the student said that it is right now', 'yes'],
	['not redated, since the student went on all the same', 'anyway'],
	['not redated, since nobody asked', 'is not asked']
];
const SEALS: readonly (readonly [name: string, least: number])[] = [
	['in rows', 100_000],
	['sealed in part', 10]
];
const ERRORS: readonly (readonly [name: string, ms: number])[] = [
	['a year', YEAR],
	['six days', 6 * DAY_MS],
	['a day', DAY_MS],
	['nine hours', 9 * 3_600_000]
];

describe.each(SEALS)('with a log %s, what a clock has misdated is %s', (_, least) => {
	describe.each(VARIANTS)('%s:', (_name, says) => {
		/** Days of study under a clock that is wrong, and then under one that is right, in which no start but the first may read the whole log. */
		async function studyWith(wrong: number, saysMeanwhile: Says): Promise<void> {
			const student = new Student(least);
			await student.study(8);
			student.wrong = wrong;
			expect(await student.study(7, saysMeanwhile), 'while it is wrong').toMatchObject({ wholeReads: 0 });
			student.wrong = 0;
			const { wholeReads, rows } = await student.study(12, says);
			expect(wholeReads, 'since it was set right').toBe(0);
			// What was dated ahead and not sealed is read until its time has come; nothing else is, however long that takes.
			expect(rows.at(-1)).toBeLessThanOrEqual(rows[2] ?? 0);
			expect(student.sealed > 0).toBe(least < 100);
		}
		test.each(ERRORS)('after a clock that was ahead by %s no start but the first reads the whole log', async (_error, ms) => {
			await studyWith(ms, 'yes');
		});
		test.each(ERRORS)('after a clock that was behind by %s no start but the first reads the whole log', async (_error, ms) => {
			await studyWith(-ms, 'anyway');
		});
	});
});

test('answers of another device whose clock was ahead are restored: no start but the first reads the whole log', async () => {
	const student = new Student(10);
	await student.study(5);
	await student.restore(Array.from({ length: 20 }, (_, index) => student.reviewAt(Date.now() + YEAR + index * 1000)));
	expect(await student.study(10)).toMatchObject({ wholeReads: 0 });
});
