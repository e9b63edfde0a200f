import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { decksIn } from '../../../src/cli/decks/files.ts';
import { fixture } from './reading.ts';
import { fortyCards } from './forty-cards.ts';

/** The shipped decks, the examples of the design, and a deck of forty cards. */
export function realDecks(): string[] {
	const examples = ['canonical.md', 'every-kind.md', 'as-typed-on-a-phone.md'];
	const shipped = [...decksIn('decks'), 'decks/_template.md'];
	return [...shipped.map((path) => readFileSync(path, 'utf8')), ...examples.map(fixture), fortyCards()];
}

/** What a slip of the hand may leave anywhere in a line. */
const SLIPS = [
	' ',
	'\t',
	'\n',
	'\r',
	'\u00a0',
	'\u200b',
	'\u202e',
	'\ufeff',
	'\u0000',
	'\ud83d',
	'#',
	'##',
	'- ',
	'[ ] ',
	'[x]',
	']',
	'(',
	'==',
	'=',
	'`',
	'```',
	'~~~',
	'<!--',
	'-->',
	'<!-- #a -->',
	'---',
	'->',
	'→ end',
	'|',
	'> ',
	'**',
	'\\',
	'{{c1::',
	'}}',
	'{#a}',
	':',
	'- Type: cloze',
	'\n- Answer: 3 ± 1 %',
	'\n- [x] a\n',
	'\n# Part\n- Source: a\n',
	'\n## Terms\n',
	'\n## Scenario: A\n',
	'\n### B\n'
] as const;

type Damage = (lines: string[], at: number, other: number, slip: string) => void;

const DAMAGES: readonly Damage[] = [
	(lines, at) => lines.splice(at, 1),
	(lines, at, other) => lines.splice(other % (lines.length + 1), 0, lines[at] ?? ''),
	(lines, at, other) => {
		const to = other % lines.length;
		[lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? ''];
	},
	(lines, at, other) => {
		const line = lines[at] ?? '';
		lines[at] = line.slice(0, other % (line.length + 1));
	},
	(lines, at, other, slip) => {
		const line = lines[at] ?? '';
		const column = other % (line.length + 1);
		lines[at] = line.slice(0, column) + slip + line.slice(column);
	},
	(lines, at, other) => {
		const line = lines[at] ?? '';
		const column = other % (line.length + 1);
		lines[at] = line.slice(0, column) + line.slice(column + 1);
	},
	(lines, at, other) => (lines[at] = ' '.repeat(other % 6) + (lines[at] ?? '').trimStart()),
	(lines, at) => (lines[at] = `\t${lines[at] ?? ''}`),
	(lines, at) => {
		if (at > 0) lines.splice(at - 1, 2, `${lines[at - 1] ?? ''}${lines[at] ?? ''}`);
	},
	// A part of the text goes elsewhere.
	(lines, at, other) => {
		const part = lines.splice(at, 1 + (other % 7));
		lines.splice(other % (lines.length + 1), 0, ...part);
	}
];

/** Real decks in which some lines were lost, doubled, swapped, cut, joined, moved or indented, or have strange characters. */
export function damagedDecks(): fc.Arbitrary<{ whole: string; damaged: string }> {
	const damage = fc.tuple(
		fc.constantFrom(...DAMAGES),
		fc.nat(),
		fc.nat(),
		fc.oneof(fc.constantFrom(...SLIPS), fc.string({ unit: 'binary', maxLength: 3 }))
	);
	const end = fc.constantFrom('\n', '\n', '\n', '\r\n');
	return fc.tuple(fc.constantFrom(...realDecks()), fc.array(damage, { minLength: 1, maxLength: 8 }), end).map(([whole, damages, eol]) => {
		const lines = whole.split('\n');
		for (const [change, at, other, slip] of damages) if (lines.length > 0) change(lines, at % lines.length, other, slip);
		return { whole, damaged: lines.join(eol) };
	});
}

/** Texts of any characters, also halves of surrogate pairs. */
export function anyText(): fc.Arbitrary<string> {
	const unit = fc.oneof(
		{ weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
		{ weight: 3, arbitrary: fc.constantFrom(...SLIPS) }
	);
	return fc.array(unit, { maxLength: 200 }).map((units) => units.join(''));
}
