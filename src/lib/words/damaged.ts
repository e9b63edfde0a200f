import type { SegmentHead } from '#lib/core/review/segment.ts';
import { m } from '#lib/messages/messages.js';
import { dayText } from './dates.ts';
import { shown } from './numbers.ts';

/** What a damaged part of the log held, as far as that is known, and what to do. */
export function damagedText(head: SegmentHead | undefined): string {
	const { firstDay, lastDay, reviews } = head ?? {};
	const what =
		firstDay === undefined || lastDay === undefined
			? m.damaged_unknown()
			: m.damaged_answers({ ...shown(reviews ?? 0), from: dayText(firstDay), to: dayText(lastDay) });
	return `${what} ${m.damaged_todo()}`;
}
