import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { ComebackPlan } from '#lib/core/schedule/plan/comeback-plan.ts';
import type { ExamPlan as Plan } from '#lib/core/schedule/plan/exam-plan.ts';
import Comeback from '#lib/ui/Comeback.svelte';
import ExamPlan from '#lib/ui/ExamPlan.svelte';
import { recallWords } from '#lib/words/plan.ts';

const said = () => screen.getByRole('status').textContent.replaceAll(/\s+/g, ' ').trim();
const PLAN = { kind: 'plan', days: 14, minutesPerDay: 12, recallLow: 0.78, recallHigh: 0.86, recallWithout: 0.41, enough: true } as const;

describe('the plan for an exam', () => {
	test.each<[Plan, string]>([
		[PLAN, 'About 12 minutes a day; expected recall 78 to 86 %. 14 days are left. Without study it would be 41 %.'],
		[
			{ ...PLAN, days: 1, minutesPerDay: 60, recallLow: 0.11, recallHigh: 0.13, recallWithout: 0, enough: false },
			'About 60 minutes today; expected recall 11 to 13 %. The exam is tomorrow. That is not enough for all of the cards: those that gain most come first. Without study it would be 0 %.'
		],
		[
			{
				...PLAN,
				days: 5,
				minutesPerDay: 8,
				recallLow: 0.37,
				recallHigh: 0.39,
				recallWithout: 0,
				enough: false,
				newLimit: { perDay: 8, needed: 20 }
			},
			'About 8 minutes a day; expected recall 37 to 39 %. 5 days are left. Without study it would be 0 %. At 8 new cards a day, not all cards are seen before the exam. Raise “New cards a day” to 20 in Settings.'
		],
		[{ ...PLAN, minutesPerDay: 0 }, 'Without study, expected recall 78 to 86 %. 14 days are left.'],
		[
			{ ...PLAN, minutesPerDay: 0.4 },
			'About 1 minute a day; expected recall 78 to 86 %. 14 days are left. Without study it would be 41 %.'
		],
		[{ kind: 'today' }, 'The exam is today. If there is time left, the cards come first that gain most a minute.'],
		[{ kind: 'past' }, 'The exam is over. The cards of this deck come back on their usual days. Set another date for another exam.'],
		[{ kind: 'empty' }, 'There are no cards to plan for.']
	])('%j', (plan, words) => {
		render(ExamPlan, { plan });
		expect(said()).toBe(words);
		expect(screen.queryByRole('progressbar')).toBeNull();
	});
	test.each([
		['deck', 'Raise “New cards a day” to 20 in the settings of this deck.'],
		['both', 'Raise “New cards a day” to 20 in Settings and in the settings of this deck.']
	] as const)('says which limit of new cards is too low: %s', (newLimitOf, words) => {
		render(ExamPlan, { plan: { ...PLAN, enough: false, newLimit: { perDay: 1, needed: 20 } }, newLimitOf });
		expect(said()).toContain(`At 1 new card a day, not all cards are seen before the exam. ${words}`);
	});
	test('says nothing before there is one, and how far it is if it takes long', async () => {
		const { rerender } = render(ExamPlan, { plan: undefined });
		expect(said()).toBe('');
		expect(screen.queryByRole('progressbar')).toBeNull();
		await rerender({ progress: 0.25 });
		expect(screen.getByRole('progressbar', { name: 'Working out the plan …' })).toHaveProperty('value', 0.25);
		await rerender({ plan: PLAN, progress: undefined });
		expect(said()).toMatch(/^About 12 minutes/);
		expect(screen.queryByRole('progressbar')).toBeNull();
	});
});

// Saturday, 21 November 2026.
const TODAY = Date.UTC(2026, 10, 21) / 86_400_000;
const ENDS = {
	kind: 'ends',
	waiting: 240,
	reviewsPerDay: 120,
	minutesPerDay: 31,
	endDay: TODAY + 5,
	earliest: TODAY + 4,
	latest: TODAY + 8
} as const;

describe('coming back', () => {
	test.each<[ComebackPlan | undefined, string]>([
		[
			ENDS,
			'You were away 12 days. 240 cards wait; at 120 a day you are through on Thursday, 26 November. The best held come first, so that most is saved. About 31 minutes a day. It may be over between 25 November and 29 November.'
		],
		[
			{ ...ENDS, waiting: 1, endDay: TODAY, earliest: TODAY, latest: TODAY, minutesPerDay: 1 },
			'You were away 12 days. 1 card waits; you are through today. The best held come first, so that most is saved.'
		],
		[
			{ kind: 'endless', waiting: 2000, reviewsPerDay: 20, minutesPerDay: 6, enoughPerDay: 90 },
			'You were away 12 days. 2000 cards wait. At 20 a day they do not become fewer: as many come due as you answer. Raise the limit to 90 reviews a day, or put away decks that you no longer need.'
		],
		[
			{ kind: 'endless', waiting: 90_000, reviewsPerDay: 20, minutesPerDay: 6 },
			'You were away 12 days. 90000 cards wait. At 20 a day they do not become fewer: as many come due as you answer. Suspend cards or put away decks that you no longer need.'
		],
		[undefined, 'You were away 12 days.']
	])('%j', (plan, words) => {
		render(Comeback, { awayDays: 12, today: TODAY, plan });
		expect(said()).toBe(words);
		expect(screen.queryByRole('button')).toBeNull();
	});
	test('is silent if nothing is due', () => {
		render(Comeback, { awayDays: 12, today: TODAY, plan: { kind: 'nothing-due' } });
		expect(screen.queryByRole('status')).toBeNull();
	});
	test('offers the limit that would do', async () => {
		const onlimit = vi.fn();
		const plan = { kind: 'endless', waiting: 2000, reviewsPerDay: 20, minutesPerDay: 6, enoughPerDay: 90 } as const;
		render(Comeback, { awayDays: 12, today: TODAY, plan, onlimit });
		await userEvent.click(screen.getByRole('button', { name: 'Make it 90 a day' }));
		expect(onlimit).toHaveBeenCalledExactlyOnceWith(90);
	});
});

test.each([
	[0.784, 0.856, '78 to 86 %'],
	[0.861, 0.864, '86 %'],
	[0.98, 1, '98 to 99 %'],
	[1, 1, '99 %'],
	[0, 0, '0 %']
])('a recall of %d to %d is said as %s', (low, high, words) => {
	expect(recallWords(low, high)).toBe(words);
});
