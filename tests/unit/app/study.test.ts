import { describe, expect, test } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { Review } from '#lib/core/review/entry.ts';
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
