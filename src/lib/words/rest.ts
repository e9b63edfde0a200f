import type { Rest } from '#lib/core/schedule/preview.ts';
import { m } from '#lib/messages/messages.js';

/** How long a card rests, short enough for a button: "10 min", "1 day", "15 days", "4 months", "put away". */
export function restText(rest: Rest): string {
	if (rest.kind === 'away') return m.rest_away();
	if (rest.kind === 'wait') return m.rest_minutes({ count: Math.max(1, Math.round(rest.waitMs / 60_000)) });
	return rest.days < 100 ? m.rest_days({ count: rest.days }) : m.rest_months({ count: Math.round(rest.days / 30.4) });
}
