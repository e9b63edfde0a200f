import type { Rest } from '#lib/core/schedule/preview.ts';

/** How long a card rests, short enough for a button: "10 min", "1 day", "15 days", "4 months". */
export function restText(rest: Rest): string {
	if (rest.kind === 'wait') return `${Math.max(1, Math.round(rest.waitMs / 60_000))} min`;
	if (rest.days < 100) return rest.days === 1 ? '1 day' : `${rest.days} days`;
	return `${Math.round(rest.days / 30.4)} months`;
}
