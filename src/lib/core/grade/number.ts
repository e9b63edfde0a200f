import { languageOf, plainDigits } from './fold.ts';

/** Languages that write the comma before decimals and points, if anything, between thousands. */
const COMMA = new Set(
	'af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(
		' '
	)
);
/** Places that write them the English way all the same. */
const POINT = new Set([
	'de-ch',
	'de-li',
	'it-ch',
	'es-mx',
	'es-us',
	'es-419',
	'es-gt',
	'es-hn',
	'es-ni',
	'es-pa',
	'es-pe',
	'es-pr',
	'es-sv'
]);

/** The sign before decimals where a language (BCP 47; English if there is none) is written. A table, not Intl: its data differ by device. */
export function decimalSign(tag: string | undefined): '.' | ',' {
	return COMMA.has(languageOf(tag)) && !POINT.has((tag ?? '').toLowerCase()) ? ',' : '.';
}

/** A number as a language writes it, exact to 12 digits: thousands parted by a narrow space, from five digits on. */
export function numberText(value: number, tag: string | undefined): string {
	const [whole = '', decimals] = String(Number(value.toPrecision(12))).split('.', 2);
	const grouped = /^-?\d{5,21}$/.test(whole) ? inThousands(whole) : whole;
	const text = decimals === undefined ? grouped : `${grouped}${decimalSign(tag)}${decimals}`;
	return text.replace('-', '\u2212');
}

function inThousands(whole: string): string {
	const groups: string[] = [];
	let rest = whole;
	for (; rest.replace('-', '').length > 3; rest = rest.slice(0, -3)) groups.unshift(rest.slice(-3));
	return [rest, ...groups].join('\u202f');
}

/** More is no number that anybody types. */
const LONGEST = 60;
const VULGAR = /[\u00bc-\u00be\u2150-\u215e\u2189]/gu;

/**
 * The number that a text writes, or undefined: "1,500", "1.500", "1 500", "3,14", "−2", "1/2", "1 1/2", "1½", "2e8". A comma or a point
 * is read the way that makes sense; where both ways do ("1.500"), the language decides (BCP 47; English if there is none). A sign that
 * only says "about" is passed over.
 */
export function readNumber(text: string, tag: string | undefined): number | undefined {
	if (text.length > LONGEST) return undefined;
	const spelt = text.replaceAll(VULGAR, (fraction) => ` ${fraction}`).normalize('NFKC');
	const plain = plainDigits(spelt)
		.replaceAll(/\p{Cf}/gu, '')
		.replaceAll('٫', '.')
		.replaceAll(/[٬’]/gu, "'")
		.replaceAll('\u2044', '/');
	const exact = plain
		.trim()
		.replace(/^(?:[~≈]|ca\.?|about)/iu, '')
		.trim();
	const signed = /^[-+−–]/u.test(exact);
	const digits = signed ? exact.slice(1).trim() : exact;
	const value = fraction(digits, tag) ?? amount(digits, tag);
	if (value === undefined || !Number.isFinite(value)) return undefined;
	return signed && !exact.startsWith('+') ? -value : value;
}

/** "1/2" and "1 1/2". */
function fraction(text: string, tag: string | undefined): number | undefined {
	const match = /^(?:(\d+)\s+)?([^/\s]+)\s*\/\s*([^/\s]+)$/u.exec(text);
	if (!match) return undefined;
	const [, whole = '0', above = '', below = ''] = match;
	const [numerator, denominator] = [amount(above, tag), amount(below, tag)];
	if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
	return Number(whole) + numerator / denominator;
}

/** Digits with their signs, without a sign before them. */
function amount(text: string, tag: string | undefined): number | undefined {
	const match = /^([\d.,' ]*)(?:e([-+−]?\d{1,3}))?$/iu.exec(text.trim());
	if (!match) return undefined;
	const [, digits = '', power] = match;
	const plain = withPoint(digits.trim(), tag);
	return plain === undefined ? undefined : Number(power === undefined ? plain : `${plain}e${power.replace('−', '-')}`);
}

/** The same digits without signs between thousands and with a point before decimals; undefined if the signs make no sense. */
function withPoint(digits: string, tag: string | undefined): string | undefined {
	const at = decimalAt(digits, tag);
	const [whole, decimals] = at < 0 ? [digits, ''] : [digits.slice(0, at), digits.slice(at + 1)];
	if (!/^\d*$/.test(decimals) || (whole === '' && decimals === '')) return undefined;
	// One and the same sign between all groups of three.
	if (!/^(?:\d*|\d{1,3}([.,' ])\d{3}(?:\1\d{3})*)$/.test(whole)) return undefined;
	return `${whole.replaceAll(/\D/g, '') || '0'}.${decimals || '0'}`;
}

/** Where the sign before decimals stands, or -1. */
function decimalAt(digits: string, tag: string | undefined): number {
	const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
	if (last < 0) return -1;
	const sign = digits.charAt(last);
	if (digits.indexOf(sign) !== last) return -1; // twice: thousands
	const rest = digits.slice(0, last);
	const couldBeThousands = /^[1-9]\d{0,2}$/.test(rest) && /^\d{3}$/.test(digits.slice(last + 1));
	return couldBeThousands && sign !== decimalSign(tag) ? -1 : last;
}
