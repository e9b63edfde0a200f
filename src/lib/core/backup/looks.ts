import type { Looks } from './backup.ts';

/** How files of other programs begin, in bytes from their very start. */
const BEGINNINGS: readonly (readonly [looks: Looks, bytes: readonly number[]])[] = [
	['picture', [0x89, 0x50, 0x4e, 0x47]],
	['picture', [0xff, 0xd8, 0xff]],
	['picture', [0x47, 0x49, 0x46, 0x38]],
	['archive', [0x50, 0x4b, 0x03, 0x04]],
	['archive', [0x1f, 0x8b]],
	['archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['document', [0x25, 0x50, 0x44, 0x46]]
];

/** What a file of another program may be. @param start its first bytes; some hundred do */
export function looksOf(start: Uint8Array): Looks {
	const known = BEGINNINGS.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte));
	if (known) return known[0];
	if (start.includes(0)) return 'unknown';
	const text = new TextDecoder().decode(start);
	if (text.includes('\ufffd') && start.length < 4096) return 'unknown';
	return /^(?:\ufeff)?---\r?\n/.test(text) || text.includes('\n## ') ? 'deck' : 'text';
}
