import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Entry, EntryId } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { extend } from '#lib/core/schedule/extend.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import { chanceOf } from '#lib/core/schedule/plan/chance.ts';
import { examPlan, type ExamPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import { KNOWN_AT_FIRST } from '#lib/core/schedule/plan/outcomes.ts';
import { NO_PRESETS } from '#lib/core/schedule/presets.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { rulesOf, type Rules } from '#lib/core/schedule/rules.ts';
import { examCards, examLimits, examRow, withinMinutes } from '#lib/core/session/exam.ts';
import { offerOf } from '#lib/core/session/offer.ts';
import { queueOf } from '#lib/core/session/queue.ts';
import { advance, startSession } from '#lib/core/session/session.ts';

const TODAY = 20_000;
const DAY_MS = 86_400_000;
const TOOK_MS = 15_000;

interface Deck {
	readonly count: number;
	readonly days: number;
	/** How many of its cards were studied before. */
	readonly known?: number;
	readonly newPerDay?: number;
	readonly seed?: number;
}
const idsOf = ({ count }: Deck) => Array.from({ length: count }, (_, index) => `d/n${index}/main` as CardId);

/** A student who opens the app every day until an exam and answers what the queue asks, as the memory model says that they would. */
class Student {
	readonly ids: readonly CardId[];
	progress: Progress;
	#seed: number;
	#entries = 0;
	#at = 0;

	constructor(deck: Deck) {
		this.ids = idsOf(deck);
		this.#seed = deck.seed ?? 1;
		this.progress = fold([]);
		for (const [ago, every] of [
			[30, 1],
			[26, 1],
			[14, 2]
		] as const)
			for (const [at, id] of this.ids.slice(0, deck.known ?? 0).entries()) if (at % every === 0) this.#review(id, TODAY - ago, true);
		const set = { examDay: TODAY + deck.days, ...(deck.newPerDay === undefined ? {} : { newPerDay: deck.newPerDay }) };
		this.log({ kind: 'preset', preset: 'd', set });
		if (deck.newPerDay !== undefined) this.log({ kind: 'preset', set: { newPerDay: deck.newPerDay } });
	}

	rules(today: Day): Rules {
		return rulesOf(this.progress.presets, [{ id: 'd', cardIds: this.ids }], today);
	}

	/** What the plan says on a day. */
	plan(today: Day): Extract<ExamPlan, { kind: 'plan' }> {
		const rules = this.rules(today);
		const { examDay = NaN } = rules.decks.get('d') ?? {};
		const cards = examCards(this.ids, this.progress.cards, today, rules).get('d') ?? [];
		const plan = examPlan(cards, today, examDay, { ...examLimits('d', this.progress.pace, rules), seed: today });
		if (plan.kind !== 'plan') throw new Error(plan.kind);
		return plan;
	}

	queue(today: Day) {
		return queueOf(offerOf(this.ids), this.progress, today, this.rules(today));
	}

	/** Answers all that a day asks, or so many; gives the minutes it took. */
	study(today: Day, most = Infinity): number {
		let session = startSession(this.queue(today), this.#at);
		const before = this.#entries;
		while (session.current !== undefined && session.answered < most) {
			const { id } = session.current;
			const state = this.progress.cards.get(id);
			const chance = state?.memory === undefined ? KNOWN_AT_FIRST : retrievability(state.memory, today - state.lastDay);
			this.#review(id, today, chanceOf(this.#seed, this.#entries, today) < chance);
			const next = this.progress.cards.get(id);
			if (next === undefined) throw new Error('not logged');
			const now = Math.max(this.#at, ...session.waiting.slice(0, 1).map(({ at }) => at));
			session = advance(session, { kind: 'answer', due: dueOf(id, next, this.rules(today).of(id)), now });
		}
		return ((this.#entries - before) * TOOK_MS) / 60_000;
	}

	dueDay(id: CardId, today: Day): Day {
		const state = this.progress.cards.get(id);
		const due = state && dueOf(id, state, this.rules(today).of(id));
		return due?.kind === 'day' ? due.day : today;
	}

	/** The mean chance of recall on a day. */
	recall(day: Day): number {
		const chances = this.ids.map((id) => {
			const state = this.progress.cards.get(id);
			return state?.memory === undefined ? 0 : retrievability(state.memory, day - state.lastDay);
		});
		return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
	}

	#review(cardId: CardId, day: Day, recalled: boolean): void {
		const rating = recalled ? 'good' : 'again';
		const preset = this.rules(day).presetOf(cardId);
		this.log({ kind: 'review', day, cardId, outcome: 'self', rating, hints: 0, tookMs: TOOK_MS, ...(preset ? { preset } : {}) }, day);
	}

	log(entry: object, day?: Day): void {
		this.#entries += 1;
		this.#at = Math.max(this.#at + TOOK_MS, (day ?? 0) * DAY_MS);
		const whole = { ...entry, id: `e${String(this.#entries).padStart(6, '0')}` as EntryId, at: this.#at } as Entry;
		const progress = extend(this.progress, whole);
		if (progress === undefined) throw new Error('not at the end');
		this.progress = progress;
	}
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const daysOf = ({ days }: Deck) => Array.from({ length: days }, (_, index) => TODAY + index);

describe('a student who follows the queue until an exam', () => {
	test.each<Deck>([
		{ count: 60, days: 60 },
		{ count: 100, days: 30 },
		{ count: 100, days: 5 },
		{ count: 200, days: 10 },
		{ count: 200, days: 10, newPerDay: 40 },
		{ count: 100, days: 20, known: 50 },
		{ count: 12, days: 25 }
	])('spends the minutes that the plan shows, to a tenth and a card a day, and recalls as much: %j', (deck) => {
		for (const seed of [1, 2]) {
			const student = new Student({ ...deck, seed });
			const plan = student.plan(TODAY);
			const minutes = daysOf(deck).map((day) => student.study(day));
			expect(Math.abs(mean(minutes) - plan.minutesPerDay)).toBeLessThan(0.25 + 0.1 * plan.minutesPerDay);
			const recall = student.recall(TODAY + deck.days);
			const middle = (plan.recallLow + plan.recallHigh) / 2;
			expect(Math.abs(recall - middle)).toBeLessThan(0.05);
			expect(recall).toBeGreaterThan(plan.recallLow - 0.01);
		}
	});
	test('spends about as much on every day, repeats of what was forgotten among it', () => {
		const deck = { count: 100, days: 30 };
		const student = new Student(deck);
		const { minutesPerDay } = student.plan(TODAY);
		for (const day of daysOf(deck)) expect(Math.abs(student.study(day) - minutesPerDay)).toBeLessThan(1.1);
	});
	test('finds the same plan again on the way', () => {
		const student = new Student({ count: 100, days: 30 });
		const { minutesPerDay } = student.plan(TODAY);
		for (let day = TODAY; day < TODAY + 20; day += 1) student.study(day);
		expect(Math.abs(student.plan(TODAY + 20).minutesPerDay - minutesPerDay)).toBeLessThan(0.5);
	});
	test('is done with a day once it is done, and spends no more by leaving in the middle', () => {
		const deck = { count: 100, days: 30 };
		const student = new Student(deck);
		const leaving = new Student(deck);
		const { minutesPerDay } = student.plan(TODAY);
		let more = 0;
		const minutes = daysOf(deck).map((day) => {
			student.study(day);
			more += student.queue(day).ahead.length;
			return leaving.study(day, 3) + leaving.study(day, 4) + leaving.study(day);
		});
		expect(more).toBeLessThan(deck.days / 5);
		expect(Math.abs(mean(minutes) - minutesPerDay)).toBeLessThan(0.25 + 0.1 * minutesPerDay);
	});
	test('comes back to the ordinary schedule on the day after it', () => {
		const deck = { count: 60, days: 12 };
		const student = new Student(deck);
		for (const day of daysOf(deck)) student.study(day);
		const after = TODAY + deck.days + 1;
		const ordinary = queueOf(offerOf(student.ids), student.progress, after, rulesOf(NO_PRESETS, [], after));
		expect(student.queue(after)).toEqual(ordinary);
		expect(ordinary.ahead.length).toBeGreaterThan(0);
	});
});

describe('the cards for an exam of a day', () => {
	const deck = { count: 100, days: 30, known: 100 };
	test('leave those that the minutes do not hold for another day, due or not', () => {
		const student = new Student(deck);
		const { ahead, waiting } = student.queue(TODAY);
		const { minutesPerDay } = student.plan(TODAY);
		const due = student.ids.filter((id) => student.dueDay(id, TODAY) <= TODAY);
		expect(waiting).toEqual([]);
		expect(ahead.length).toBeGreaterThan(0);
		expect(ahead.length).toBeLessThan(due.length / 2);
		expect(ahead.length * TOOK_MS).toBeLessThan((minutesPerDay + 0.25) * 60_000);
	});
	test('take nothing from another deck without one', () => {
		const student = new Student(deck);
		const others = Array.from({ length: 5 }, (_, index) => `e/n${index}/main` as CardId);
		const { ahead } = queueOf(offerOf([...student.ids, ...others]), student.progress, TODAY, student.rules(TODAY));
		expect(ahead.filter((id) => others.includes(id))).toEqual(others);
		expect(ahead.filter((id) => !others.includes(id))).toEqual(student.queue(TODAY).ahead);
	});
	test('are all that gain anything on the day itself', () => {
		const student = new Student({ ...deck, days: 0 });
		expect(new Set(student.queue(TODAY).ahead)).toEqual(new Set(student.ids));
	});
	test('have first those that the student has set for the day and those that were changed, and none that was put off', () => {
		const student = new Student(deck);
		const { ahead } = student.queue(TODAY);
		const [first] = ahead as [CardId];
		const [one, other] = student.ids.filter((id) => !ahead.includes(id)) as [CardId, CardId];
		student.log({ kind: 'set-due', cardId: one, due: TODAY });
		student.log({ kind: 'changed', cardId: other });
		student.log({ kind: 'set-due', cardId: first, due: TODAY + 3 });
		const then = student.queue(TODAY).ahead;
		expect(then.slice(0, 2)).toEqual([one, other]);
		expect(then).not.toContain(first);
		expect(Math.abs(then.length - ahead.length)).toBeLessThanOrEqual(1);
	});
	test('cost a day without exams nothing: no card is looked at', () => {
		const untouched = new Proxy([] as CardId[], {
			get() {
				throw new Error('looked at');
			}
		});
		expect(examRow(untouched, fold([]), TODAY, rulesOf(NO_PRESETS, [], TODAY))).toEqual([]);
		expect(withinMinutes([], untouched, fold([]), TODAY, rulesOf(NO_PRESETS, [], TODAY))).toEqual([]);
	});
});
