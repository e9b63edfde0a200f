import { expect } from '@playwright/test';
import { answerCard, button, installed, savedCount } from './app.ts';
import { arrange, begin, heading, next, option, test } from './kinds.ts';
import { holdStill, look as lookAt } from './look.ts';

test('each kind of card is answered by touch, rightly and wrongly, and no state breaks an accessibility rule or overflows', async ({
	page,
	app
}) => {
	test.setTimeout(120_000);
	await holdStill(page);
	const look = (name: string) => lookAt(page, `kind-${name}`);
	/** Looks at the answer, takes it back, and looks at the other answer. */
	const both = async (name: string, wrong: () => Promise<unknown>, said: string, right: () => Promise<unknown>) => {
		await wrong();
		await expect(heading(page)).toHaveText(said);
		await expect(heading(page)).toBeFocused();
		await look(`${name}-wrong`);
		await button(page, 'Undo the last answer').tap();
		await right();
		await expect(heading(page)).toHaveText('Right');
		await look(`${name}-right`);
		await next(page);
	};
	await begin(page, app.url);

	for (const name of ['Sure', 'Unsure', 'Guess']) await expect(button(page, name)).toBeDisabled();
	await look('true-false');
	await both(
		'true-false',
		() =>
			option(page, 'False')
				.tap()
				.then(() => button(page, 'Sure').tap()),
		'Not so',
		() =>
			option(page, 'True')
				.tap()
				.then(() => button(page, 'Sure').tap())
	);

	await expect(heading(page)).toHaveText('Who wrote the Almanac?');
	const field = page.getByRole('textbox', { name: 'Your answer' });
	await look('typed');
	await button(page, 'Check').tap();
	await expect(page.getByRole('alert')).toHaveText('Nothing is typed yet. Type an answer, or have it shown.');
	await button(page, 'Hint').tap();
	await look('typed-unreadable');
	await field.fill('Ada Mersh');
	await button(page, 'Check').tap();
	await expect(heading(page)).toHaveText('Almost');
	await look('typed-almost');
	await button(page, 'Undo the last answer').tap();
	await expect(field).toHaveValue('Ada Mersh');
	await both(
		'typed',
		() => field.fill('Somebody else').then(() => button(page, 'Check').tap()),
		'Not this',
		() => field.fill('marsh').then(() => button(page, 'Check').tap())
	);

	await expect(heading(page)).toHaveText(/^How many tides/);
	await look('numeric');
	await field.fill('a few');
	await button(page, 'Check').tap();
	await expect(page.getByRole('alert')).toContainText('“a few” cannot be read as a number.');
	await both(
		'numeric',
		() => button(page, 'I don’t know').tap(),
		'Not this number',
		() => field.fill('4').then(() => button(page, 'Check').tap())
	);

	await expect(heading(page)).toHaveText('From low to high');
	await look('order');
	await both(
		'order',
		() => button(page, 'Guess').tap(),
		'Not this order',
		() => arrange(page, ['Low water', 'Flood', 'High water', 'Slack']).then(() => button(page, 'Sure').tap())
	);

	await expect(heading(page)).toHaveText('Water and word');
	await look('match');
	const pair = (name: string) =>
		page
			.getByRole('group', { name: /^What goes with/ })
			.getByRole('button', { name })
			.tap();
	await both(
		'match',
		async () => {
			for (const name of ['ebb', 'ebb', 'slack']) await pair(name);
			await look('match-paired');
			await button(page, 'Sure').tap();
		},
		'Not all of them',
		async () => {
			await page.locator('label', { hasText: 'rises' }).tap();
			await pair('flood');
			await button(page, 'Sure').tap();
		}
	);

	await expect(heading(page)).toHaveText('Which pull on the sea?');
	await look('choose-all-stem');
	await button(page, 'Show the options').tap();
	await option(page, 'The Moon').tap();
	await look('choose-all');
	await both(
		'choose-all',
		() => button(page, 'Unsure').tap(),
		'Not just these',
		() =>
			option(page, 'The Sun')
				.tap()
				.then(() => button(page, 'Unsure').tap())
	);

	await expect(heading(page)).toHaveText('A tide in a drawing');
	await look('picture');
	await button(page, 'Show the answer').tap();
	await expect(page.getByRole('region', { name: 'Answer' })).toContainText('crest');
	await look('picture-back');
	await button(page, /^Easy/).tap();
	await expect.poll(() => savedCount(page)).toBe(8);
});

