import { addAll } from './collect.ts';
import type { Reading } from './body.ts';
import { listOf, readCitation } from './facts.ts';
import { imagesIn } from './inline.ts';
import type { Inert } from './cut.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { rangeOn } from './range.ts';
import type { Field } from './scope.ts';

/** What a block names that stands elsewhere. Places count lines from the block's first. */
export interface Uses {
	readonly sources: readonly { readonly id: string; readonly range: Range }[];
	readonly concepts: readonly { readonly key: 'About' | 'Needs' | 'Part of'; readonly name: string; readonly range: Range }[];
	readonly pictures: readonly { readonly file: string; readonly range: Range }[];
}

export const NO_USES: Uses = { sources: [], concepts: [], pictures: [] };

/** The sources, concepts and pictures that a block names; a picture without a description is reported (W402). */
export function usesIn(reading: Reading, fields: readonly Field[], nested: readonly Field[]): Uses {
	let sources: Uses['sources'][number][] | undefined;
	let concepts: Uses['concepts'][number][] | undefined;
	for (const field of nested.length > 0 ? [...fields, ...nested] : fields) {
		const { key, value, line, keyLine } = field;
		if (value === '') continue;
		const from = keyLine.valueFrom;
		if (key === 'Source') {
			const { source } = readCitation(value);
			(sources ??= []).push({ id: source, range: rangeOn(line, from, Math.min(from + source.length, field.valueTo)) });
		} else if (key === 'About' || key === 'Needs' || key === 'Part of') {
			addAll((concepts ??= []), namesIn(field, key));
		}
	}
	const pictures = picturesIn(reading.lines, reading.inert, reading.problems);
	if (!sources && !concepts && pictures.length === 0) return NO_USES;
	return { sources: sources ?? NO_USES.sources, concepts: concepts ?? NO_USES.concepts, pictures };
}

function namesIn({ value, line, keyLine, valueTo }: Field, key: 'About' | 'Needs' | 'Part of'): Uses['concepts'][number][] {
	let after = 0;
	return listOf(value).map((name) => {
		const at = Math.max(0, value.indexOf(name, after));
		after = at + name.length;
		const from = Math.min(keyLine.valueFrom + at, valueTo);
		return { key, name, range: rangeOn(line, from, Math.min(from + name.length, valueTo)) };
	});
}

function picturesIn(lines: readonly string[], inert: ReadonlyMap<number, Inert>, problems: Problem[]): Uses['pictures'] {
	let pictures: Uses['pictures'][number][] | undefined;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (!line.includes('![') || inert.has(at)) continue;
		pictures ??= [];
		for (const image of imagesIn(line)) {
			pictures.push({ file: image.file, range: rangeOn(at, image.fileFrom, image.fileFrom + image.file.length) });
			if (image.alt.trim() !== '') continue;
			const message = 'This picture has no description for those who cannot see it. Write what it shows between [ and ].';
			problems.push(problem('W402', rangeOn(at, image.from, image.to), message));
		}
	}
	return pictures ?? NO_USES.pictures;
}
