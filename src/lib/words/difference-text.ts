import type { Segment } from '#lib/core/grade/difference.ts';
import { m } from '#lib/messages/messages.js';

/** A difference in words, for those who do not see what is struck out: "“h” is too many.", "“i” should be “y”." */
export function differenceText(segments: readonly Segment[]): string {
	const said: string[] = [];
	segments.forEach(({ kind, text }, index) => {
		const before = segments[index - 1];
		if (kind === 'missing' && before?.kind === 'extra')
			said[said.length - 1] = m.difference_other({ extra: quoted(before.text), missing: quoted(text) });
		else if (kind === 'missing') said.push(m.difference_missing({ missing: quoted(text) }));
		else if (kind === 'extra') said.push(m.difference_extra({ extra: quoted(text) }));
	});
	return said.length === 0 ? '' : `${said.join('; ')}.`;
}

function quoted(text: string): string {
	return text.trim() === '' ? m.difference_space() : m.difference_quoted({ text });
}
