const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whether a text is a UUID as browsers make them, in lower case, so that 16 bytes can hold it. */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}

/** Writes a UUID as 16 bytes. */
export function writeUuid(bytes: Uint8Array, at: number, uuid: string): void {
	const hex = uuid.replaceAll('-', '');
	for (let index = 0; index < 16; index++) bytes[at + index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
}

/** The UUID that stands in 16 bytes. */
export function uuidAt(bytes: Uint8Array, at: number): string {
	let text = '';
	for (let index = 0; index < 16; index++) {
		if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
		text += HEX[bytes[at + index] ?? 0] ?? '';
	}
	return text;
}
