import { lastArrow, type Arrow } from '../arrow.ts';
import type { Edit } from '../format.ts';
import { arrowRange, meansEnd, type ReadScenario, type ReadStep } from '../kinds/scenario.ts';
import type { ReadOption } from '../option.ts';
import { slugOf } from '../slug.ts';

/** Arrows as `→ [Title](#anchor)` and `→ end`; an anchor is the one that GitHub gives to the step in the whole text. */
export function arrowEdits(lines: readonly string[], scenario: ReadScenario, anchors: readonly string[]): Edit[] {
	const { steps, note } = scenario;
	const edits: Edit[] = [];
	const names = new StepNames(steps);
	const each = (options: readonly ReadOption[], read: readonly { goto?: { to: string; step?: string } }[]): void => {
		options.forEach((option, at) => {
			const goto = read[at]?.goto;
			const arrow = goto && lastArrow(option.text);
			if (!goto || !arrow) return;
			const step = names.byId.get(goto.step ?? '') ?? -1;
			const written = goto.to === 'end' ? '→ end' : stepLink(steps, names, step, anchors[step] ?? '');
			const range = arrowRange({ lines }, option, arrow);
			if (!written || !range || isEnd(arrow, goto.to)) return;
			if (option.text.slice(arrow.from, arrow.to) !== written) edits.push({ range, text: written });
		});
	};
	each(scenario.options, note.options);
	steps.forEach((step, at) => {
		each(step.options, note.steps[at]?.options ?? []);
	});
	return edits;
}

function isEnd(arrow: Arrow, to: string): boolean {
	return to === 'end' && arrow.label.endsWith('.') && !meansEnd(arrow);
}

/** The steps of a scenario by what leads to them, as their indexes; of equal names the first. */
class StepNames {
	readonly byId = new Map<string, number>();
	private readonly byAnchor = new Map<string, number>();
	private readonly byTitle = new Map<string, number>();

	constructor(steps: readonly ReadStep[]) {
		steps.forEach(({ id, anchor, heading }, at) => {
			for (const [map, name] of [
				[this.byId, id],
				[this.byAnchor, anchor],
				[this.byAnchor, slugOf(heading.text)],
				[this.byTitle, heading.text.toLowerCase()]
			] as const)
				if (!map.has(name)) map.set(name, at);
		});
	}

	find(target: string, title: string): number | undefined {
		return this.byId.get(target) ?? this.byAnchor.get(target) ?? this.byTitle.get(title.toLowerCase());
	}
}

/** The link to a step, or undefined if no link would lead to it. */
function stepLink(steps: readonly ReadStep[], names: StepNames, at: number, anchor: string): string | undefined {
	const step = steps[at];
	const title = step?.heading.text ?? '';
	if (!step || title === '' || title.includes('→') || title.includes('->') || title.includes('=>') || /[[\]`\\<>]/u.test(title))
		return undefined;
	for (const target of [anchor, step.anchor, step.id]) {
		if (names.find(target, title) === at && target !== '' && !target.includes(')')) return `→ [${title}](#${target})`;
	}
	return undefined;
}
