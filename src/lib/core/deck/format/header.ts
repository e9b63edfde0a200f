import type { Parts } from '../assemble.ts';
import type { Deck } from '../deck.ts';
import type { Edit } from '../format.ts';
import { rangeOn } from '../range.ts';

/** The edits that write a deck's id into its header, if it has none; a deck with cards and no header gets one. */
export function headerEdits({ lines, header, blocks }: Parts, deck: Deck): Edit[] {
	if (deck.idWritten || header.broken || !blocks.some(({ kind }) => kind === 'note')) return [];
	if (!header.present) return [{ range: rangeOn(0, 0, 0), text: `---\ntitle: ${asValue(deck.title)}\nid: ${deck.id}\n---\n\n` }];
	if (header.ranges.id !== undefined) return [];
	let line = 1;
	while (line < header.end && !lines.at(line).startsWith('title:')) line++;
	// A title may go on over several lines, which are indented.
	let after = line < header.end ? line + 1 : 1;
	while (after < header.end - 1 && !/^\S/u.test(lines.at(after))) after++;
	return [{ range: rangeOn(after, 0, 0), text: `id: ${deck.id}\n` }];
}

/** A text as a value of the header: in quotes if YAML would read it as anything else. */
function asValue(text: string): string {
	const plain = /^[\p{L}][\p{L}\p{M}\p{N} ,.()?!'\u2019-]*$/u.test(text) && text === text.trim();
	return plain ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
