import { describe, expect, test, vi } from 'vitest';
import { bringBack, putAway } from '#lib/app/extras.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { USUAL, keepPreferences, readPreferences } from '#lib/app/preferences.ts';
import { Study } from '#lib/app/study.svelte.ts';
import { memoryStore } from '#lib/store/open.ts';

/** A session over the shipped decks on an empty log. */
async function studying(journal?: Journal): Promise<{ journal: Journal; study: Study }> {
	const on = journal ?? (await Journal.on(memoryStore('refused')));
	return { journal: on, study: await Study.start(on, {}) };
}
const reviews = (journal: Journal) => journal.acts.filter((act) => act.kind === 'review');

describe('a card put away while studying', () => {
	test.each(['today', 'for-good'] as const)('%s is not asked again, in this session or the next', async (how) => {
		const { journal, study } = await studying();
		const first = study.card?.id;
		const left = study.remaining;
		await study.putAway(how);
		expect(study.card?.id).not.toBe(first);
		expect([study.remaining, study.answered]).toEqual([left - 1, 0]);
		// The place is kept when the card is on the screen.
		await vi.waitFor(async () => {
			expect(await journal.settings.get('place')).toMatchObject({ cardId: study.card?.id });
		});
		const again = await studying(journal);
		expect(again.study.card?.id).toBe(study.card?.id);
		expect(reviews(journal)).toEqual([]);
	});

	test('comes back with undo, as if nothing had been done', async () => {
		const { journal, study } = await studying();
		const [first, left] = [study.card?.id, study.remaining];
		await study.putAway('for-good');
		expect(study.canUndo).toBe(true);
		await study.undo();
		expect([study.card?.id, study.remaining, study.answered, study.canUndo]).toEqual([first, left, 0, false]);
		expect(await putAway(journal)).toEqual([]);
	});

	test('after an answer that came later, undo takes back the answer first', async () => {
		const { study } = await studying();
		const first = study.card?.id;
		await study.putAway('today');
		while (study.card?.note.kind === 'choice') await study.putAway('today');
		const second = study.card?.id;
		study.reveal();
		await study.rate('good');
		expect(study.card?.id).not.toBe(second);
		await study.undo();
		expect(study.card?.id).toBe(second);
		while (study.canUndo) await study.undo();
		expect(study.card?.id).toBe(first);
	});

	test('after it was answered keeps the answer; undo takes back both', async () => {
		const { journal, study } = await studying();
		for (let turn = 0; turn < 40 && study.card?.note.kind !== 'choice'; turn += 1) {
			study.reveal();
			await study.rate('easy');
		}
		const asked = study.card?.id;
		const answers = reviews(journal).length;
		study.reveal();
		study.answer = { chosen: [0] };
		await study.handIn('sure');
		await study.putAway('today');
		expect(study.card?.id).not.toBe(asked);
		expect(reviews(journal)).toHaveLength(answers + 1);
		await study.undo();
		expect([study.card?.id, study.stage, study.answer.chosen]).toEqual([asked, 'options', [0]]);
		expect(reviews(journal)).toHaveLength(answers);
	});

	test('for good is listed until it is brought back', async () => {
		const { journal, study } = await studying();
		const [first, left] = [study.card, study.remaining];
		await study.putAway('for-good');
		expect((await putAway(journal)).map(({ card, leech }) => [card.id, leech])).toEqual([[first?.id, false]]);
		if (first) bringBack(journal, first.id);
		expect(await putAway(journal)).toEqual([]);
		expect((await studying(journal)).study.remaining).toBe(left);
	});
});

describe('how a student wants to be asked', () => {
	test('without "think first" the options stand below the question at once', async () => {
		const journal = await Journal.on(memoryStore('refused'));
		await keepPreferences(journal, { ...USUAL, thinkFirst: false });
		const { study } = await studying(journal);
		for (let turn = 0; turn < 40 && study.card?.note.kind !== 'choice'; turn += 1) {
			study.reveal();
			await study.rate('easy');
		}
		expect([study.card?.note.kind, study.stage, study.thinksFirst]).toEqual(['choice', 'options', false]);
	});

	test('is the usual where nothing, or nothing that can be read, is kept', async () => {
		const journal = await Journal.on(memoryStore('refused'));
		expect(await readPreferences(journal)).toEqual(USUAL);
		await journal.settings.set('preferences', { thinkFirst: 'no', letterKeys: false });
		expect(await readPreferences(journal)).toEqual({ ...USUAL, letterKeys: false });
	});
});
