import { describe, expect, test, vi } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import { Study } from '#lib/app/study.svelte.ts';
import { memoryStore } from '#lib/store/open.ts';

/** A session over the shipped decks on an empty log. */
async function studying(): Promise<{ journal: Journal; study: Study }> {
	const journal = await Journal.on(memoryStore('refused'));
	return { journal, study: await Study.start(journal, {}) };
}

/** The answers that count. */
function given(journal: Journal): readonly Review[] {
	return journal.acts.filter((act) => act.kind === 'review');
}

describe('a clock that falls back while a session runs', () => {
	test('takes the answer once, and goes on to the next card', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 3, 12) });
		const store = memoryStore('refused');
		const journal = await Journal.on(store);
		const study = await Study.start(journal, {});
		const old = { kind: 'review', id: 'far-ahead' as EntryId, cardId: 'x/y/main' as CardId, outcome: 'self', rating: 'good' } as const;
		await journal.append({ ...old, at: Date.now() - 86_400_000 * 9, day: 20_000, hints: 0, tookMs: 1 });
		await journal.tidy();
		vi.setSystemTime(new Date(2026, 0, 3, 12));
		const first = study.card?.id;
		study.reveal();
		await study.rate('good');
		expect(study.card?.id).not.toBe(first);
		expect(given(journal).filter(({ cardId }) => cardId === first)).toHaveLength(1);
		vi.useRealTimers();
	});
});

describe('a day that begins while a card is on the screen', () => {
	test('undo takes back the answer that was handed in last, not one of the day before', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 3, 3, 50) });
		const { journal, study } = await studying();
		study.reveal();
		await study.rate('good');
		while (study.stage !== 'options') {
			study.reveal();
			if (study.stage === 'answer') await study.rate('good');
		}
		vi.setSystemTime(new Date(2026, 2, 3, 4, 10));
		const { card } = study;
		study.answer = { chosen: [0] };
		await study.handIn('sure');
		expect(given(journal).at(-1)?.cardId).toBe(card?.id);
		const before = given(journal).length;
		await study.undo();
		expect(given(journal)).toHaveLength(before - 1);
		expect(given(journal).some(({ cardId }) => cardId === card?.id)).toBe(false);
		expect(study.card?.id).toBe(card?.id);
		vi.useRealTimers();
	});
});

describe('a session that is begun again', () => {
	test('asks again first what the student was sure of and wrong about', async () => {
		const { journal, study } = await studying();
		const wrong: string[] = [];
		for (let count = 0; count < 40 && wrong.length < 2; count++) {
			study.reveal();
			if (study.stage === 'answer') await study.rate('easy');
			else {
				const { note, id } = study.card ?? {};
				const at = note && 'options' in note ? note.options.findIndex((option) => !('right' in option && option.right)) : 0;
				study.answer = { chosen: [at] };
				await study.handIn(wrong.length === 0 ? 'guess' : 'sure');
				if (study.review?.outcome === 'wrong') wrong.push(id ?? '');
				await study.next();
			}
		}
		expect(wrong).toHaveLength(2);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 60_000 });
		const again = await Study.start(journal, {});
		// The card at which the session was left comes before all that return.
		if (again.card?.id === study.card?.id) await again.putAway('today');
		expect(again.card?.id).toBe(wrong[1]);
		vi.useRealTimers();
	});
});

describe('redo', () => {
	test('gives an answer again as it was, as a new entry', async () => {
		const { journal, study } = await studying();
		const first = study.card?.id;
		study.reveal();
		await study.rate('easy');
		expect(study.canRedo).toBe(false);
		await study.undo();
		expect(study.card?.id).toBe(first);
		expect(study.canRedo).toBe(true);
		await study.redo();
		expect(study.canRedo).toBe(false);
		expect(given(journal).map(({ cardId, rating }) => [cardId, rating])).toEqual([[first, 'easy']]);
		expect(await journal.entries()).toHaveLength(3);
	});

	test('goes as far as undo went, and ends where another answer is given', async () => {
		const { journal, study } = await studying();
		for (const rating of ['easy', 'good', 'hard'] as const) {
			study.reveal();
			if (study.stage === 'options') break;
			await study.rate(rating);
		}
		const before = given(journal).map(({ cardId, rating }) => `${cardId} ${rating}`);
		for (let count = before.length; count > 0; count -= 1) await study.undo();
		expect(given(journal)).toEqual([]);
		for (let count = before.length; count > 0; count -= 1) await study.redo();
		expect(given(journal).map(({ cardId, rating }) => `${cardId} ${rating}`)).toEqual(before);
		await study.undo();
		study.reveal();
		await study.rate('again');
		expect(study.canRedo).toBe(false);
	});
});

describe('studying', () => {
	test('a hint asked for after the answer is shown does not count as used', async () => {
		const { journal, study } = await studying();
		expect(study.card?.note.facts.hints.length).toBeGreaterThan(0);
		study.reveal();
		study.hint();
		await study.rate('good');
		expect(given(journal)[0]?.hints).toBe(0);
	});

	test('a hint asked for before it does', async () => {
		const { journal, study } = await studying();
		study.hint();
		study.reveal();
		await study.rate('good');
		expect(given(journal)[0]?.hints).toBe(1);
	});

	test('two ratings at once answer one card', async () => {
		const { journal, study } = await studying();
		study.reveal();
		await Promise.all([study.rate('good'), study.rate('easy')]);
		expect(given(journal).map(({ rating }) => rating)).toEqual(['good']);
	});
});
