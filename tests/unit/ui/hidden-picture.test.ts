import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { PictureNote } from '#lib/core/deck/deck.ts';
import { askedText, labelOf, whereIs } from '#lib/ui/hidden-labels.ts';
import HiddenPicture from '#lib/ui/HiddenPicture.svelte';
import { picturesIn } from '#lib/ui/pictures.ts';
import { cardOf } from '../decks-for-tests.ts';

const PICTURE = `
## The parts of a tide
<!-- #parts -->

![A wave from ebb to flood and to ebb](wave.svg)

- Alt asked: A wave with three labels.
- Hide: 2% 5% 20% 10% = ebb
- Hide: 40% 40% 20% 20% = flood
- Hide: 75% 80% 20% 10% = ebb
`;
const { note } = cardOf(PICTURE) as { note: PictureNote };
const pictures = picturesIn({ 'wave.svg': '/wave-1.svg' });
const show = (part: string, answered: boolean, files = pictures) => render(HiddenPicture, { note, part, answered, pictures: files });
const boxes = (root: Element, of: string) => root.querySelectorAll(of).length;

describe('a picture with hidden labels', () => {
	test('covers all of them, marks the one that is asked, and names none', () => {
		const { container } = show('hide:flood', false);
		expect(screen.getByRole('img', { name: 'A wave with three labels.' }).getAttribute('src')).toBe('/wave-1.svg');
		expect([boxes(container, 'rect.cover'), boxes(container, 'rect.asked')]).toEqual([3, 1]);
		expect(container.textContent).toContain('Hidden label 2 of 3, in the middle.');
		expect(container.innerHTML).not.toMatch(/ebb|flood/);
	});
	test('marks every place of a label that stands twice', () => {
		const { container } = show('hide:ebb', false);
		expect(boxes(container, 'rect.asked')).toBe(2);
		expect(container.textContent).toContain('Hidden labels 1 and 3 of 3, upper left and lower right.');
	});
	test('shows the whole picture once it is answered, the place framed', () => {
		const { container } = show('hide:flood', true);
		expect(screen.getByRole('img', { name: 'A wave from ebb to flood and to ebb' })).toBeTruthy();
		expect([boxes(container, 'rect.cover'), boxes(container, 'rect.asked')]).toEqual([0, 1]);
	});
	test('that is missing stands in words, and can be answered all the same', () => {
		const { container } = show('hide:flood', false, picturesIn({}));
		expect(screen.queryByRole('img')).toBeNull();
		expect(container.textContent).toContain('A wave with three labels.');
		expect(container.textContent).toContain('Hidden label 2 of 3');
		expect(boxes(container, 'rect')).toBe(0);
	});
	test('that cannot be loaded does so too', async () => {
		const { container } = show('hide:flood', false);
		await fireEvent.error(screen.getByRole('img'));
		expect(container.textContent).toContain('A wave with three labels.');
		expect(boxes(container, 'rect')).toBe(0);
	});
});

test.each([
	[0, 0, 'upper left'],
	[45, 0, 'at the top'],
	[90, 0, 'upper right'],
	[0, 45, 'left'],
	[45, 45, 'in the middle'],
	[90, 45, 'right'],
	[0, 90, 'lower left'],
	[45, 90, 'at the bottom'],
	[90, 90, 'lower right']
])('a label at %i %% from the left and %i %% from the top is %s', (x, y, words) => {
	expect(whereIs({ x, y, width: 10, height: 10 })).toBe(words);
});

test('what is asked and its answer are said by the part', () => {
	expect([askedText(note, 'hide:flood'), labelOf(note, 'hide:ebb')]).toEqual(['Hidden label 2 of 3, in the middle', 'ebb']);
});
