import type { HiddenLabel, PictureNote } from '#lib/core/deck/deck.ts';
import { m } from '#lib/messages/messages.js';
import { intlLocale } from '#lib/words/locale.ts';

/** The places of a picture, row by row. */
const PLACES = [
	[m.picture_upper_left, m.picture_top, m.picture_upper_right],
	[m.picture_left, m.picture_middle, m.picture_right],
	[m.picture_lower_left, m.picture_bottom, m.picture_lower_right]
] as const;

/** Where a hidden label lies in its picture: "upper left", "right", "in the middle". */
export function whereIs({ x, y, width, height }: Pick<HiddenLabel, 'x' | 'y' | 'width' | 'height'>): string {
	const third = (middle: number) => Math.max(0, Math.min(2, Math.floor((middle * 3) / 100)));
	return PLACES[third(y + height / 2)]?.[third(x + width / 2)]?.() ?? '';
}

/** What is asked, in words: "Hidden label 1 of 2, upper left". Labels are counted in the order of the deck's text. */
export function askedText({ hidden }: Pick<PictureNote, 'hidden'>, part: string): string {
	const asked = hidden.flatMap((label, index) => (label.part === part ? [{ number: String(index + 1), where: whereIs(label) }] : []));
	const list = new Intl.ListFormat(intlLocale());
	return m.picture_asked({
		count: asked.length,
		numbers: list.format(asked.map(({ number }) => number)),
		total: hidden.length,
		where: list.format(asked.map(({ where }) => where))
	});
}

/** The label of a part: what the card asks for. */
export function labelOf({ hidden }: Pick<PictureNote, 'hidden'>, part: string): string {
	return [...new Set(hidden.filter((label) => label.part === part).map(({ label }) => label))].join(', ');
}
