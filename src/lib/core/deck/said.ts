import type { Reading } from './reading.ts';
import type { NoteKind } from './deck.ts';
import type { Key } from './field.ts';
import type { Heading } from './heading.ts';
import type { BlockKind } from './kind.ts';
import { entryOn } from './kinds/term.ts';
import { nearestOf } from './near.ts';
import { problem } from './problem.ts';
import { kindNamed, KIND_NAMES, type Prompt } from './prompt.ts';
import { insert, rangeOn, replace } from './range.ts';
import { fieldRange, textOf, valueRange, type Field, type Scope } from './scope.ts';

/** The kind that `Type:` says. */
export function kindSaid(type: Field | undefined): NoteKind | undefined {
	return type && kindNamed(type.value);
}

/** What a block's lines are found to be: its scope, the `Type:` in it, and how many steps there are. */
interface Found {
	readonly scope: Scope;
	readonly type: Field | undefined;
	readonly steps: number;
}

/** Warns of a kind word or a `Type:` with a typing mistake, and gives the prompt as it is meant. */
export function warnOfKind(reading: Reading, heading: Heading, prompt: Prompt, { scope, type, steps }: Found): Prompt {
	if (!type && !prompt.near) return prompt;
	if (type && type.value !== '' && !kindNamed(type.value)) {
		const near = nearestOf(type.value, KIND_NAMES);
		const range = valueRange(type);
		const meant =
			near === undefined
				? 'Write question, term, cloze, choice, choose all, typed, numeric, picture or scenario'
				: `Did you mean "${near}"`;
		const message = `"${type.value}" is not a kind of card. ${meant}${near === undefined ? '.' : '?'}`;
		reading.problems.push(problem('W106', range, message, near === undefined ? {} : { fix: replace(`Write "${near}"`, range, near) }));
	}
	const { near } = prompt;
	if (!near || type || !bodyFits(near.kind, reading, scope, steps)) return prompt;
	// Without a colon "Scenario" may begin a question and "Term" a title: only steps prove the one, and nothing the other.
	if (!near.hasColon && near.kind === 'scenario' && steps === 0) return prompt;
	if (!near.hasColon && near.kind === 'term' && !looksLikeName(near.text)) return prompt;
	const range = rangeOn(0, heading.from, heading.from + near.typed.length);
	const isBare = `${near.typed}:` === near.write;
	const what = isBare ? `"${near.typed}" stands here without a colon.` : `"${near.typed}" is not a kind of card.`;
	const message = `${what} Did you mean "${near.write}"?`;
	reading.problems.push(problem('W106', range, message, { fix: replace(`Write "${near.write}"`, range, near.write) }));
	if (!near.hasColon && near.kind === 'term') return prompt;
	return { text: near.text, from: near.from, kind: near.kind, terms: false };
}

function looksLikeName(text: string): boolean {
	return !asks(text) && text.split(' ').length <= 3;
}

/** Whether what stands below a heading is what that kind needs. */
function bodyFits(kind: NoteKind, reading: Reading, { content, boxes, fields }: Scope, steps: number): boolean {
	if (kind === 'scenario') return steps > 0 || boxes.length > 0;
	if (boxes.length > 0 || fields.some(({ key }) => key === 'Answer' || key === 'Hide')) return false;
	const text = textOf(reading, content);
	if (kind === 'true-false') return /^(true|false)\b/iu.test(text);
	if (kind === 'order') return text.startsWith('1') || text.includes('\n1');
	if (kind === 'match') return text.includes('|');
	return text !== '';
}

/** Which facts say something about which kinds only. */
const ONLY_FOR: ReadonlyMap<Key, readonly BlockKind[]> = new Map<Key, readonly BlockKind[]>([
	['Choose', ['choice', 'choose-all']],
	['Reverse', ['term', 'terms', 'question']],
	['Also accept', ['typed', 'numeric']],
	['Alt asked', ['picture']]
]);

