import type { ProseToken } from './marked.ts';
import { isPlain, plainTokens } from './plain.ts';

type Lexer = (text: string, inline: boolean) => ProseToken[];

let full = $state.raw<Lexer>();
let loading: Promise<void> | undefined;

/** Loads what reads any Markdown; what reads plain texts is always here. Rejects where it cannot be had, and may be tried again. */
export function loadMarked(): Promise<void> {
	loading ??= import('./marked.ts').then(
		({ lexWithMarked }) => {
			full = lexWithMarked;
		},
		(error: unknown) => {
			loading = undefined;
			throw error;
		}
	);
	return loading;
}

/**
 * The tokens of a Markdown text; with `inline`, those of a line that is no block of its own. While what reads it is still loaded, a text
 * that is not plain has none: half read, a cloze would give its answer away. Whoever shows such texts waits for `loadMarked`.
 */
export function lex(text: string, inline = false): ProseToken[] {
	const plain = plainTokens(text, inline);
	if (plain !== undefined) return plain;
	if (full === undefined) loadMarked().catch(() => undefined);
	return full?.(text, inline) ?? [];
}

/** Fields that hold no text, but names by which things are found. */
const NAMES: ReadonlySet<string> = new Set(['id', 'kind', 'about', 'partOf', 'needs', 'tags', 'changed', 'uses', 'status']);

/** Resolves when every text of a note can be read. */
export async function readyFor(note: object): Promise<void> {
	if (full === undefined && !isPlainThroughout(note)) await loadMarked();
}

function isPlainThroughout(part: unknown): boolean {
	if (typeof part === 'string') return part === '' || isPlain(part);
	if (typeof part !== 'object' || part === null) return true;
	return Object.entries(part).every(([field, value]) => NAMES.has(field) || isPlainThroughout(value));
}
