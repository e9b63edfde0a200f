/** The same bytes in memory of their own: storing a view of a larger buffer would store all of that buffer. */
export function exact(bytes: Uint8Array): Uint8Array {
	return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
