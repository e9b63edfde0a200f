// One story in WebKitGTK, the nearest relative of the iPhone's browser that runs here: study, kill the server, reload, study on,
// visit every screen. Ends with 0 if the story holds, with 77 if the driver is not there (which is no pass), else with 1.
import assert from 'node:assert/strict';
import { By } from 'selenium-webdriver';
import { serve } from '../../src/cli/serve.mjs';
import { startWebKit } from './session.mjs';

const WAIT_MS = 8000;

const { page, version, close } = await startWebKit();
const app = await serve({ port: 4711 });
let steps = 0;
try {
	/** Elements go stale with every navigation: everything is looked up anew until it is there. @template T @param {string} what @param {() => Promise<T>} look */
	const until = async (what, look) => page.wait(() => look().catch(() => false), WAIT_MS, `${what} never came`);
	/** @param {string} css @param {RegExp} text */
	const sees = (css, text) => until(`${css} with ${text}`, async () => text.test(await page.findElement(By.css(css)).getText()));
	/** @param {string} text */
	const button = (text) => By.xpath(`//button[starts-with(normalize-space(.), '${text}') and not(@disabled)]`);
	/** @param {import('selenium-webdriver').By} by */
	const press = (by) =>
		until(String(by), async () => {
			const element = await page.findElement(by);
			// This driver does not scroll to what stands just below the screen's edge.
			await page.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
			await element.click();
			return true;
		});
	/** @param {number} count */
	const saved = (count) =>
		until(`${count} saved`, async () => (await page.findElement(By.css('[data-kept]')).getAttribute('data-kept')) === String(count));
	const label = () => page.findElement(By.css('progress')).getAttribute('aria-label');
	/** @param {string} what @param {() => Promise<unknown>} act */
	const step = async (what, act) => {
		await act();
		steps += 1;
		console.log(`  ✓ ${what}`);
	};
	const watchPolicy = () =>
		page.executeScript(
			`window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample));`
		);
	/** @param {string} where */
	const policyKept = async (where) => {
		assert.deepEqual(await page.executeScript('return window.violations ?? []'), [], where);
	};
	const answer = async () => {
		const before = await label();
		if ((await page.findElements(button('Show the options'))).length > 0) {
			await press(button('Show the options'));
			await press(By.css('input[type=radio]'));
			await press(button('Unsure'));
			await press(button('Next'));
		} else {
			await press(button('Show the answer'));
			await press(button('Easy'));
		}
		await until('the next card', async () => (await label()) !== before);
	};

	console.log(`WebKitGTK ${version}`);
	await step('the app opens, is kept on the device, and shows the first card', async () => {
		await page.get(app.url);
		/** @type {unknown} */
		const state = await page.executeAsyncScript(
			`const done = arguments[0]; navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 20)); done('kept'); });`
		);
		assert.equal(state, 'kept');
		await watchPolicy();
		await press(By.linkText('Show me the first card'));
		await until('a card', async () => (await label())?.startsWith('Card 1 of '));
	});
	await step('three answers are saved, one of them to a choice', async () => {
		for (let count = 1; count <= 3; count += 1) {
			await answer();
			await saved(count);
		}
		await policyKept('while studying');
	});
	await step('the server is gone', async () => {
		await app.close();
		assert.equal(await fetch(app.url).catch(() => 'down'), 'down');
	});
	await step('a reload shows the same card, and studying goes on', async () => {
		const before = await label();
		await page.navigate().refresh();
		await until('the same card', async () => (await label()) === before);
		await saved(3);
		await answer();
		await saved(4);
	});
	await step('an answer is taken back', async () => {
		await press(By.css("button[aria-label='Undo the last answer']"));
		await saved(3);
	});
	await step('every screen opens by its address', async () => {
		for (const [path, heading] of /** @type {[string, RegExp][]} */ ([
			['', /due/],
			['decks/', /^Decks$/],
			['decks/power-and-fear/', /^Power and fear$/],
			['settings/', /^Settings$/],
			['backup/', /^Backup$/],
			['no/such/page/', /^There is no such page\.$/]
		])) {
			await page.get(app.url + path);
			await watchPolicy();
			await sees('h1', heading);
			await policyKept(path);
		}
	});
	console.log(`WebKitGTK: ${steps} passed, 0 failed`);
} catch (error) {
	console.error(error);
	console.error(`WebKitGTK: ${steps} passed, 1 failed`);
	process.exitCode = 1;
} finally {
	await app.close().catch(() => undefined);
	await close();
}
