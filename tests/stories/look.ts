// Looks at a state of the app as people do who hold different things in their hands: photographs it, and checks what can be checked.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { copyFile } from 'node:fs/promises';

export const PICTURES = 'test-results/pictures';
const PHONE = { width: 390, height: 844 };
/** What every state is checked at; with `PICTURES=all` those with a picture are photographed, else the phone alone. */
const SIZES: readonly { readonly width: number; readonly height: number; readonly text?: string; readonly picture?: true }[] = [
	{ width: 320, height: 844 },
	{ width: 844, height: 390 },
	{ ...PHONE, text: '200%' },
	{ width: 820, height: 1180, picture: true },
	{ width: 1440, height: 900, picture: true },
	{ ...PHONE, picture: true }
];
const ALL = process.env['PICTURES'] === 'all';
/** With README_PICTURES set, these are taken for the README too. */
const README = process.env['README_PICTURES'] === undefined ? [] : ['study-back-light', 'study-choice-feedback-light', 'today-dark'];

/** Shows a page as it looks to somebody who wants no motion: a picture of something moving is of no use. */
export async function holdStill(page: Page): Promise<void> {
	await page.addInitScript(axe.source);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/**
 * Looks at a state by day and by night; `holdStill` comes before the page is opened. Nothing may stick out or be cut on any size, and no
 * rule of accessibility may be broken. The page is as it was afterwards, by day.
 */
export async function look(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
	for (const { width, height, text, picture } of SIZES) {
		await page.setViewportSize({ width, height });
		if (text !== undefined) await setText(page, text);
		expect(await misplaced(page), `${name} at ${width} × ${height}${text === undefined ? '' : `, text ${text}`}`).toEqual([]);
		if (text !== undefined) await setText(page, '');
		if (picture && (ALL || width === PHONE.width)) await photograph(page, name, fullPage);
	}
	expect(await broken(page, 'light'), `${name}, by day`).toEqual([]);
	expect(await broken(page, 'dark'), `${name}, by night`).toEqual([]);
	expect(await unseen(page), `${name}, in the system’s own colours`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'light' });
}

/** Photographs a state by day and by night, for whoever looks at the pictures. */
export async function photograph(page: Page, name: string, fullPage = false): Promise<void> {
	const width = page.viewportSize()?.width ?? 0;
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const path = `${PICTURES}/${width}-${colorScheme}/${name}.png`;
		await page.screenshot({ path, scale: 'css', fullPage });
		const picture = `${name}-${colorScheme}`;
		if (width === PHONE.width && README.includes(picture)) await copyFile(path, `tests/pictures/${picture}.png`);
	}
}

/** What sticks out of the page, is cut, lower than a finger needs it, or stands in another direction than its script asks for. */
export async function misplaced(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const wrong: string[] = [];
		const root = document.documentElement;
		const said = (element: Element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`;
		if (root.scrollWidth > root.clientWidth) wrong.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
		for (const element of document.querySelectorAll<HTMLElement>('main *, .dock *, header *, nav *')) {
			const style = getComputedStyle(element);
			const box = element.getBoundingClientRect();
			const scrolls = element.closest('.scroll, [tabindex="0"][role="region"], .hidden') !== null;
			// What is only for screen readers is a pixel wide.
			if (box.width <= 1 || style.display === 'inline' || scrolls || element.closest('svg')) continue;
			if (box.left < -1 || box.right > root.clientWidth + 1) wrong.push(`${said(element)} sticks out`);
			const isControl = element.matches('a, button, label');
			// What is typed scrolls in its field.
			if ((isControl || (style.overflowX !== 'visible' && !element.matches('input'))) && element.scrollWidth > element.clientWidth + 1)
				wrong.push(`${said(element)} is cut`);
			if (isControl && element.closest('p, li:not(:has(> a:only-child))') === null && box.height < 24)
				wrong.push(`${said(element)} is ${box.height} px high`);
		}
		for (const element of document.querySelectorAll<HTMLElement>('main [dir="auto"]')) {
			const first = /\p{L}/u.exec(element.textContent)?.[0];
			const rightToLeft = first !== undefined && /\p{Script=Arabic}/u.test(first);
			if (first !== undefined && (getComputedStyle(element).direction === 'rtl') !== rightToLeft)
				wrong.push(`wrong direction: ${said(element)}`);
		}
		return wrong;
	});
}

/** What is drawn, and can hardly be told from the page where the student's system sets the colours: white on black here. */
async function unseen(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
	const faint = await page.evaluate(() => {
		/** Red, green and blue, 0 to 1; undefined for what is not drawn. */
		const colour = (words: string): readonly number[] | undefined => {
			const [red = 0, green = 0, blue = 0, alpha = 1] = (words.match(/[\d.]+/gu) ?? []).map(Number);
			if (!/^(rgb|color)/u.test(words) || alpha < 0.1) return undefined;
			return words.startsWith('rgb') ? [red / 255, green / 255, blue / 255] : [red, green, blue];
		};
		const light = (parts: readonly number[]) =>
			[0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
				const part = parts[index] ?? 0;
				return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
			}, 0.05);
		const page = light(colour(getComputedStyle(document.body).backgroundColor) ?? [0, 0, 0]);
		return [...document.querySelectorAll('svg :is(path, circle, rect, text)')].flatMap((shape) => {
			const { fill, stroke } = getComputedStyle(shape);
			const colours = [fill, stroke].flatMap((words) => colour(words) ?? []);
			const { width, height } = shape.getBoundingClientRect();
			// A disc's halves and a picture's covers have an edge of their own; `.sea` and `.on` stand on a filled shape.
			if (colours.length === 0 || (width === 0 && height === 0) || shape.closest('.frame, defs, .d0, .d1, .d2, .d3, .sea, .on')) return [];
			const seen = [fill, stroke].some((words) => {
				const parts = colour(words);
				return parts !== undefined && Math.max(light(parts), page) / Math.min(light(parts), page) >= 3;
			});
			return seen
				? []
				: [`${shape.tagName} ${shape.getAttribute('class') ?? ''} in ${shape.closest('[class]')?.outerHTML.slice(0, 80) ?? ''}`];
		});
	});
	await page.emulateMedia({ forcedColors: 'none' });
	return faint;
}

/** Makes all text larger, as a browser's own setting does; '' puts it back. */
export async function setText(page: Page, size: string): Promise<void> {
	await page.evaluate((fontSize) => {
		document.documentElement.style.fontSize = fontSize;
	}, size);
}

/** The rules of accessibility that a page breaks. By night only colours differ, so only they are looked at again. */
async function broken(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
	await page.emulateMedia({ colorScheme });
	return page.evaluate(async (onlyColours) => {
		const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
			onlyColours ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}
		);
		return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
	}, colorScheme === 'dark');
}
