/** A size for people: a number of at most three digits, rounded, with its unit as Intl names it. A million bytes are a megabyte. */
export interface Size {
	readonly value: number;
	readonly unit: 'byte' | 'kilobyte' | 'megabyte' | 'gigabyte';
	/** How many digits after the point are worth showing. */
	readonly digits: 0 | 1;
}

/** @param bytes a whole number, 0 or more */
export function sizeOf(bytes: number): Size {
	if (bytes < 1000) return { value: bytes, unit: 'byte', digits: 0 };
	if (bytes < 1_000_000) return { value: bytes / 1000, unit: 'kilobyte', digits: 0 };
	if (bytes < 10_000_000) return { value: bytes / 1_000_000, unit: 'megabyte', digits: 1 };
	if (bytes < 1_000_000_000) return { value: bytes / 1_000_000, unit: 'megabyte', digits: 0 };
	return { value: bytes / 1_000_000_000, unit: 'gigabyte', digits: 1 };
}
