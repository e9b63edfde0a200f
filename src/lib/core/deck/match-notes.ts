import { answerText } from './answers.ts';
import type { Note } from './deck.ts';
import { compareTrigrams, trigramsOf, type Trigrams } from './similar.ts';

/** A note and where it was found. */
export interface Placed {
	readonly note: Note;
	readonly namespace: string;
	/** The path of its deck. */
	readonly file: string;
}

interface Compared {
	readonly placed: Placed;
	readonly file: string;
	readonly prompt: Trigrams;
	readonly both: Trigrams;
}

const SAME_ID = 0.3;
const ENOUGH = 0.6;
const CLEAR_BY = 0.05;
const SAME_FILE = 0.05;
const PROMPT_ALONE = 0.9;

/**
 * Which new note each old note has become, for notes that share no written id. First equal prompt and answer, then the same id
 * if the texts are at all alike, then one to one in the order of likeness, if a pair is alike enough and no other is nearly so.
 */
export function matchNotes(old: readonly Placed[], fresh: readonly Placed[]): Map<Placed, Placed> {
	const matched = new Map<Placed, Placed>();
	const free = new Set(fresh);
	const pair = (a: Placed, b: Placed): void => {
		matched.set(a, b);
		free.delete(b);
	};
	const textOf = ({ note, namespace }: Placed): string => `${namespace}\n${note.prompt}\n${answerText(note)}`;
	const byText = groupBy(fresh, textOf);
	for (const a of old) {
		const b = byText.get(textOf(a))?.first((it) => free.has(it));
		if (b) pair(a, b);
	}
	const idOf = ({ note, namespace }: Placed): string => `${namespace}/${note.id}`;
	const byId = groupBy(fresh, idOf);
	for (const a of old) {
		if (matched.has(a)) continue;
		const b = byId.get(idOf(a))?.first((it) => free.has(it));
		if (b && likeness(compared(a), compared(b)) >= SAME_ID) pair(a, b);
	}
	const left = old.filter((a) => !matched.has(a)).map(compared);
	const open = [...free].map(compared);
	for (const [a, b] of greedyPairs(left, open)) matched.set(a.placed, b.placed);
	return matched;
}

function compared(placed: Placed): Compared {
	const { prompt } = placed.note;
	return { placed, file: placed.file, prompt: trigramsOf(prompt), both: trigramsOf(`${prompt}\n${answerText(placed.note)}`) };
}

/** How alike two notes are, from 0 to 1: their prompts and answers together, or nearly as good, their prompts alone. */
function likeness(a: Compared, b: Compared): number {
	return Math.max(compareTrigrams(a.both, b.both), PROMPT_ALONE * compareTrigrams(a.prompt, b.prompt));
}

/** How alike two notes are, from 0 to 1. */
export function noteLikeness(a: Note, b: Note): number {
	return likeness(compared({ note: a, namespace: '', file: '' }), compared({ note: b, namespace: '', file: '' }));
}

/** Pairs from the most to the least alike; one with a runner-up too near is left alone, as nobody can tell which is meant. */
function greedyPairs(old: readonly Compared[], fresh: readonly Compared[]): [Compared, Compared][] {
	const scores: { a: Compared; b: Compared; score: number }[] = [];
	const index = indexOf(fresh);
	for (const a of old) {
		for (const b of candidates(a, index)) {
			const score = likeness(a, b) + (a.file === b.file ? SAME_FILE : 0);
			if (score >= ENOUGH - CLEAR_BY) scores.push({ a, b, score });
		}
	}
	scores.sort((x, y) => y.score - x.score);
	const byOld = groupBy(scores, ({ a }) => a);
	const byNew = groupBy(scores, ({ b }) => b);
	const pairs: [Compared, Compared][] = [];
	const used = new Set<Compared>();
	for (const { a, b, score } of scores) {
		if (score < ENOUGH || used.has(a) || used.has(b)) continue;
		const isOpen = (other: { a: Compared; b: Compared }): boolean => !used.has(other.a) && !used.has(other.b);
		const isRival = (other: { a: Compared; b: Compared }): boolean => isOpen(other) && (other.a !== a || other.b !== b);
		const rivals = [byOld.get(a), byNew.get(b)].flatMap((list) => {
			// The best that is still open is this pair itself, or a rival already.
			const first = list?.first(isOpen);
			return (first && isRival(first) ? first : list?.all.find(isRival)) ?? [];
		});
		if (rivals.some((rival) => score - rival.score < CLEAR_BY)) continue;
		pairs.push([a, b]);
		used.add(a);
		used.add(b);
	}
	return pairs;
}

/** A trigram that occurs in more notes than this tells nothing. */
const COMMON = 200;

/** The notes in which each trigram of a prompt or answer occurs. */
function indexOf(notes: readonly Compared[]): Map<string, Compared[]> {
	const index = new Map<string, Compared[]>();
	for (const note of notes) {
		for (const three of note.both.counts.keys()) {
			const list = index.get(three);
			if (list) list.push(note);
			else index.set(three, [note]);
		}
	}
	return index;
}

/** The notes that share a trigram with this one; where there are many notes, a trigram that is not in most of them. */
function candidates(note: Compared, index: ReadonlyMap<string, readonly Compared[]>): Set<Compared> {
	const found = new Set<Compared>();
	for (const three of note.both.counts.keys()) {
		const list = index.get(three);
		if (list && list.length <= COMMON) for (const other of list) found.add(other);
	}
	return found;
}

/** Things in order, of which those that have dropped out once never come back. */
class Queue<T> {
	readonly all: T[] = [];
	private head = 0;

	/** The first that is left; those before it are never asked for again. */
	first(isLeft: (it: T) => boolean): T | undefined {
		for (; this.head < this.all.length; this.head++) {
			const it = this.all[this.head];
			if (it !== undefined && isLeft(it)) return it;
		}
		return undefined;
	}
}

function groupBy<T, K>(list: readonly T[], key: (it: T) => K): Map<K, Queue<T>> {
	const groups = new Map<K, Queue<T>>();
	for (const it of list) {
		const group = groups.get(key(it)) ?? new Queue<T>();
		if (group.all.length === 0) groups.set(key(it), group);
		group.all.push(it);
	}
	return groups;
}
