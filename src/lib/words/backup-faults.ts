import type { Damage, Fault, Looks, PartAbout } from '#lib/core/backup/backup.ts';
import { LARGEST_FILE } from '#lib/core/backup/limits.ts';
import { m } from '#lib/messages/messages.js';
import { dayText } from './dates.ts';
import { numbered, shown, sizeText } from './numbers.ts';

/** What is wrong with a file, where, and what to do; whole sentences. */
export interface Said {
	readonly what: string;
	readonly todo: string;
}

const LOOKS: Readonly<Record<Looks, () => string>> = {
	picture: m.fault_looks_picture,
	archive: m.fault_looks_archive,
	document: m.fault_looks_document,
	deck: m.fault_looks_deck,
	text: m.fault_looks_text,
	unknown: m.fault_looks_unknown
};

/** Why a file is not read. */
export function faultSaid(fault: Fault): Said {
	const { what, todo } = faultWords(fault);
	return { what, todo: `${todo} ${m.fault_untouched()}` };
}

function faultWords(fault: Fault): Said {
	switch (fault.kind) {
		case 'empty':
			return { what: m.fault_empty(), todo: m.fault_empty_todo() };
		case 'foreign':
			return { what: `${m.fault_foreign()} ${LOOKS[fault.looks]()}`, todo: m.fault_foreign_todo() };
		case 'future':
			return { what: m.fault_future({ format: fault.format }), todo: m.fault_future_todo() };
		case 'too-large':
			return {
				what: m.fault_too_large({ size: sizeText(fault.size), most: sizeText(LARGEST_FILE) }),
				todo: m.fault_choose_other()
			};
		case 'bomb':
			return { what: m.fault_bomb({ at: numbered(fault.at) }), todo: m.fault_bomb_todo() };
		case 'cannot-unpack':
			return { what: m.fault_cannot_unpack(), todo: m.fault_cannot_unpack_todo() };
		case 'nothing-sound':
			return { what: nothingSound(fault.damage), todo: m.fault_nothing_todo() };
	}
}

/** What is missing in a damaged file of which something can be read. */
export function damageSaid(damage: Damage): Said {
	return { what: `${whereSaid(damage)} ${missingSaid(damage)}`, todo: m.fault_damaged_todo() };
}

function nothingSound({ at, isCut, isHeadLost }: Damage): string {
	if (isCut) return m.fault_nothing_cut();
	return isHeadLost ? m.fault_nothing_head() : m.fault_nothing_at({ at: numbered(at) });
}

function whereSaid({ at, isCut, isHeadLost }: Damage): string {
	if (isCut) return m.fault_damaged_cut();
	return isHeadLost ? m.fault_damaged_head() : m.fault_damaged_at({ at: numbered(at) });
}

function missingSaid({ isHeadLost, lost }: Damage): string {
	if (isHeadLost) return m.fault_missing_unknown();
	return lost.length === 0 ? m.fault_missing_nothing() : m.fault_missing({ parts: lost.map(lostSaid).join('; ') });
}

function lostSaid({ kind, head }: PartAbout): string {
	if (kind === 'things' || head === undefined) return m.fault_missing_things();
	const { count, firstDay, lastDay } = head;
	if (firstDay === undefined || lastDay === undefined) return m.fault_missing_entries(shown(count));
	return m.fault_missing_entries_between({ ...shown(count), from: dayText(firstDay), to: dayText(lastDay) });
}
