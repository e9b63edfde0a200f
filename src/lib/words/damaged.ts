import type { SegmentHead } from '#lib/core/review/segment.ts';
import { dateOf } from '#lib/core/schedule/day.ts';
import { counted } from './counted.ts';
import { intlLocale } from './locale.ts';

/** What a damaged part of the log held, as far as that is known, and what to do. */
export function damagedText(head: SegmentHead | undefined): string {
	const after = 'It is set aside, not deleted; everything else works. If you have a backup from after that time, restore it.';
	if (head?.firstDay === undefined || head.lastDay === undefined) return `The device has damaged it. ${after}`;
	return `The device has damaged ${counted(head.reviews, 'answer')} from ${dayText(head.firstDay)} to ${dayText(head.lastDay)}. ${after}`;
}

function dayText(day: number): string {
	const { year, month, date } = dateOf(day);
	return new Intl.DateTimeFormat(intlLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, date));
}
