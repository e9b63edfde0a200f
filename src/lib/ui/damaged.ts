import type { SegmentHead } from '#lib/core/review/segment.ts';
import { dateOf } from '#lib/core/schedule/day.ts';
import { counted } from './words.ts';

const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What a damaged part of the log held, as far as that is known, and what to do. */
export function damagedText(head: SegmentHead | undefined): string {
	const after = 'It is set aside, not deleted; everything else works. If you have a backup from after that time, restore it.';
	if (head?.firstDay === undefined || head.lastDay === undefined) return `The device has damaged it. ${after}`;
	return `The device has damaged ${counted(head.reviews, 'answer')} from ${dayText(head.firstDay)} to ${dayText(head.lastDay)}. ${after}`;
}

function dayText(day: number): string {
	const { year, month, date } = dateOf(day);
	return FORMAT.format(Date.UTC(year, month - 1, date));
}
