import type { CardId } from '#lib/core/card/card.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import type { ComebackTask, ExamTask } from '#lib/app/plan/task.ts';

const TODAY = 20_000;
const cards = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `d/n${index}/main` as CardId }));

/** A plan that takes a moment. */
export const SHORT: ExamTask = { kind: 'exam', cards: cards(10), today: TODAY, examDay: TODAY + 5, options: { seed: 1 } };
/** A plan that takes seconds. */
export const LONG: ExamTask = { kind: 'exam', cards: cards(2000), today: TODAY, examDay: TODAY + 500, options: { seed: 1 } };
export const COMEBACK: ComebackTask = {
	kind: 'comeback',
	cards: cards(40).map(({ id }, index) => ({ id, stability: 5 + index, difficulty: 5, lastDay: TODAY - 12, dueDay: TODAY - 3 })),
	today: TODAY,
	options: { reviewsPerDay: 20, parameters: DEFAULTS, seed: 1 }
};
