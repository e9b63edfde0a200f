import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadPaged, readHistory } from '#lib/app/card-page.ts';
import { newId, now } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { cardIds } from '#lib/app/library.ts';
import { dayOf } from '#lib/app/scope.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { Rating, Review } from '#lib/core/review/entry.ts';
import { memoryStore } from '#lib/store/open.ts';
import Detail from '../../../src/routes/(home)/card/Detail.svelte';
import Unknown from '../../../src/routes/(home)/card/Unknown.svelte';

let journal: Journal;
const id = cardIds()[0] as CardId;

beforeEach(async () => {
	journal = await Journal.on(memoryStore('refused'));
});

function answer(daysAgo: number, rating: Rating, more: Partial<Review> = {}): Review {
	const at = now() - daysAgo * 86_400_000;
	return { kind: 'review', id: newId(), at, day: dayOf(journal, at), cardId: id, outcome: 'self', rating, hints: 0, tookMs: 1000, ...more };
}

async function opened(): Promise<void> {
	const paged = await loadPaged(id);
	if (!paged) throw new Error('no card');
	render(Detail, { journal, paged, log: readHistory(id, journal) });
	await screen.findByRole('heading', { name: 'History' });
}
const history = () => within(screen.getByRole('region', { name: 'History' }));
const rows = () => history().queryAllByRole('listitem');

describe('the page of a card', () => {
	test('says of a new card that there is no answer yet, and offers neither a day nor a reset', async () => {
		await opened();
		expect(history().getByText('No answers yet.')).toBeTruthy();
		screen.getByText('The curve begins with the first answer.');
		expect(screen.queryByRole('button', { name: 'Reset' })).toBeNull();
		screen.getByText(/\.md, line \d+$/u);
	});

	test('marks the words of the deck with its language, and the words of the app not', async () => {
		await opened();
		const inDeck = screen.getByRole('heading', { level: 1 }).firstElementChild;
		expect(inDeck?.getAttribute('lang')).toBe('en');
		expect(screen.getByText('No answers yet.').closest('[lang]:not(html)')).toBeNull();
		const sources = screen.getByRole('list', { name: 'Sources' });
		expect(sources.closest('[lang]:not(html)')).toBeNull();
	});

	test('lists the answers, the latest first, with rating, confidence and hints, and none that was taken back', async () => {
		const gone = answer(1, 'easy');
		await journal.append(answer(9, 'hard', { hints: 1 }), answer(4, 'good', { confidence: 'sure' }), gone);
		await journal.retract(gone.id);
		await opened();
		expect(rows().map((row) => row.textContent.replaceAll(/\s+/gu, ' '))).toEqual([
			expect.stringMatching(/after 5 days, sure.*Good/u),
			expect.stringMatching(/first seen, with a hint.*Hard/u)
		]);
	});

	test('says in words what the curve shows', async () => {
		await journal.append(answer(9, 'good'), answer(4, 'good'));
		await opened();
		const curve = screen.getByText(/^Answered on 2 days since .*% today/u).closest('figure');
		expect(curve?.querySelectorAll('circle.review')).toHaveLength(2);
	});

	test('puts the card away, and takes that back', async () => {
		await opened();
		await userEvent.click(screen.getByRole('button', { name: 'Put away' }));
		await screen.findByText('Put away until you bring it back.');
		expect(journal.progress.cards.get(id)?.suspended).toBe(true);
		await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
		await screen.findByText('Taken back.');
		expect(journal.progress.cards.get(id)?.suspended ?? false).toBe(false);
		expect(rows()).toHaveLength(0);
	});

	test('brings a card back that is not to be asked today', async () => {
		await opened();
		await userEvent.click(screen.getByRole('button', { name: 'Not today' }));
		await userEvent.click(await screen.findByRole('button', { name: 'Bring back' }));
		await screen.findByText('Brought back.');
		screen.getByRole('button', { name: 'Put away' });
	});

	test('makes a card new, keeps its answers in sight, and takes that back', async () => {
		await journal.append(answer(4, 'good'));
		await opened();
		await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
		await screen.findByText('It is new again.');
		expect(journal.progress.cards.get(id)?.reviews).toBe(0);
		expect(rows().at(-1)?.textContent).toContain('It no longer counts.');
		await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
		await waitFor(() => {
			expect(journal.progress.cards.get(id)?.reviews).toBe(1);
		});
		expect(history().queryByText('It no longer counts.')).toBeNull();
	});

	test('sets the day on which it is asked', async () => {
		await journal.append(answer(4, 'good'));
		await opened();
		await userEvent.click(screen.getByRole('button', { name: 'Set the day' }));
		expect(document.activeElement).toBe(screen.getByLabelText('Ask it on'));
		await userEvent.click(screen.getByRole('button', { name: 'Set' }));
		await screen.findByText(/^It is asked on /u);
		expect(journal.progress.cards.get(id)?.setDue).toBe(dayOf(journal, now()) + 1);
	});
});

test('says that the answers to a card that no deck has any more are kept', () => {
	render(Unknown, { reviews: 3 });
	screen.getByRole('heading', { name: 'No deck has this card any more.' });
	screen.getByText(/^Your 3 answers to it are kept\./u);
});

test('a card that was never there has a way out', () => {
	render(Unknown, { reviews: 0 });
	screen.getByRole('heading', { name: 'There is no such card.' });
	screen.getByRole('link', { name: 'All decks' });
});

test('no address makes up a card', async () => {
	for (const made of ['', 'x', '/use', 'a/b/c/d']) expect(await loadPaged(made as CardId)).toBeUndefined();
});
