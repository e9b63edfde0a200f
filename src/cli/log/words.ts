// What is wrong with a backup, as text for people who run commands.
import type { Damage, Fault, Looks, PartAbout } from '#lib/core/backup/backup.ts';
import { LARGEST_FILE } from '#lib/core/backup/limits.ts';
import { sizeOf, type Size } from '#lib/core/backup/size.ts';

const LOOKS: Readonly<Record<Looks, string>> = {
	picture: 'It looks like a picture.',
	archive: 'It looks like a packed folder (zip or the like). If the backup is inside, unpack it first.',
	document: 'It looks like a document (PDF).',
	deck: 'It looks like a deck.',
	text: 'It is some other text.',
	unknown: 'It was made by some other program.'
};

/** Why a file is not read: a sentence or two. */
export function faultText(fault: Fault): string {
	switch (fault.kind) {
		case 'empty':
			return 'This file is empty: it holds not a single byte.';
		case 'foreign':
			return `This is not a backup of Entente. ${LOOKS[fault.looks]}`;
		case 'future':
			return `This backup was saved by a newer version of Entente (format ${fault.format}), which this version cannot read.`;
		case 'too-large':
			return `This file is too large for a backup: ${sizeText(fault.size)}, and at most ${sizeText(LARGEST_FILE)} are read.`;
		case 'bomb':
			return `A part of this file, at byte ${numbered(fault.at)}, unpacks to far more than a backup holds. Entente has not made it.`;
		case 'cannot-unpack':
			return 'This version of Node is too old to unpack a backup.';
		case 'nothing-sound':
			return `This backup is damaged: ${whereText(fault.damage)} and nothing in it can be read.`;
	}
}

/** What is missing in a damaged file of which something can be read. */
export function damageText(damage: Damage): string {
	const missing = damage.isHeadLost
		? 'How much is missing cannot be told.'
		: damage.lost.length === 0
			? 'Nothing of what it should hold is missing.'
			: `Missing: ${damage.lost.map(lostText).join('; ')}.`;
	return `This backup is damaged: ${whereText(damage)}. ${missing}`;
}

function whereText({ at, isCut, isHeadLost }: Damage): string {
	if (isCut) return 'the file ends before it should';
	return isHeadLost ? 'its first lines are not as they were saved' : `from byte ${numbered(at)} on it is not as it was saved`;
}

function lostText({ kind, head }: PartAbout): string {
	if (kind === 'things' || head === undefined) return 'settings or texts of decks';
	const { count, firstDay, lastDay } = head;
	const days = firstDay === undefined || lastDay === undefined ? '' : ` from ${dayText(firstDay)} to ${dayText(lastDay)}`;
	return `${numbered(count)} ${count === 1 ? 'entry' : 'entries'}${days}`;
}

/** A learner's day: "22 November 2026". @param day a count of days since 1970-01-01 */
export function dayText(day: number): string {
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000);
}

/** "1,234,567". */
export function numbered(count: number): string {
	return count.toLocaleString('en-GB');
}

const UNITS: Readonly<Record<Size['unit'], string>> = { byte: 'bytes', kilobyte: 'kB', megabyte: 'MB', gigabyte: 'GB' };

/** A number of bytes for people: "1.2 MB". */
export function sizeText(bytes: number): string {
	const { value, unit, digits } = sizeOf(bytes);
	return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
