import { answerText } from './answers.ts';
import type { Deck, Note } from './deck.ts';
import { matchNotes, noteLikeness, type Placed } from './match-notes.ts';
import { cardKey, cardsIn, partsOf, type CardKey } from './parts.ts';
import { matchMarks } from './match-marks.ts';
import { similarity } from './similar.ts';

/**
 * What an edit means for one card. `kept`: the same card, with its history. `renamed`: the same card under another key.
 * `changed`: the same card, but what is right has changed, so it is due again. `new`, `gone`: what they say.
 */
export type Verdict = 'kept' | 'renamed' | 'changed' | 'new' | 'gone';

export interface CardChange {
	readonly old?: CardKey;
	readonly new?: CardKey;
	readonly verdict: Verdict;
}

/** A deck and the path of its file. */
export interface DeckAt {
	readonly path: string;
	readonly deck: Deck;
}

const SAME_ANSWER = 0.6;
const SAME_CONTENT = 0.6;

/**
 * What it means for the students of some decks that their new texts replace the old ones: a verdict for each card of either.
 * A card that is renamed and changed at once has two lines. `use` cards follow their concepts.
 */
export function diffDecks(old: readonly DeckAt[], fresh: readonly DeckAt[]): CardChange[] {
	const pairs = pairNotes(placed(old), placed(fresh));
	const before = cardsIn(old.map(({ deck }) => deck));
	const after = cardsIn(fresh.map(({ deck }) => deck));
	const changes: CardChange[] = [];
	const done = new Set<CardKey>();
	for (const [a, b] of pairs) {
		const parts = matchParts(a.note, b.note);
		const changed = keyChanged(a.note, b.note);
		for (const part of allParts(a, before)) {
			const from = cardKey(a.namespace, a.note.id, part);
			const to = cardKey(b.namespace, b.note.id, parts.get(part) ?? part);
			if (!after.has(to) || done.has(to)) continue;
			done.add(from);
			done.add(to);
			if (from !== to) changes.push({ old: from, new: to, verdict: 'renamed' });
			if (changed && part !== 'use') changes.push({ old: from, new: to, verdict: 'changed' });
			else if (from === to) changes.push({ old: from, new: to, verdict: 'kept' });
		}
	}
	const named = new Set(changes.flatMap(({ old: from }) => (from === undefined ? [] : [from])));
	const reached = new Set(changes.flatMap(({ new: to }) => (to === undefined ? [] : [to])));
	for (const key of before.keys()) if (!named.has(key)) changes.push({ old: key, verdict: 'gone' });
	for (const key of after.keys()) if (!reached.has(key)) changes.push({ new: key, verdict: 'new' });
	return changes;
}

function placed(decks: readonly DeckAt[]): Placed[] {
	return decks.flatMap(({ path, deck }) => deck.notes.map((note) => ({ note, namespace: deck.namespace, file: path })));
}

function allParts({ note, namespace }: Placed, cards: ReadonlyMap<CardKey, Note>): string[] {
	const parts = partsOf(note);
	return note.kind === 'term' && cards.has(cardKey(namespace, note.id, 'use')) ? [...parts, 'use'] : parts;
}

/** Each old note with what has become of it: by id where both texts have it written, else by what they say. */
function pairNotes(old: readonly Placed[], fresh: readonly Placed[]): Map<Placed, Placed> {
	const pairs = new Map<Placed, Placed>();
	const byKey = new Map(fresh.map((it) => [`${it.namespace}/${it.note.id}`, it]));
	const free = new Set(fresh);
	const open: Placed[] = [];
	for (const a of old) {
		const b = byKey.get(`${a.namespace}/${a.note.id}`);
		// An id that stands in the new text is the author's word; one that is derived on both sides is only a guess.
		if (b && free.has(b) && (b.note.idWritten || a.note.idWritten)) {
			pairs.set(a, b);
			free.delete(b);
		} else open.push(a);
	}
	// A note with an id that is new in the text can still be the one that had none; one with a known id cannot be another.
	const oldKeys = new Set(old.map((it) => `${it.namespace}/${it.note.id}`));
	const candidates = [...free].filter((b) => !b.note.idWritten || !oldKeys.has(`${b.namespace}/${b.note.id}`));
	const pair = (a: Placed, b: Placed): void => {
		pairs.set(a, b);
		free.delete(b);
	};
	for (const [a, b] of matchNotes(
		open.filter(({ note }) => !note.idWritten),
		candidates
	))
		pair(a, b);
	// The line with the id was deleted: the note may be one of those that have none now.
	const lost = open.filter((a) => !pairs.has(a));
	for (const [a, b] of matchNotes(
		lost,
		[...free].filter(({ note }) => !note.idWritten)
	))
		pair(a, b);
	const byId = new Map([...free].map((b) => [b.note.id, b]));
	for (const a of open) {
		const b = pairs.has(a) ? undefined : byId.get(a.note.id);
		if (b && free.has(b) && b.namespace !== a.namespace && noteLikeness(a.note, b.note) >= SAME_CONTENT) pair(a, b);
	}
	return pairs;
}

