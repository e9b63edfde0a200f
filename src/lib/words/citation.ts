import type { Source } from '#lib/core/deck/deck.ts';

/** A source in a line: "Robert Jervis, Cooperation under the Security Dilemma (1978), p. 169". */
export function citationText(id: string, source: Source | undefined, locator: string | undefined): string {
	if (source === undefined) return [id, locator].filter(Boolean).join(', ');
	const { author, title, date } = source;
	return [author, date === undefined ? title : `${title} (${date})`, locator].filter(Boolean).join(', ');
}
