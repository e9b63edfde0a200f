import { describe, expect, test } from 'vitest';
import { catchUp, keepTexts } from '#lib/app/editions.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { cardIds, decks, loadDeck } from '#lib/app/library.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { Deck, Note } from '#lib/core/deck/deck.ts';
import type { EntryId } from '#lib/core/review/entry.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';

const [entry] = decks();
const name = entry?.name ?? '';
const now = Date.now();

function answered(cardId: CardId, index: number) {
	const at = now - 86_400_000 * 9 + index;
	const id = `answer-${index}` as EntryId;
	return {
		kind: 'review',
		id,
		at,
		day: Math.floor(at / 86_400_000),
		cardId,
		outcome: 'self',
		rating: 'easy',
		hints: 0,
		tookMs: 1
	} as const;
}

/** A journal in which some cards were answered under an earlier text of a shipped deck. */
async function under(edit: (note: Note) => Note, cards: (deck: Deck) => readonly CardId[]): Promise<{ journal: Journal; store: Store }> {
	const deck = await loadDeck(name);
	if (!deck) throw new Error('no deck');
	const store = memoryStore('refused');
	const earlier = { ...deck, notes: deck.notes.map(edit) };
	await store.texts.set(deck.id, JSON.stringify(earlier));
	await store.settings.set('editions', { [deck.id]: 'an earlier one' });
	const journal = await Journal.on(store);
	await journal.append(...cards(earlier).map(answered));
	return { journal, store };
}

describe('a new text of a deck', () => {
	test('costs nothing while it is the same', async () => {
		const store = memoryStore('refused');
		const journal = await Journal.on(store);
		const [card] = cardIds() as [CardId];
		await journal.append(answered(card, 0));
		await keepTexts(journal);
		expect(await store.texts.keys()).toEqual([decks().find(({ cardIds: ids }) => ids.includes(card))?.id]);
		await catchUp(journal);
		expect(await store.log.read()).toHaveLength(1);
	});

	test('in which a note without a written id goes by another takes its history along', async () => {
		const deck = await loadDeck(name);
		const first = deck?.notes.find(({ kind }) => kind === 'question');
		if (!deck || !first) throw new Error('no question');
		const old = `${deck.namespace}/an-older-id/main` as CardId;
		const { journal, store } = await under(
			(note) => (note.id === first.id ? { ...note, id: 'an-older-id', idWritten: false } : note),
			() => [old]
		);
		expect(journal.progress.cards.get(old)?.reviews).toBe(1);
		await catchUp(journal);
		expect(journal.progress.cards.get(old)).toBeUndefined();
		expect(journal.progress.cards.get(`${deck.namespace}/${first.id}/main` as CardId)?.reviews).toBe(1);
		await catchUp(journal);
		expect(await store.log.read()).toHaveLength(2);
	});

	test('in which another option is right makes the card due again', async () => {
		const deck = await loadDeck(name);
		const choice = deck?.notes.find(({ kind }) => kind === 'choice');
		if (!deck || !choice) throw new Error('no choice');
		const id = `${deck.namespace}/${choice.id}/main` as CardId;
		const turned = (note: Note): Note =>
			note.id === choice.id && note.kind === 'choice'
				? {
						...note,
						options: note.options.map((option, at) => ({ ...option, right: at === note.options.findLastIndex(({ right }) => !right) }))
					}
				: note;
		const { journal } = await under(turned, () => [id]);
		await catchUp(journal);
		expect(journal.progress.cards.get(id)).toMatchObject({ reviews: 1, changed: true });
	});

	test('in which nothing has happened to answered cards writes nothing', async () => {
		const { journal, store } = await under(
			(note) => note,
			() => [cardIds(name)[0] as CardId]
		);
		await catchUp(journal);
		expect(await store.log.read()).toHaveLength(1);
	});
});
