import type { Segment } from '#lib/core/grade/difference.ts';

/** A difference in words, for those who do not see what is struck out: "“h” is too many.", "“i” should be “y”." */
export function differenceText(segments: readonly Segment[]): string {
	const said: string[] = [];
	segments.forEach(({ kind, text }, index) => {
		const before = segments[index - 1];
		if (kind === 'missing' && before?.kind === 'extra') said[said.length - 1] = `${quoted(before.text)} should be ${quoted(text)}`;
		else if (kind === 'missing') said.push(`${quoted(text)} is missing`);
		else if (kind === 'extra') said.push(`${quoted(text)} is too many`);
	});
	return said.length === 0 ? '' : `${said.join('; ')}.`;
}

function quoted(text: string): string {
	return text.trim() === '' ? 'a space' : `“${text}”`;
}
