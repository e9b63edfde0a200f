import type { NoteKind } from './deck.ts';
import type { Field } from './scope.ts';

/** A kind of note, or a list of terms. */
export type BlockKind = NoteKind | 'terms';

/** A thing in a note that says which kind it is. */
export interface Sign {
	readonly kind: BlockKind;
	/** What it is, in a teacher's words. */
	readonly words: string;
}

/** What speaks for a kind; `said`: the author's own word for it (`Type:`, the kind word, the heading `Terms`). */
export interface Signs {
	readonly said: readonly Sign[];
	readonly fields: readonly Field[];
	readonly boxes: number;
	readonly right: number;
	readonly marks: number;
}

/** The kind of a note, or the two signs that contradict each other. The first rule that applies decides; a conflict is never guessed. */
export function decideKind(signs: Signs): BlockKind | { readonly conflict: readonly [Sign, Sign] } {
	if (signs.said.length === 0) {
		const only = onlyShape(signs);
		if (only) return only;
	}
	const found = shapesOf(signs);
	const [said, ...others] = signs.said;
	if (!said) {
		const [first, second] = found;
		if (first && second) return { conflict: [first, second] };
		return first?.kind ?? 'question';
	}
	const other = others.find(({ kind }) => !agrees(said.kind, kind)) ?? found.find((shape) => !fits(said.kind, shape));
	return other ? { conflict: [said, other] } : said.kind;
}

/** What the body says if nothing else says anything and it says one thing at most. */
function onlyShape({ fields, boxes, right, marks }: Signs): BlockKind | undefined {
	for (const { key } of fields)
		if (key === 'Hide' || key === 'Answer') return boxes + marks === 0 && key === 'Answer' ? onlyAnswer(fields) : undefined;
	if (boxes > 0) return marks > 0 ? undefined : right > 1 ? 'choose-all' : 'choice';
	return marks > 0 ? 'cloze' : 'question';
}

function onlyAnswer(fields: readonly Field[]): BlockKind | undefined {
	return fields.some(({ key }) => key === 'Hide') ? undefined : 'typed';
}

/** The signs in the body, in the order in which they decide. */
function shapesOf({ fields, boxes, right, marks }: Signs): readonly Sign[] {
	let hide = false;
	let answer = false;
	for (const { key } of fields) {
		hide ||= key === 'Hide';
		answer ||= key === 'Answer';
	}
	if (!hide && !answer && boxes + marks === 0) return NO_SIGNS;
	const signs: Sign[] = [];
	if (hide) signs.push({ kind: 'picture', words: '"Hide:"' });
	if (answer) signs.push({ kind: 'typed', words: '"Answer:"' });
	if (boxes > 0) signs.push({ kind: right > 1 ? 'choose-all' : 'choice', words: 'boxes' });
	if (marks > 0) signs.push({ kind: 'cloze', words: 'words between ==' });
	return signs;
}

const NO_SIGNS: readonly Sign[] = [];
const TYPED: ReadonlySet<BlockKind> = new Set<BlockKind>(['typed', 'numeric']);
const CHOICES: ReadonlySet<BlockKind> = new Set<BlockKind>(['choice', 'choose-all']);

function agrees(a: BlockKind, b: BlockKind): boolean {
	return a === b || (TYPED.has(a) && TYPED.has(b)) || (CHOICES.has(a) && CHOICES.has(b));
}

/** Whether a sign in the body can stand in a note that its author has called something. Marks may always stand: they highlight. */
function fits(said: BlockKind, shape: Sign): boolean {
	if (shape.kind === 'cloze') return true;
	if (CHOICES.has(shape.kind)) return CHOICES.has(said) || said === 'scenario';
	return agrees(said, shape.kind);
}

const NAMES: Readonly<Record<BlockKind, string>> = {
	term: 'a term',
	terms: 'a list of terms',
	question: 'a question with its answer',
	cloze: 'a text with hidden words',
	choice: 'multiple choice',
	'choose-all': 'multiple choice',
	'true-false': 'true or false',
	typed: 'a typed answer',
	numeric: 'a typed number',
	order: 'put in order',
	match: 'a match',
	picture: 'a picture with hidden parts',
	scenario: 'a scenario'
};

/** A kind in a teacher's words. */
export function nameOfKind(kind: BlockKind): string {
	return NAMES[kind];
}
