/** The height of a label's line, and of its letters, in the map's units: px at the usual text size. */
export const LINE = 16;
const LETTER = 13;
/** How wide a label may become before it is wrapped; a single word may be wider by a little, so that few are broken. */
const WRAP = 100;
const LONGEST_WORD = 124;

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const NARROW = /[iljtfrI.,:;!|’'‘"“”()[\] -]/u;
const BROAD = /[mwMWÆŒ@%–—…]/u;

/** About how wide a text is in the reading face, on the generous side, since which face a device has is not known. */
export function widthOf(text: string): number {
	let ems = 0;
	for (const letter of text) {
		if (WIDE.test(letter)) ems += 1.02;
		else if (NARROW.test(letter)) ems += 0.36;
		else if (BROAD.test(letter)) ems += 0.92;
		else ems += /\p{Lu}/u.test(letter) ? 0.74 : 0.57;
	}
	return ems * LETTER;
}

/** A label in lines that are not too wide; no letter is lost. An empty one is one empty line. */
export function wrapLabel(text: string): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const { piece, glue } of piecesOf(text)) {
		const longer = line === '' ? piece : `${line}${glue}${piece}`;
		if (line === '' || widthOf(longer) <= WRAP) line = longer;
		else {
			lines.push(line);
			line = piece;
		}
	}
	return [...lines, line];
}

/** What may stand on a line by itself, and what parts it from the piece before: words, what hyphens join, parts of very long words. */
function piecesOf(text: string): readonly { readonly piece: string; readonly glue: string }[] {
	return text
		.split(/\s+/u)
		.filter((word) => word !== '')
		.flatMap((word) =>
			word
				.split(/(?<=[-–/])(?=.)/u)
				.flatMap(cutWord)
				.map((piece, index) => ({ piece, glue: index === 0 ? ' ' : '' }))
		);
}

function cutWord(word: string): readonly string[] {
	if (widthOf(word) <= LONGEST_WORD) return [word];
	const parts: string[] = [];
	let part = '';
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) {
		if (part !== '' && widthOf(`${part}${segment}`) > WRAP) {
			parts.push(part);
			part = '';
		}
		part += segment;
	}
	return [...parts, part];
}
