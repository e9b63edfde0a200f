import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';

/** The largest file that is read, in bytes of UTF-8. */
export const LARGEST = 5 * 1024 * 1024;

/** Longer lines are over the limit and are read as plain text. */
export const LONGEST_LINE = 20_000;

/** How deep lists and quotes may be nested. */
export const DEEPEST = 20;

/** The size of a text as UTF-8. */
export function bytesOf(text: string): number {
	let bytes = text.length;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
	}
	return bytes;
}

/** What is said of a file that is larger than a deck may be. */
export function tooLarge(): Problem {
	const message = `This file is larger than ${LARGEST / 1024 / 1024} MB and was not read. Make several decks of it.`;
	return problem('E008', rangeOn(0, 0, 0), message);
}
