import type { HiddenLabel, PictureNote } from '#lib/core/deck/deck.ts';

const ROWS = ['upper', '', 'lower'] as const;
const COLUMNS = ['left', '', 'right'] as const;

/** Where a hidden label lies in its picture: "upper left", "right", "in the middle". */
export function whereIs({ x, y, width, height }: Pick<HiddenLabel, 'x' | 'y' | 'width' | 'height'>): string {
	const third = (middle: number) => Math.max(0, Math.min(2, Math.floor((middle * 3) / 100)));
	const row = ROWS[third(y + height / 2)] ?? '';
	const column = COLUMNS[third(x + width / 2)] ?? '';
	if (row === '' && column === '') return 'in the middle';
	if (column === '') return row === 'upper' ? 'at the top' : 'at the bottom';
	return `${row} ${column}`.trim();
}

/** What is asked, in words: "Hidden label 1 of 2, upper left". Labels are counted in the order of the deck's text. */
export function askedText({ hidden }: Pick<PictureNote, 'hidden'>, part: string): string {
	const asked = hidden.flatMap((label, index) => (label.part === part ? [{ number: index + 1, where: whereIs(label) }] : []));
	const numbers = asked.map(({ number }) => number).join(' and ');
	return `Hidden label${asked.length === 1 ? '' : 's'} ${numbers} of ${hidden.length}, ${asked.map(({ where }) => where).join(' and ')}`;
}

/** The label of a part: what the card asks for. */
export function labelOf({ hidden }: Pick<PictureNote, 'hidden'>, part: string): string {
	return [...new Set(hidden.filter((label) => label.part === part).map(({ label }) => label))].join(', ');
}