/** Facts that say nothing about this kind of note, and notes whose kind is in doubt. */
export function reportIdleFacts(reading: Reading, kind: BlockKind, fields: readonly Field[], prompt: Prompt, marks: number): void {
	for (const field of fields) {
		const kinds = field.key && ONLY_FOR.get(field.key);
		if (!kinds || kinds.includes(kind)) continue;
		const message = `"${field.name}:" says nothing about this kind of card. It is kept; delete it if it is not meant.`;
		reading.problems.push(problem('I303', fieldRange(field), message));
	}
	const said = prompt.kind !== undefined || fields.some(({ key }) => key === 'Type');
	if (kind === 'cloze' && !said && marks > 0 && asks(prompt.text)) warnOfHighlight(reading, prompt);
	if (kind === 'question' && !said) warnOfTermList(reading, prompt);
}

function asks(text: string): boolean {
	return text.endsWith('?') || text.endsWith('？') || text.endsWith('؟');
}

function warnOfHighlight({ lines, problems }: Reading, prompt: Prompt): void {
	let last = lines.length;
	while (last > 1 && (lines[last - 1] ?? '').trim() === '') last--;
	const isFact = (lines[last - 1] ?? '').startsWith('- ');
	const fix = insert('It is a text with hidden words', last - 1, (lines[last - 1] ?? '').length, `${isFact ? '' : '\n'}\n- Type: cloze`);
	const range = rangeOn(0, prompt.from, prompt.from + prompt.text.length);
	const message =
		'This heading asks a question, and the text below hides words between ==. Write "- Type: cloze" if the words are to be filled in, or "- Type: question" if == only highlights.';
	problems.push(problem('W404', range, message, { fix }));
}

/** Two bullets or more, all of them a bold term with a definition, under a heading that asks nothing. */
function warnOfTermList(reading: Reading, prompt: Prompt): void {
	if (asks(prompt.text)) return;
	let entries = 0;
	for (let at = 1; at < reading.length; at++) {
		const line = reading.line(at);
		if (line.trim() === '' || line.startsWith('<!--') || line.startsWith(' ')) continue;
		if (!/^[-*+] (\*\*|__)/u.test(line)) {
			if (entries >= 2 && /^[-*+] /u.test(line)) break;
			return;
		}
		if (!entryOn(line)) return;
		entries++;
	}
	if (entries < 2) return;
	const range = rangeOn(0, prompt.from, prompt.from + prompt.text.length);
	const message = 'This looks like a list of terms, but it is read as one card. Write "## Terms" to make a card of each line.';
	reading.problems.push(problem('W108', range, message, { fix: replace('Write "Terms"', range, 'Terms') }));
}

/** Text after the options of a choice is the reason: the note's facts with that text as `Why`. */
export function whyAfterOptions(reading: Reading, scope: Scope): readonly Field[] {
	if (scope.content.length === 0) return scope.fields;
	const firstBox = scope.boxes[0]?.from ?? 0;
	const after = scope.content.filter((piece) => piece.from > firstBox && piece.kind !== 'comment' && piece.kind !== 'rule');
	const first = after[0];
	if (!first) return scope.fields;
	const { lines, problems } = reading;
	const line = lines[first.from] ?? '';
	const start = line.length - line.trimStart().length;
	const edits = [{ range: rangeOn(first.from, start, start), text: '- Why: ' }];
	for (let at = first.from + 1; at < first.to; at++)
		if ((lines[at] ?? '').trim() !== '') edits.push({ range: rangeOn(at, 0, 0), text: '  ' });
	const message = 'This text after the options is read as the reason, "Why:". Write "- Why: " before it to say so.';
	const fix = first.kind === 'prose' && after.length === 1 ? { fix: { title: 'Write "- Why: "', edits } } : {};
	problems.push(problem('I305', rangeOn(first.from, start, line.trimEnd().length), message, fix));
	const written = scope.fields.find(({ key }) => key === 'Why');
	const text = textOf(reading, after);
	const keyLine = written?.keyLine ?? {
		name: 'Why',
		from: start,
		to: start,
		nameFrom: start,
		valueFrom: start,
		key: 'Why' as const,
		near: undefined
	};
	const value = written && written.value !== '' ? `${text}\n\n${written.value}` : text;
	const why: Field = {
		key: 'Why',
		name: 'Why',
		value,
		line: first.from,
		endLine: first.to,
		keyLine,
		valueTo: line.trimEnd().length,
		meaning: undefined
	};
	return [...scope.fields.filter((field) => field !== written), why];
}
