import type { ScenarioNote, StepOption } from '../deck.ts';
import { hint, promptOf, type Linted } from '../lint.ts';
import { rangeOn } from '../range.ts';

const ENOUGH_STEPS = 4;

/** Hints about the choices of a scenario. */
export function lintScenario(linted: Linted, note: ScenarioNote): void {
	const { scenario } = linted.parts;
	note.steps.forEach(({ options }, at) => {
		const step = scenario?.steps[at];
		if (options.length < 2 || !options.every((option) => sameOutcome(option, options[0]))) return;
		const range = step ? rangeOn(step.line, step.heading.from, step.heading.to) : promptOf(linted);
		const message =
			'All choices of this step lead to the same place and say the same, so that choosing makes no difference. Give each its own feedback.';
		hint(linted, 'I921', range, message);
	});
	const graded = [note.options, ...note.steps.map(({ options }) => options)].filter(
		(options) => options.length > 1 && options.some(({ right }) => right) && !options.every(({ right }) => right)
	);
	if (graded.length >= ENOUGH_STEPS && graded.every(bestIsLongest)) {
		const message =
			'In every step of this scenario the best choice is the longest, so that guessing the longest pays. Shorten some of them.';
		hint(linted, 'I922', promptOf(linted), message);
	}
}

function sameOutcome(a: StepOption, b: StepOption | undefined): boolean {
	if (!b || a.right !== b.right || a.feedback !== b.feedback || a.goto?.to !== b.goto?.to) return false;
	return a.goto?.to !== 'step' || (b.goto?.to === 'step' && a.goto.step === b.goto.step);
}

function bestIsLongest(options: readonly StepOption[]): boolean {
	const best = Math.max(...options.filter(({ right }) => right).map(({ text }) => text.length));
	return options.every(({ right, text }) => right || text.length < best);
}
