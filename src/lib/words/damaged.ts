import type { SegmentHead } from '#lib/core/review/segment.ts';
import { m } from '#lib/messages/messages.js';
import { dayText } from './dates.ts';
import { shown } from './numbers.ts';

/** Parts of a log that are damaged, with what they say of themselves. */
type Parts = readonly { readonly head: SegmentHead }[];

/** What damaged parts of the log held: one sentence, however many there are. */
export function damagedText(parts: Parts): string {
	const held = heldIn(parts);
	return held === undefined ? m.damaged_unknown() : m.damaged_answers(held);
}

/** What a backup lacks of what was damaged by then; nothing is said where it lacks nothing. */
export function lacksText(without: Parts): string {
	if (without.length === 0) return '';
	const held = heldIn(without);
	return `${held === undefined ? m.backup_lacks_some() : m.backup_lacks(held)} ${m.backup_lacks_todo()}`;
}

/** How many answers they held, from which day to which; undefined where they held none. */
function heldIn(parts: Parts): { readonly count: number; readonly shown: string; readonly from: string; readonly to: string } | undefined {
	const days = parts.flatMap(({ head: { firstDay, lastDay } }) =>
		firstDay === undefined || lastDay === undefined ? [] : [firstDay, lastDay]
	);
	if (days.length === 0) return undefined;
	const answers = parts.reduce((sum, { head }) => sum + head.reviews, 0);
	return { ...shown(answers), from: dayText(Math.min(...days)), to: dayText(Math.max(...days)) };
}
