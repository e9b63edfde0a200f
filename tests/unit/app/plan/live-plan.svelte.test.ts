import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { liveComeback, liveExam } from '#lib/app/plan/live-plan.svelte.ts';
import { COMEBACK, SHORT } from '../../../plan-tasks.ts';

test('an exam is planned once it has a date, and anew when that changes', async () => {
	let examDay = $state<number>();
	let exam: ReturnType<typeof liveExam> | undefined;
	const stop = $effect.root(() => {
		exam = liveExam(() => (examDay === undefined ? undefined : { ...SHORT, examDay }));
	});
	flushSync();
	expect(exam?.plan).toBeUndefined();
	examDay = SHORT.today + 3;
	flushSync();
	await expect.poll(() => exam?.plan).toMatchObject({ days: 3 });
	examDay = SHORT.today - 1;
	flushSync();
	await expect.poll(() => exam?.plan).toEqual({ kind: 'past' });
	stop();
});

test('a comeback is planned for who was away, and for nobody else', async () => {
	let today = $state(COMEBACK.today - 8);
	let comeback: ReturnType<typeof liveComeback> | undefined;
	const stop = $effect.root(() => {
		comeback = liveComeback(() => ({ ...COMEBACK, today }));
	});
	flushSync();
	expect(comeback?.away).toBeUndefined();
	expect(comeback?.plan).toBeUndefined();
	today = COMEBACK.today;
	flushSync();
	expect(comeback?.away).toMatchObject({ days: 12 });
	await expect.poll(() => comeback?.plan).toMatchObject({ kind: 'ends', waiting: 40 });
	stop();
});
