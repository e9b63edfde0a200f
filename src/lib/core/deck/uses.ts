import { withOne } from './collect.ts';
import type { Reading } from './reading.ts';
import { listOf, sourceOf } from './meaning.ts';
import { imagesIn } from './inline.ts';
import type { Inert } from './cut.ts';
import { nearestOf } from './near.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';
import type { Field } from './scope.ts';
import { PICTURE } from './signs.ts';
import type { Setting } from './setting.ts';

/** What a block names that stands elsewhere. Places count lines from the block's first. */
export interface Uses {
	/** Sources that the header does not have. */
	readonly sources: readonly Use[];
	/** The first fact that names concepts. */
	readonly concepts: Naming | undefined;
	readonly pictures: readonly Use[];
}

/** A name and where it stands: on one line, from a column to another, from 0. */
export interface Use {
	readonly name: string;
	readonly line: number;
	readonly from: number;
	readonly to: number;
}

/** A fact that names concepts, and where its value stands on its first line. */
export interface Naming {
	readonly key: 'About' | 'Needs' | 'Part of';
	readonly value: string;
	readonly line: number;
	readonly from: number;
	readonly to: number;
	/** The next one of the block. Most blocks have one at most: a list of it would be as large as what is in it. */
	next: Naming | undefined;
}

const NO_USES: Uses = { sources: [], concepts: undefined, pictures: [] };

/** The sources, concepts and pictures that a block names; a picture without a description is reported (W402). */
export function usesIn(reading: Reading, fields: readonly Field[], nested: readonly Field[], { sources: known, broken }: Setting): Uses {
	let sources: Uses['sources'][number][] | undefined;
	let concepts: Naming | undefined;
	let last: Naming | undefined;
	for (const field of nested.length > 0 ? [...fields, ...nested] : fields) {
		const { key, value, line, keyLine, meaning } = field;
		if (value === '') continue;
		const from = keyLine.valueFrom;
		if (key === 'Source') {
			const source = meaning?.citations?.[0].source;
			if (meaning?.mayBeSeveral === true && reportSeveral(reading, field, known)) continue;
			if (!broken && source !== undefined && !known.has(source))
				sources = withOne(sources, { name: source, line, from, to: Math.min(from + source.length, field.valueTo) });
		} else if (key === 'About' || key === 'Needs' || key === 'Part of') {
			const naming: Naming = { key, value, line, from, to: field.valueTo, next: undefined };
			if (last) last.next = naming;
			else concepts = naming;
			last = naming;
		}
	}
	const pictures = reading.has(PICTURE) ? picturesIn(reading.lines, reading.inert, reading.problems) : NO_USES.pictures;
	if (!sources && !concepts && pictures.length === 0) return NO_USES;
	return { sources: sources ?? NO_USES.sources, concepts, pictures };
}

/** The concepts that a fact names. */
export function namesIn({ value, line, from: start, to: end }: Naming): Use[] {
	let after = 0;
	return listOf(value).map((name) => {
		const at = Math.max(0, value.indexOf(name, after));
		after = at + name.length;
		const from = Math.min(start + at, end);
		return { name, line, from, to: Math.min(from + name.length, end) };
	});
}

function picturesIn(lines: readonly string[], inert: ReadonlyMap<number, Inert>, problems: Problem[]): Uses['pictures'] {
	let pictures: Uses['pictures'][number][] | undefined;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (!line.includes('![') || inert.has(at)) continue;
		pictures ??= [];
		for (const image of imagesIn(line)) {
			pictures.push({ name: image.file, line: at, from: image.fileFrom, to: image.fileFrom + image.file.length });
			if (image.alt.trim() !== '') continue;
			const message = 'This picture has no description for those who cannot see it. Write what it shows between [ and ].';
			problems.push(problem('W402', rangeOn(at, image.from, image.to), message));
		}
	}
	return pictures ?? NO_USES.pictures;
}

/** Reports the sources that the header does not have. */
export function reportUnknown(uses: Uses['sources'], { sources }: Setting, problems: Problem[]): void {
	for (const { name, line, from, to } of uses) {
		const place = rangeOn(line, from, to);
		const near = nearestOf(name, sources);
		const meant = near === undefined ? 'Add it to "sources:" in the header, or correct the name.' : `Did you mean "${near}"?`;
		const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, place, near) };
		problems.push(problem('E601', place, `The header has no source "${name.replaceAll('\n', ' ')}". ${meant}`, fix));
	}
}

/** Several known sources in one line, which is read as one with a strange place in it (W606), or as none (E601). */
function reportSeveral(
	{ lines, problems }: Reading,
	{ value, line, endLine, keyLine, valueTo }: Field,
	known: ReadonlySet<string>
): boolean {
	const parts = listOf(value);
	if (parts.length < 2 || endLine !== line + 1 || !parts.every((part) => known.has(sourceOf(part)))) return false;
	const range = rangeOn(line, keyLine.valueFrom, valueTo);
	const begin = (lines[line] ?? '').slice(0, keyLine.valueFrom);
	const fix = replace('Write a line for each', range, parts.join(`\n${begin}`));
	const message = `${parts.length} sources stand in one line, which is read as one. Write a line "- Source: …" for each.`;
	problems.push(problem(known.has(sourceOf(value)) ? 'W606' : 'E601', range, message, { fix }));
	return true;
}
