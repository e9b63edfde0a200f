import { lastArrow, type Arrow } from '../arrow.ts';
import type { Edit } from '../format.ts';
import { arrowRange, meansEnd, type ReadScenario, type ReadStep } from '../kinds/scenario.ts';
import type { ReadOption } from '../option.ts';
import { slugOf } from '../slug.ts';

/** Arrows as `→ [Title](#anchor)` and `→ end`; an anchor is the one that GitHub gives to the step in the whole text. */
export function arrowEdits(lines: readonly string[], scenario: ReadScenario, anchors: readonly string[]): Edit[] {
	const { steps, draft } = scenario;
	if (draft.kind !== 'scenario') return [];
	const edits: Edit[] = [];
	const each = (options: readonly ReadOption[], read: readonly { goto?: { to: string; step?: string } }[]): void => {
		options.forEach((option, at) => {
			const goto = read[at]?.goto;
			const arrow = goto && lastArrow(option.text);
			if (!goto || !arrow) return;
			const step = steps.findIndex(({ id }) => id === goto.step);
			const written = goto.to === 'end' ? '→ end' : stepLink(steps, step, anchors[step] ?? '');
			const range = arrowRange({ lines, inert: new Map(), problems: [] }, option, arrow);
			if (!written || !range || isEnd(arrow, goto.to)) return;
			if (option.text.slice(arrow.from, arrow.to) !== written) edits.push({ range, text: written });
		});
	};
	each(scenario.options, draft.options);
	steps.forEach((step, at) => {
		each(step.options, draft.steps[at]?.options ?? []);
	});
	return edits;
}

function isEnd(arrow: Arrow, to: string): boolean {
	return to === 'end' && arrow.label.endsWith('.') && !meansEnd(arrow);
}

/** The link to a step, or undefined if no link would lead to it. */
function stepLink(steps: readonly ReadStep[], at: number, anchor: string): string | undefined {
	const step = steps[at];
	const title = step?.heading.text ?? '';
	if (!step || title === '' || title.includes('→') || title.includes('->') || title.includes('=>') || /[[\]`\\<>]/u.test(title))
		return undefined;
	for (const target of [anchor, step.anchor, step.id]) {
		const found =
			steps.find(({ id }) => id === target) ??
			steps.find((other) => other.anchor === target || slugOf(other.heading.text) === target) ??
			steps.find((other) => other.heading.text.toLowerCase() === title.toLowerCase());
		if (found === step && target !== '' && !target.includes(')')) return `→ [${title}](#${target})`;
	}
	return undefined;
}
