import { describe, expect, test } from 'vitest';
import { Planner } from '#lib/app/plan/planner.svelte.ts';
import { runPlan } from '#lib/app/plan/run-plan.ts';
import { startWorker } from '#lib/app/plan/start-worker.ts';
import type { ExamTask } from '#lib/app/plan/task.ts';
import { comebackPlan } from '#lib/core/schedule/plan/comeback-plan.ts';
import { examPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import { COMEBACK, LONG, SHORT } from '../plan-tasks.ts';

const none = new AbortController().signal;

/** A worker as the app starts it, and whether it was ended. */
function watched() {
	const worker = startWorker();
	if (!worker) throw new Error('no worker');
	const end = worker.terminate.bind(worker);
	const seen = { worker: () => worker, ended: false };
	worker.terminate = () => {
		seen.ended = true;
		end();
	};
	return seen;
}

describe('the worker', () => {
	test('computes the same as core, and is ended', async () => {
		const one = watched();
		expect(await runPlan(SHORT, { signal: none, worker: one.worker })).toEqual(
			examPlan(SHORT.cards, SHORT.today, SHORT.examDay, SHORT.options)
		);
		expect(one.ended).toBe(true);
		expect(await runPlan(COMEBACK, { signal: none, worker: watched().worker })).toEqual(
			comebackPlan(COMEBACK.cards, COMEBACK.today, COMEBACK.options)
		);
	});

	test('tells how far it is while the page stays free, and is ended when it is stopped', async () => {
		const one = watched();
		const stop = new AbortController();
		const progress: number[] = [];
		let longest = 0;
		let since = performance.now();
		const timer = setInterval(() => {
			longest = Math.max(longest, performance.now() - since);
			since = performance.now();
		}, 5);
		const running = runPlan(LONG, {
			signal: stop.signal,
			worker: one.worker,
			onprogress: (done) => {
				progress.push(done);
				if (progress.length === 5) stop.abort();
			}
		});
		await expect(running).rejects.toThrow('abort');
		clearInterval(timer);
		expect(one.ended).toBe(true);
		expect(progress).toHaveLength(5);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		expect(progress[4]).toBeLessThan(1);
		expect(longest).toBeLessThan(500);
	});

	test('that cannot be loaded leaves the work to the page', async () => {
		const broken = () => new Worker('/there-is-no-such-file.js', { type: 'module' });
		expect(await runPlan(SHORT, { signal: none, worker: broken })).toMatchObject({ kind: 'plan', days: 5 });
		expect(await runPlan(SHORT, { signal: none, worker: () => undefined })).toMatchObject({ kind: 'plan', days: 5 });
	});
});

test('a planner shows the progress of what takes long, and nothing of what was overtaken', async () => {
	const planner = new Planner<ExamTask>();
	const long = planner.ask(LONG);
	await expect.poll(() => planner.progress).toBeGreaterThan(0);
	await planner.ask(SHORT);
	await long;
	expect(planner.plan).toMatchObject({ kind: 'plan', days: 5 });
	expect(planner.progress).toBeUndefined();
});
