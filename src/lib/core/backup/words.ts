import type { Damage, Fault, Looks, PartAbout } from './backup.ts';
import { LARGEST_FILE } from './limits.ts';

/** What is wrong with a file, where, and what to do; whole sentences. */
export interface Said {
	readonly what: string;
	readonly todo: string;
}

const UNTOUCHED = 'Nothing was changed.';
const LOOKS: Readonly<Record<Looks, string>> = {
	picture: 'It looks like a picture.',
	archive: 'It looks like a packed folder (zip or the like). If the backup is inside, unpack it first.',
	document: 'It looks like a document (PDF).',
	deck: 'It looks like a deck.',
	text: 'It is some other text.',
	unknown: 'It was made by some other program.'
};

/** Why a file is not read. */
export function faultSaid(fault: Fault): Said {
	switch (fault.kind) {
		case 'empty':
			return {
				what: 'This file is empty: it holds not a single byte.',
				todo: `It was probably not saved or not copied to its end. Save or copy the backup again, or choose another. ${UNTOUCHED}`
			};
		case 'foreign':
			return {
				what: `This is not a backup of Entente. ${LOOKS[fault.looks]}`,
				todo: `Choose a file whose name begins with “entente”. ${UNTOUCHED}`
			};
		case 'future':
			return {
				what: `This backup was saved by a newer version of Entente (format ${fault.format}), which this version cannot read.`,
				todo: `Open Entente with a network, update it on Today, and try again. ${UNTOUCHED}`
			};
		case 'too-large':
			return {
				what: `This file is too large for a backup: ${megabytes(fault.size)}, and at most ${megabytes(LARGEST_FILE)} are read.`,
				todo: `Choose another file. ${UNTOUCHED}`
			};
		case 'bomb':
			return {
				what: `A part of this file, at byte ${numbered(fault.at)}, unpacks to far more than a backup holds. Entente has not made it.`,
				todo: `It was not unpacked any further. Choose another file. ${UNTOUCHED}`
			};
		case 'cannot-unpack':
			return {
				what: 'This browser is too old to unpack a backup.',
				todo: `Update the browser, or open Entente in another one. ${UNTOUCHED}`
			};
		case 'nothing-sound':
			return {
				what: `This backup is damaged: ${whereSaid(fault.damage)} and nothing in it can be read.`,
				todo: `Copy it again from where you keep it, or choose an older one. ${UNTOUCHED}`
			};
	}
}

/** What is missing in a damaged file of which something can be read. */
export function damageSaid(damage: Damage): Said {
	const lost = damage.lost.map(lostSaid).filter((text) => text !== '');
	const missing = damage.isHeadLost
		? 'How much is missing cannot be told.'
		: damage.lost.length === 0
			? 'Nothing of what it should hold is missing.'
			: `Missing: ${lost.join('; ')}.`;
	return {
		what: `This backup is damaged: ${whereSaid(damage)}. ${missing}`,
		todo: 'Copy it again from where you keep it, if you can. What is sound in it can be restored all the same.'
	};
}

function whereSaid({ at, isCut, isHeadLost }: Damage): string {
	if (isCut) return 'the file ends before it should';
	return isHeadLost ? 'its first lines are not as they were saved' : `from byte ${numbered(at)} on it is not as it was saved`;
}

function lostSaid({ kind, head }: PartAbout): string {
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

/** "1.2 MB", for people: a million bytes are a megabyte. */
export function megabytes(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 10_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
	return bytes < 1_000_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
