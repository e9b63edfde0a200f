/**
 * The first lines of a backup: some for people, one for programs, and a check over all of them.
 *
 *     Entente backup, format 1
 *     Your answers, settings and the texts of your decks …
 *     …
 *     {"savedAt":…,"parts":[…]}
 *     crc32 1a2b3c4d
 *
 * The first line and the last one stay in every later format, so that any version can tell a newer file from a damaged one.
 */
import { crc32 } from '#lib/core/review/crc32.ts';
import { FORMAT, type Head, type PartAbout } from './backup.ts';
import { LARGEST_PART, LARGEST_WHOLE } from './limits.ts';

const FIRST = 'Entente backup, format ';
const FIRST_LINE = /^Entente backup, format (\d{1,6})\r?\n/;

/** What the first bytes of a file say. `end`: where the first part begins. */
export type ReadPreamble =
	| { readonly kind: 'foreign' }
	| { readonly kind: 'future'; readonly format: number }
	| { readonly kind: 'damaged' }
	| { readonly kind: 'sound'; readonly head: Head; readonly end: number };

/** The first lines, in UTF-8. */
export function packPreamble(head: Head): Uint8Array<ArrayBuffer> {
	const day = new Date(head.savedAt).toISOString().slice(0, 10);
	const text = [
		`${FIRST}${FORMAT}`,
		`Your answers, your settings and the texts of your decks, saved on ${day} by Entente, an app for learning with cards.`,
		'Keep this file somewhere else than on the device where you learn. To bring everything back: open Entente, then Settings, then Backup.',
		'It cannot be read or edited by hand: what follows below the line of signs is packed.',
		JSON.stringify(head),
		''
	].join('\n');
	const bytes = new TextEncoder().encode(text);
	const check = new TextEncoder().encode(`crc32 ${crc32(bytes).toString(16).padStart(8, '0')}\n`);
	const whole = new Uint8Array(bytes.length + check.length);
	whole.set(bytes);
	whole.set(check, bytes.length);
	return whole;
}

/** @param bytes the beginning of a file, up to LARGEST_PREAMBLE bytes of it. Never throws. */
export function readPreamble(bytes: Uint8Array): ReadPreamble {
	const isOurs = startsWith(bytes, 0, 'Entente') && startsWith(bytes, 8, 'backup');
	const first = FIRST_LINE.exec(new TextDecoder().decode(bytes.subarray(0, 64)));
	if (first === null) return { kind: isOurs || isNearly(bytes) ? 'damaged' : 'foreign' };
	const check = checkLine(bytes);
	if (check === undefined || crc32(bytes.subarray(0, check.start)) !== check.sum) return { kind: 'damaged' };
	const format = Number(first[1]);
	if (format !== FORMAT) return { kind: 'future', format };
	const lines = new TextDecoder().decode(bytes.subarray(0, check.start)).split('\n');
	const head = headFrom(lines.at(-2) ?? '');
	return head === undefined ? { kind: 'damaged' } : { kind: 'sound', head, end: check.end };
}

/** Whether most of the first line is there: a few of its bytes may be damaged. */
function isNearly(bytes: Uint8Array): boolean {
	const same = Array.from(FIRST).filter((char, at) => bytes[at] === char.charCodeAt(0)).length;
	return same >= FIRST.length - 4;
}

/** The last of the first lines: where it begins and ends, and the sum that it names. */
function checkLine(bytes: Uint8Array): { readonly start: number; readonly end: number; readonly sum: number } | undefined {
	const LENGTH = 'crc32 01234567\n'.length;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
		const start = at + 1;
		if (!startsWith(bytes, start, 'crc32 ')) continue;
		const line = new TextDecoder().decode(bytes.subarray(start, start + LENGTH));
		const sum = /^crc32 ([0-9a-f]{8})\n$/.exec(line)?.[1];
		return sum === undefined ? undefined : { start, end: start + LENGTH, sum: Number.parseInt(sum, 16) };
	}
	return undefined;
}

function startsWith(bytes: Uint8Array, from: number, text: string): boolean {
	for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text.charCodeAt(at)) return false;
	return true;
}

function headFrom(line: string): Head | undefined {
	try {
		const { savedAt, parts } = JSON.parse(line) as Partial<Head>;
		if (!Number.isFinite(savedAt) || !Array.isArray(parts) || !parts.every(isAbout)) return undefined;
		const whole = (parts as readonly PartAbout[]).reduce((sum, { size }) => sum + size, 0);
		return whole <= LARGEST_WHOLE ? { savedAt: savedAt ?? 0, parts } : undefined;
	} catch {
		return undefined;
	}
}

function isAbout(value: unknown): value is PartAbout {
	if (typeof value !== 'object' || value === null) return false;
	const { kind, id, size, head } = value as Partial<PartAbout>;
	const isSize = Number.isSafeInteger(size) && (size ?? -1) >= 0 && (size ?? 0) <= LARGEST_PART;
	return isSize && typeof id === 'string' && (kind === 'things' || (kind === 'entries' && typeof head === 'object'));
}
