import type { SegmentHead } from '#lib/core/review/segment.ts';
import { m } from '#lib/messages/messages.js';
import { dayText } from './dates.ts';
import { shown } from './numbers.ts';

/** Parts of a log that are damaged, with what they say of themselves. */
type Parts = readonly { readonly head: SegmentHead }[];

/** What damaged parts of the log held: one sentence, however many there are. */
export function damagedText(parts: Parts): string {
	const { answers, from, to } = heldIn(parts);
	if (from === undefined || to === undefined) return m.damaged_unknown();
	return from === to ? m.damaged_answers_of({ ...answers, day: from }) : m.damaged_answers({ ...answers, from, to });
}

/** What a backup lacks of what was damaged by then; nothing is said where it lacks nothing. */
export function lacksText(without: Parts): string {
	return without.length === 0 ? '' : `${lackedText(without)} ${m.backup_lacks_todo()}`;
}

function lackedText(parts: Parts): string {
	const { answers, from, to } = heldIn(parts);
	if (from === undefined || to === undefined) return m.backup_lacks_some();
	return from === to ? m.backup_lacks_of({ ...answers, day: from }) : m.backup_lacks({ ...answers, from, to });
}

/** How many answers they held, and the first and the last day of these; no days without any. */
function heldIn(parts: Parts): { readonly answers: ReturnType<typeof shown>; readonly from?: string; readonly to?: string } {
	const answers = shown(parts.reduce((sum, { head }) => sum + head.reviews, 0));
	const days = parts.flatMap(({ head: { firstDay, lastDay } }) =>
		firstDay === undefined || lastDay === undefined ? [] : [firstDay, lastDay]
	);
	return days.length === 0 ? { answers } : { answers, from: dayText(Math.min(...days)), to: dayText(Math.max(...days)) };
}
