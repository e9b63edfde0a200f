import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { newId, now } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { cardIds, decks, loadCard } from '#lib/app/library.ts';
import { dayOf } from '#lib/app/scope.ts';
import { Study } from '#lib/app/study.svelte.ts';
import type { Choice, Review, RunId } from '#lib/core/review/entry.ts';
import { memoryStore } from '#lib/store/open.ts';
import SessionEnd from '../../../src/routes/study/SessionEnd.svelte';

const ids = cardIds();

/** The end of a session in which the first cards were rated so, one after the other: "0 again". */
async function ended(...said: readonly string[]): Promise<void> {
	const journal = await Journal.on(memoryStore('refused'));
	const day = dayOf(journal, now());
	for (const one of said) {
		const [index, rating] = one.split(' ') as [string, Review['rating']];
		const cardId = ids[Number(index)] ?? ('' as never);
		await journal.append({ kind: 'review', id: newId(), at: now(), day, cardId, outcome: 'self', rating, hints: 0, tookMs: 40_000 });
	}
	render(SessionEnd, { journal, study: await Study.start(journal, {}) });
}

describe('the end of a session', () => {
	test('says what was done, and what comes tomorrow', async () => {
		await ended('0 good', '1 again', '1 easy');
		expect(screen.getByText(/3 answers in 2 minutes\./u).textContent).toMatch(/Tomorrow \d+ cards, about \d+ minutes?\./u);
	});
	test('draws each answer: the deeper the longer its card rests, a cross for one that came back', async () => {
		await ended('0 good', '1 again', '1 easy');
		const drawing = screen.getByRole('img', { name: '3 answers in order, 1 of them not known' });
		const marks = [...drawing.querySelectorAll('path:not(.line)')].map((path) => path.getAttribute('class')?.split(' ')[0]);
		expect(marks).toEqual(['shoal', 'cross', 'deep']);
	});
	test('names the cards that gave most trouble, the worst first, each with its page, and asks them again', async () => {
		await ended('2 again', '0 again', '1 again', '1 again', '3 easy', '1 good', '0 good', '2 good');
		const links = within(await screen.findByRole('region', { name: 'Gave most trouble' })).getAllByRole('link');
		expect(links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('id'))).toEqual([ids[1], ids[2], ids[0]]);
		const first = await loadCard(ids[1] ?? ('' as never));
		expect(links[0]?.textContent).toContain(first?.note.prompt.slice(0, 5));
		expect(links[0]?.textContent).toContain('Again, 2 times');
		expect(screen.getByRole('link', { name: 'Ask the 3 again' }).getAttribute('href')).toMatch(/study\/?\?extra=trouble$/u);
	});
	test('has nothing to ask again where nothing went wrong', async () => {
		await ended('0 easy');
		await new Promise((resolve) => setTimeout(resolve, 50)); // for what might still be loaded
		expect(screen.queryByRole('link', { name: /again/u })).toBeNull();
		expect(screen.getByRole('link', { name: 'Finish' })).toBeTruthy();
	});
	test('offers what went wrong today only where that is more than is asked again', async () => {
		await ended('0 again', '1 again', '2 again', '3 again');
		await screen.findByRole('link', { name: 'Ask the 3 again' });
		expect(screen.getByRole('link', { name: 'What went wrong today 4 cards' })).toBeTruthy();
	});
	test('does not offer twice to ask the same cards again', async () => {
		await ended('0 again', '1 again', '1 again');
		await screen.findByRole('link', { name: 'Ask the 2 again' });
		expect(screen.queryByRole('link', { name: /^What went wrong today/u })).toBeNull();
	});
	test('tells of scenarios what was played and how often the choice was sound', async () => {
		const journal = await Journal.on(memoryStore('refused'));
		const day = dayOf(journal, now());
		const [first = '', second = ''] = decks().flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
		const choose = (scenario: string, outcome: Choice['outcome']) =>
			journal.append({
				...{ kind: 'choice', id: newId(), at: now(), day, run: scenario as unknown as RunId, scenario, step: '' },
				...{ option: 0, outcome, uses: [], hints: 0, tookMs: 1 }
			});
		await choose(first, 'none');
		await choose(first, 'right');
		await choose(first, 'wrong');
		await choose(second, 'right');
		render(SessionEnd, { journal, study: await Study.start(journal, {}) });
		expect(screen.getByText(/^2 scenarios played\./u)).toBeTruthy();
		expect(screen.getByRole('region', { name: 'How it went' }).textContent).toContain('Sound choices in scenarios: 2 of 3.');
		expect(screen.queryByRole('img')).toBeNull();
	});
	test('without an answer draws nothing', async () => {
		await ended();
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing is due now');
		expect(screen.queryByRole('img')).toBeNull();
	});
});
