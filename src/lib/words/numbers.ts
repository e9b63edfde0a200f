import { sizeOf } from '#lib/core/backup/size.ts';
import { intlLocale } from './locale.ts';

/** "1,234,567". */
export function numbered(count: number): string {
	return new Intl.NumberFormat(intlLocale()).format(count);
}

/** A count for a message that chooses its words by it: the number, and how it is written. */
export function shown(count: number): { readonly count: number; readonly shown: string } {
	return { count, shown: numbered(count) };
}

/** A number of bytes for people: "1.2 MB". */
export function sizeText(bytes: number): string {
	const { value, unit, digits } = sizeOf(bytes);
	const unitDisplay = unit === 'byte' ? 'long' : 'short';
	const format = { style: 'unit', unit, unitDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
	return new Intl.NumberFormat(intlLocale(), format).format(value);
}

/** Several things in a line: "18 to review, 4 new". */
export function listed(parts: readonly string[]): string {
	return new Intl.ListFormat(intlLocale(), { type: 'unit', style: 'short' }).format(parts);
}