/** Which part of the new note each part of the old one has become. */
function matchParts(a: Note, b: Note): Map<string, string> {
	if (a.kind === 'cloze' && b.kind === 'cloze') return matchMarks(a, b);
	const parts = new Map<string, string>();
	// Recognition and recall share the part main; a term is asked forward.
	if (a.kind === 'term' && hasMain(b)) parts.set('forward', 'main');
	if (hasMain(a) && b.kind === 'term') parts.set('main', 'forward');
	return parts;
}

function hasMain(note: Note): boolean {
	return partsOf(note).includes('main');
}

const RECOGNITION: ReadonlySet<Note['kind']> = new Set<Note['kind']>(['choice', 'choose-all', 'true-false', 'match', 'order']);

/** Whether what counts as right has changed, or the answer has become another text, or it must now be recalled. */
function keyChanged(a: Note, b: Note): boolean {
	if (a.kind !== b.kind) return RECOGNITION.has(a.kind) && !RECOGNITION.has(b.kind);
	switch (b.kind) {
		case 'choice':
		case 'choose-all':
			return rightOptions(a) !== rightOptions(b) && !sameRight(a, b);
		case 'true-false':
			return a.kind === b.kind && a.answer !== b.answer;
		case 'numeric':
			return a.kind === b.kind && JSON.stringify([a.value, a.tolerance, a.unit]) !== JSON.stringify([b.value, b.tolerance, b.unit]);
		case 'typed':
			return a.kind === b.kind && accepted(a) !== accepted(b);
		case 'order':
			return a.kind === b.kind && !sameOrder(a.items, b.items);
		case 'match':
			return a.kind === b.kind && pairsOf(a) !== pairsOf(b);
		case 'cloze':
		case 'picture':
		case 'scenario':
			return false;
		case 'term':
		case 'question':
			return similarity(answerText(a), answerText(b)) < SAME_ANSWER;
	}
}

function accepted(note: { answer: string; alsoAccept: readonly string[] }): string {
	return [note.answer, ...note.alsoAccept].map(plain).sort().join('\n');
}

function plain(text: string): string {
	return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function rightOptions(note: Note): string {
	return 'options' in note
		? note.options
				.filter(({ right }) => right)
				.map(({ text }) => plain(text))
				.sort()
				.join('\n')
		: '';
}

/** Whether the right options only have been reworded: as many as before, and each like one that was right. */
function sameRight(a: Note, b: Note): boolean {
	if (!('options' in a) || !('options' in b)) return false;
	const before = a.options.filter(({ right }) => right);
	const after = b.options.filter(({ right }) => right);
	if (before.length !== after.length) return false;
	return after.every((option) => {
		const best = [...a.options].sort((x, y) => similarity(y.text, option.text) - similarity(x.text, option.text))[0];
		return best?.right === true && similarity(best.text, option.text) >= SAME_ANSWER;
	});
}

/** Whether the items stand in the same order, reworded at most. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item, at) => similarity(item, b[at] ?? '') >= SAME_ANSWER);
}

function pairsOf(note: { pairs: readonly (readonly [string, string])[] }): string {
	return note.pairs
		.map((pair) => pair.map(plain).join('\t'))
		.sort()
		.join('\n');
}
