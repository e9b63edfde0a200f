/** The largest file that is read, in bytes of UTF-8. */
export const LARGEST = 5 * 1024 * 1024;

/** How deep lists and quotes may be nested. */
export const DEEPEST = 20;

/** Whether a text is larger than a deck may be. */
export function isOverSize(text: string): boolean {
	if (text.length > LARGEST) return true;
	if (text.length * 3 <= LARGEST) return false;
	let bytes = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
	}
	return bytes > LARGEST;
}
