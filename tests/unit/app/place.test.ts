import { describe, expect, test, vi } from 'vitest';
import type { Rating } from '#lib/core/review/entry.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { Study } from '#lib/app/study.svelte.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';

/** A session over the shipped decks. */
const studying = async (store: Store): Promise<Study> => Study.start(await Journal.on(store), {});

async function answer(study: Study, rating: Rating = 'easy'): Promise<void> {
	while (study.card?.note.kind === 'choice') await study.putAway('today');
	study.reveal();
	await study.rate(rating);
}

/** Resolves when the place is kept that the session stands at. */
async function kept(store: Store, study: Study): Promise<void> {
	await vi.waitFor(async () => {
		expect(await store.settings.get('place')).toMatchObject({ answered: study.answered, cardId: study.card?.id });
	});
}

/** A store that keeps no place from now on: the page is gone after the answer was kept, and before its place was. */
function losingPlaces(store: Store): void {
	store.settings.set = () => Promise.resolve();
}

describe('where a session was left', () => {
	test('is found again on the same day', async () => {
		const store = memoryStore('refused');
		const study = await studying(store);
		await answer(study);
		await answer(study);
		await kept(store, study);
		const again = await studying(store);
		expect([again.answered, again.card?.id]).toEqual([2, study.card?.id]);
	});

	test('counts an answer that was kept although its place was not', async () => {
		const store = memoryStore('refused');
		const study = await studying(store);
		await answer(study);
		await kept(store, study);
		losingPlaces(store);
		await answer(study);
		expect((await studying(store)).answered).toBe(2);
	});

	test('is not the card of such an answer, although that comes back in some minutes', async () => {
		const store = memoryStore('refused');
		const study = await studying(store);
		await answer(study);
		while (study.card?.note.kind === 'choice') await study.putAway('today');
		await kept(store, study);
		losingPlaces(store);
		const { card } = study;
		await answer(study, 'good');
		const again = await studying(store);
		expect([card?.id === undefined, again.card?.id]).toEqual([false, study.card?.id]);
	});

	test('does not count an answer that was taken back although its place was not kept', async () => {
		const store = memoryStore('refused');
		const study = await studying(store);
		await answer(study);
		await answer(study);
		await kept(store, study);
		losingPlaces(store);
		await study.undo();
		expect((await studying(store)).answered).toBe(1);
	});
});
