import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Planner, QUIET_MS } from '#lib/app/plan/planner.svelte.ts';
import { runPlan } from '#lib/app/plan/run-plan.ts';
import type { ExamTask } from '#lib/app/plan/task.ts';
import { comebackPlan } from '#lib/core/schedule/plan/comeback-plan.ts';
import { examPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import { COMEBACK, LONG, SHORT } from '../../../plan-tasks.ts';

// jsdom has no workers: what is tested here is the page doing it itself, in slices. The worker is tested in tests/browser.
const none = new AbortController().signal;

describe('without a worker the page computes a plan itself', () => {
	test('the same as core gives', async () => {
		expect(await runPlan(SHORT, { signal: none })).toEqual(examPlan(SHORT.cards, SHORT.today, SHORT.examDay, SHORT.options));
		expect(await runPlan(COMEBACK, { signal: none })).toEqual(comebackPlan(COMEBACK.cards, COMEBACK.today, COMEBACK.options));
	});
	test('leaving time between slices, telling how far it is', async () => {
		const progress: number[] = [];
		let turns = 0;
		const timer = setInterval(() => (turns += 1), 0);
		await runPlan(
			{ ...LONG, cards: LONG.cards.slice(0, 60), examDay: LONG.today + 60 },
			{ signal: none, onprogress: (done) => progress.push(done) }
		);
		clearInterval(timer);
		expect(turns).toBeGreaterThan(1);
		expect(progress.length).toBeGreaterThan(1);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
	});
	test('until it is stopped', async () => {
		const stop = new AbortController();
		const progress: number[] = [];
		const running = runPlan(LONG, {
			signal: stop.signal,
			onprogress: (done) => {
				progress.push(done);
				stop.abort();
			}
		});
		await expect(running).rejects.toThrow('abort');
		expect(progress).toHaveLength(1);
		await expect(runPlan(SHORT, { signal: stop.signal })).rejects.toThrow('abort');
	});
});

describe('a planner', () => {
	test('holds the plan that was asked for last', async () => {
		const planner = new Planner<ExamTask>();
		expect(planner.plan).toBeUndefined();
		const long = planner.ask(LONG);
		const short = planner.ask(SHORT);
		await Promise.all([long, short]);
		expect(planner.plan).toMatchObject({ kind: 'plan', days: 5 });
		expect(planner.progress).toBeUndefined();
	});
	test('keeps its plan while the next is computed, and when that is stopped', async () => {
		const planner = new Planner<ExamTask>();
		await planner.ask(SHORT);
		const long = planner.ask(LONG);
		expect(planner.plan).toMatchObject({ days: 5 });
		planner.stop();
		await long;
		expect(planner.plan).toMatchObject({ days: 5 });
	});
	test('takes options that are reactive', async () => {
		const planner = new Planner<ExamTask>();
		await planner.ask({ ...SHORT, options: new Proxy({ seed: 1, minutesPerDay: 1 }, {}) });
		expect(planner.plan).toMatchObject({ minutesPerDay: 1 });
	});

	describe('by the clock', () => {
		beforeEach(() => {
			vi.useFakeTimers();
		});
		afterEach(() => {
			vi.useRealTimers();
		});
		test('shows no progress before 200 ms, then what the worker last said, until the plan is no longer wanted', async () => {
			const silent = Object.assign(new EventTarget(), { postMessage: () => undefined, terminate: () => undefined });
			const say = (progress: number) => silent.dispatchEvent(new MessageEvent('message', { data: { progress } }));
			const planner = new Planner<ExamTask>(() => silent as unknown as Worker);
			const long = planner.ask(LONG);
			say(0.1);
			vi.advanceTimersByTime(QUIET_MS - 1);
			expect(planner.progress).toBeUndefined();
			vi.advanceTimersByTime(1);
			expect(planner.progress).toBe(0.1);
			say(0.4);
			expect(planner.progress).toBe(0.4);
			planner.stop();
			say(0.5);
			await long;
			expect(planner.progress).toBeUndefined();
			expect(planner.plan).toBeUndefined();
		});
	});
});
