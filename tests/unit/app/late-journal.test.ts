import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { LateStore } from '#lib/store/late-store.ts';
import { memoryStore, openStore } from '#lib/store/open.ts';
import { review } from '../../logs.ts';

const [ONE, TWO] = [review('r1', 1000), review('r2', 2000)];
let count = 0;
/** A store of a first visit, and one that another tab opens on the same place. */
function place() {
	const name = `first-visit-${count++}`;
	return { store: new LateStore(() => openStore(name)), another: () => openStore(name) };
}

test('the first answer of a first visit opens the store, and is kept', async () => {
	const { store, another } = place();
	const journal = Journal.onNothing(store);
	expect(journal.progress.end).toBeUndefined();
	const writing = journal.append(ONE);
	expect(journal.progress.answers).toBe(1);
	expect(await writing).toBe(true);
	expect(journal.kept).toBe(1);
	expect(await (await Journal.on(await another())).entries()).toEqual([ONE]);
});

test('what another tab has answered meanwhile counts once the store is opened', async () => {
	const { store, another } = place();
	const journal = Journal.onNothing(store);
	await (await Journal.on(await another())).append(ONE);
	await journal.append(TWO);
	await expect.poll(() => journal.progress.answers).toBe(2);
	expect(await journal.entries()).toEqual([ONE, TWO]);
});

test('that nothing can be kept here is known once the store is opened', async () => {
	const store = new LateStore(() => Promise.resolve(memoryStore('refused')));
	const journal = Journal.onNothing(store);
	expect(journal.notKept).toBeUndefined();
	await store.open();
	expect(journal.notKept).toBe('refused');
	await journal.append(ONE);
	expect(await journal.entries()).toEqual([ONE]);
});

test('an answer that finds nothing to be written to stays in sight, is tried again, and is kept', async () => {
	const { another } = place();
	let isThere = false;
	const journal = Journal.onNothing(new LateStore(() => (isThere ? another() : Promise.reject(new TypeError('Failed to fetch')))));
	expect(await journal.append(ONE)).toBe(false);
	expect(journal.failure).toBeDefined();
	expect(journal.unsaved).toEqual([ONE]);
	isThere = true;
	expect(await journal.retry()).toBe(true);
	expect(await journal.entries()).toEqual([ONE]);
});
