import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { restWhenHidden } from '#lib/app/rest-when-hidden.ts';
import { tidyWhenIdle } from '#lib/app/tidy.ts';
import { memoryStore } from '#lib/store/open.ts';

const STUDYING = 'entente-study';

/** The Web Locks of a browser in which this page is the client "here". */
class Locks {
	readonly held: { readonly name: string; readonly clientId: string }[] = [];

	async request(name: string, _: LockOptions, act: (lock: object | null) => unknown): Promise<unknown> {
		if (this.held.some((lock) => lock.name === name)) return act(null);
		const lock = { name, clientId: 'here' };
		this.held.push(lock);
		try {
			return await act(lock);
		} finally {
			this.held.splice(this.held.indexOf(lock), 1);
		}
	}

	query = () => Promise.resolve({ held: [...this.held] });
}

/** A page whose log may be written, and what was done to it. */
async function page(): Promise<readonly string[]> {
	const { notKept: _, ...store } = memoryStore('refused');
	const journal = await Journal.on(store);
	const done: string[] = [];
	vi.spyOn(journal, 'tidy').mockImplementation(() => Promise.resolve(void done.push('tidied')));
	vi.spyOn(store.log, 'rest').mockImplementation(() => Promise.resolve(void done.push('rested')));
	tidyWhenIdle(journal);
	restWhenHidden(journal);
	return done;
}

async function waitAndHide(): Promise<void> {
	await vi.advanceTimersByTimeAsync(60_000);
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	document.dispatchEvent(new Event('visibilitychange'));
	await vi.advanceTimersByTimeAsync(100);
}

let locks: Locks;
/** Ends with the test: a page that was left does not listen any more. */
let left: AbortController;
beforeEach(() => {
	vi.useFakeTimers();
	left = new AbortController();
	const listen = document.addEventListener.bind(document);
	vi.spyOn(document, 'addEventListener').mockImplementation((type: string, listener: EventListenerOrEventListenerObject) => {
		listen(type, listener, { signal: left.signal });
	});
	locks = new Locks();
	vi.stubGlobal('navigator', { locks });
});
afterEach(() => {
	left.abort();
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('what is written but can wait', () => {
	test('is done by the only tab', async () => {
		const done = await page();
		await waitAndHide();
		expect(done).toEqual(['tidied', 'rested']);
		expect(locks.held).toEqual([]);
	});
	test('is done by the tab that studies', async () => {
		locks.held.push({ name: STUDYING, clientId: 'here' });
		const done = await page();
		await waitAndHide();
		expect(done).toEqual(['tidied', 'rested']);
	});
	test('is left alone while another tab studies', async () => {
		locks.held.push({ name: STUDYING, clientId: 'elsewhere' });
		const done = await page();
		await waitAndHide();
		expect(done).toEqual([]);
	});
	test('is left alone while another tab does such a thing', async () => {
		locks.held.push({ name: 'entente-quiet', clientId: 'elsewhere' });
		const done = await page();
		await waitAndHide();
		expect(done).toEqual([]);
	});
	test('is done where the browser has no locks', async () => {
		vi.stubGlobal('navigator', {});
		const done = await page();
		await waitAndHide();
		expect(done).toEqual(['tidied', 'rested']);
	});
});
