import { skipOpaque } from './inline.ts';

/** Arrows as they are typed, the longer before those that they begin with; a keyboard makes a dash of `--` and of `-`. */
const ARROWS = ['-->', '==>', '->', '=>', '\u2013>', '\u2014>', '→', '➔', '➜', '➡\ufe0f', '➡', '⇒'] as const;

/** Every arrow has one of these. */
const HEAD = /[>→➔➜➡⇒]/u;

/** An option's `→ …`: where it leads, as written. Indexes into the option's text. */
export interface Arrow {
	/** Where the option's own words end. */
	readonly textTo: number;
	readonly from: number;
	readonly to: number;
	/** The words of a link, or what follows the arrow. */
	readonly label: string;
	/** The `#target` of a link, without `#`. */
	readonly target?: string;
	/** Whether it is typed as the format writes it: `→ [label](#target)` or `→ end`. */
	readonly canonical: boolean;
}

function arrowAt(text: string, at: number): string | undefined {
	const code = text.charCodeAt(at);
	// Arrows begin with a hyphen, an equals sign or something beyond ASCII.
	if (code !== 45 && code !== 61 && code < 128) return undefined;
	for (const arrow of ARROWS) if (text.startsWith(arrow, at)) return arrow;
	return undefined;
}

/** The last arrow of an option's text, outside code. */
export function lastArrow(text: string): Arrow | undefined {
	if (!HEAD.test(text)) return undefined;
	let from = -1;
	let size = 0;
	for (let at = 0; at < text.length;) {
		const typed = arrowAt(text, at);
		if (typed !== undefined) {
			from = at;
			size = typed.length;
			at += size;
		} else at = Math.max(skipOpaque(text, at), at + 1);
	}
	if (from < 0) return undefined;
	const after = text.slice(from + size);
	const rest = after.trim();
	if (rest === '') return undefined;
	const textTo = text.slice(0, from).trimEnd().length;
	const to = from + size + after.trimEnd().length;
	const arrow = text.slice(from, from + size);
	const close = rest.lastIndexOf('](#');
	if (rest.startsWith('[') && close > 0 && rest.endsWith(')')) {
		const target = rest.slice(close + 3, -1);
		return { textTo, from, to, label: rest.slice(1, close), target, canonical: arrow === '→' && after.startsWith(' [') };
	}
	return { textTo, from, to, label: rest, canonical: false };
}
