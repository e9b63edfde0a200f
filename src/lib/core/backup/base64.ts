const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter.charCodeAt(0), value]));

/** The bytes of `{"$type": "bytes", "value": …}` with its base64 (store/newer.ts); undefined for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
	const { $type, value: text } = (value ?? {}) as { readonly $type?: unknown; readonly value?: unknown };
	if ($type !== 'bytes' || typeof text !== 'string' || text.length % 4 !== 0) return undefined;
	const fill = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const bytes = new Uint8Array((text.length / 4) * 3 - fill);
	for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
		let four = 0;
		for (let index = 0; index < 4; index++) four = (four << 6) | (VALUES.get(text.charCodeAt(at + index)) ?? 0);
		bytes[to] = four >> 16;
		if (to + 1 < bytes.length) bytes[to + 1] = four >> 8;
		if (to + 2 < bytes.length) bytes[to + 2] = four;
	}
	return bytes;
}
