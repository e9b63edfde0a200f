import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import HiddenPicture from '#lib/ui/HiddenPicture.svelte';
import Picture from '#lib/ui/Picture.svelte';
import { cardOf } from '../unit/decks-for-tests.ts';

/** The address of a drawing of this size. */
const drawing = (width: number, height: number) =>
	`data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;
const WIDE = 'Wide picture, scrolls sideways';
const scrolling = () => page.getByRole('group', { name: WIDE });

async function show(width: number, height: number) {
	const { container } = await render(Picture, { src: drawing(width, height), alt: 'A coast', scrolls: true });
	await expect.poll(() => container.querySelector('img')?.naturalWidth).toBe(width);
	// What is observed is told with the next frame.
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	return container;
}

test('a wide picture that does not fit is announced, and reached by keys', async () => {
	await show(1200, 300);
	await expect.element(scrolling()).toHaveAttribute('tabindex', '0');
});

test('a wide picture that fits is neither', async () => {
	const container = await show(240, 60);
	expect(scrolling().query()).toBeNull();
	expect(container.querySelector('[tabindex], [role], [aria-label]')).toBeNull();
});

test('whether it fits is looked at again when its room changes, and nothing moves', async () => {
	const container = await show(800, 200);
	const heightOf = () => container.querySelector('img')?.getBoundingClientRect().height;
	await expect.element(scrolling()).toBeInTheDocument();
	container.style.inlineSize = '900px';
	await expect.poll(() => scrolling().query()).toBeNull();
	expect(heightOf()).toBe(200);
	container.style.inlineSize = '300px';
	await expect.element(scrolling()).toBeInTheDocument();
	expect(heightOf()).toBe(176);
});

test('a picture with hidden labels is announced as scrolling only where it does not fit', async () => {
	const { note } = cardOf('## Coast\n\n![A coast](coast.svg)\n\n- Alt asked: A coast, asked.\n- Hide: 2% 5% 20% 10% = ebb\n');
	if (note.kind !== 'picture') throw new Error('Not a picture.');
	const { container } = await render(HiddenPicture, { note, part: 'hide:ebb', answered: false, pictures: () => drawing(1200, 300) });
	await expect.element(scrolling()).toHaveAttribute('tabindex', '0');
	container.style.inlineSize = '1300px';
	await expect.poll(() => scrolling().query()).toBeNull();
});
