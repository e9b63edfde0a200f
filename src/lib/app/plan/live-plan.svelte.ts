/** Plans that follow what they are made of. For use while a component is set up; they stop computing when it goes. */
import { comingBackFrom, type Away } from '#lib/core/schedule/plan/away.ts';
import type { ComebackPlan } from '#lib/core/schedule/plan/comeback-plan.ts';
import { Planner } from './planner.svelte.ts';
import type { ComebackTask, ExamTask, PlanTask } from './task.ts';

/** The plan until an exam, computed anew whenever what `wanted` reads has changed; none while it gives undefined (no exam date). */
export function liveExam(wanted: () => Omit<ExamTask, 'kind'> | undefined): Pick<Planner<ExamTask>, 'plan' | 'progress'> {
	return livePlan<ExamTask>(() => {
		const task = wanted();
		return task && { kind: 'exam', ...task };
	});
}

/** Whether the student is coming back from days away, and if so the plan out of the backlog. */
export function liveComeback(wanted: () => Omit<ComebackTask, 'kind'>): {
	readonly away: Away | undefined;
	readonly plan: ComebackPlan | undefined;
	readonly progress: number | undefined;
} {
	const task = $derived(wanted());
	const away = $derived(comingBackFrom(task.cards, task.today));
	const planner = livePlan<ComebackTask>(() => away && { kind: 'comeback', ...task });
	return {
		get away() {
			return away;
		},
		get plan() {
			return planner.plan;
		},
		get progress() {
			return planner.progress;
		}
	};
}

function livePlan<T extends PlanTask>(task: () => T | undefined): Planner<T> {
	const planner = new Planner<T>();
	$effect(() => {
		const wanted = task();
		if (wanted) void planner.ask(wanted);
		return () => {
			planner.stop();
		};
	});
	return planner;
}
