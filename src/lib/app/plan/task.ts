import { planComeback, type ComebackOptions, type ComebackPlan } from '#lib/core/schedule/plan/comeback-plan.ts';
import { planExam, type ExamOptions, type ExamPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import type { Planning } from '#lib/core/schedule/plan/planning.ts';
import type { Day } from '#lib/core/review/entry.ts';

export interface ExamTask {
	readonly kind: 'exam';
	readonly cards: readonly PlanCard[];
	readonly today: Day;
	readonly examDay: Day;
	readonly options: ExamOptions;
}
export interface ComebackTask {
	readonly kind: 'comeback';
	readonly cards: readonly PlanCard[];
	readonly today: Day;
	readonly options: ComebackOptions;
}

/** A plan that is wanted: plain data, so that a worker can be told. */
export type PlanTask = ExamTask | ComebackTask;
export type PlanOf<T extends PlanTask> = T extends ExamTask ? ExamPlan : ComebackPlan;

/** Begins a plan; nothing is computed before the first piece is asked for. */
export function begin(task: PlanTask): Planning<ExamPlan | ComebackPlan> {
	switch (task.kind) {
		case 'exam':
			return planExam(task.cards, task.today, task.examDay, task.options);
		case 'comeback':
			return planComeback(task.cards, task.today, task.options);
	}
}