test('each kind of card is answered by keyboard alone', async ({ page, app }) => {
	const press = async (...keys: readonly string[]) => {
		for (const key of keys) await page.keyboard.press(key);
	};
	await page.goto(`${app.url}study/`);
	await expect(heading(page)).toBeFocused();
	await press('Space', '4');
	await expect(heading(page)).toHaveText('The Moon raises tides.');
	await expect(heading(page)).toBeFocused();
	await press('Tab', 'Space', '1');
	await expect(heading(page)).toHaveText('Right');
	await press('u');
	await expect(option(page, 'True')).toBeChecked();
	await press('r');
	await expect(heading(page)).toHaveText('Right');
	await press('Space');

	// Keys that stand for something elsewhere are letters here.
	const field = page.getByRole('textbox', { name: 'Your answer' });
	await expect(field).toBeFocused();
	await page.keyboard.type('u h r 1');
	await expect(field).toHaveValue('u h r 1');
	await press('Enter');
	await expect(heading(page)).toHaveText('Not this');
	await expect(heading(page)).toBeFocused();
	await button(page, 'I was right').press('Enter');
	await expect(page.getByText('You say that you were right. That counts.')).toBeFocused();
	await expect(button(page, /^Good, .*change the rating$/)).toBeVisible();
	await press('Space');

	await expect(field).toBeFocused();
	await press('Enter');
	await expect(page.getByRole('alert')).toContainText('Nothing is typed yet.');
	await press('4', 'Enter');
	await expect(heading(page)).toHaveText('Right');
	await press('Enter');

	await expect(heading(page)).toHaveText('From low to high');
	const flood = page.getByRole('button', { name: 'Move up: Flood' });
	await flood.focus();
	await press('Home');
	// On a button a digit is no key of the card's.
	await press('2');
	await button(page, 'Unsure').press('Enter');
	await expect(heading(page)).toHaveText('Not this order');
	await press('Space');

	await expect(heading(page)).toHaveText('Water and word');
	for (const name of ['ebb', 'flood', 'slack'])
		await page
			.getByRole('group', { name: /^What goes with/ })
			.getByRole('button', { name })
			.press('Enter');
	await button(page, 'Sure').press('Enter');
	await expect(heading(page)).toHaveText('Right');
	await press('Space');

	await expect(heading(page)).toHaveText('Which pull on the sea?');
	await press('Space');
	await expect(page.getByRole('checkbox').first()).toBeVisible();
	await option(page, 'The wind').press('Space');
	await press('3');
	await expect(heading(page)).toHaveText('Not just these');
	await press('Space');

	await expect(heading(page)).toHaveText('A tide in a drawing');
	await press('Space', '3');
	await expect.poll(() => savedCount(page)).toBe(8);
});

test('what was typed comes back when it is undone after a reload', async ({ page, app }) => {
	await begin(page, app.url);
	await option(page, 'False').tap();
	await button(page, 'Guess').tap();
	await next(page);
	await page.getByRole('textbox').fill('Ida Marsh');
	await button(page, 'Check').tap();
	await expect.poll(() => savedCount(page)).toBe(3);
	await page.reload();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 4 of /);
	await button(page, 'Undo the last answer').tap();
	await expect(page.getByRole('textbox')).toHaveValue('Ida Marsh');
	await button(page, 'Undo the last answer').tap();
	await expect(option(page, 'False')).toBeChecked();
	await button(page, 'Give the answer again that you took back').tap();
	await expect(heading(page)).toHaveText('Not so');
	await expect.poll(() => savedCount(page)).toBe(2);
});

test('a picture of a deck is shown without a network', async ({ page, app }) => {
	await page.goto(app.url);
	await installed(page);
	await app.kill();
	await page.goto(`${app.url}study/?deck=tides`);
	for (let turn = 0; turn < 6; turn += 1) await answerCard(page);
	await expect(heading(page)).toHaveText('A tide in a drawing');
	const picture = page.getByRole('img', { name: 'A wave with a label.' });
	await expect(picture).toBeVisible();
	expect(await picture.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth > 0])).toEqual([true, true]);
	expect(await picture.getAttribute('src')).toMatch(/assets\/wave\..+\.svg$/);
});

test.describe('where the text of the next card cannot be loaded', () => {
	test.use({ serviceWorkers: 'block' });
	test('the app says so, takes no second rating, and goes on once it can', async ({ page, app, complaints }) => {
		// The texts of the cards to come are fetched ahead: that of the next one never comes.
		let missing = true;
		await page.route('**/_app/immutable/**', async (route) => {
			const response = await route.fetch();
			const isText = (await response.text()).includes('The Moon raises tides.');
			await (missing && isText ? route.abort() : route.fulfill({ response }));
		});
		await page.goto(`${app.url}study/`);
		await button(page, 'Show the answer').tap();
		await button(page, /^Easy/).tap();
		await expect(heading(page)).toHaveText('The next card could not be loaded.');
		await page.keyboard.press('3');
		await expect.poll(() => savedCount(page)).toBe(1);
		// What is still on its way is missing too.
		await page.waitForLoadState('networkidle');
		missing = false;
		await button(page, 'Try again').tap();
		await expect(heading(page)).toHaveText('The Moon raises tides.');
		await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 2 of /);
		await expect.poll(() => savedCount(page)).toBe(1);
		complaints.length = 0;
	});
});
