import { sizeOf } from '#lib/core/backup/size.ts';
import { m } from '#lib/messages/messages.js';
import { intlLocale } from './locale.ts';

/** A whole number as the language of the interface writes it: "1,234,567". */
export function numbered(count: number): string {
	return new Intl.NumberFormat(intlLocale()).format(count);
}

/** A count for a message that chooses its words by it: the number, and how it is written. */
export function shown(count: number): { readonly count: number; readonly shown: string } {
	return { count, shown: numbered(count) };
}

/** A share (0 to 1) in whole percent: "84 %". */
export function percentText(share: number): string {
	return m.percent({ value: numbered(Math.round(share * 100)) });
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

/** Things as a sentence names them: "Anarchy, Polarity and Sanctions". */
export function listText(things: readonly string[]): string {
	return new Intl.ListFormat(intlLocale(), { type: 'conjunction' }).format(things);
}
