import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cardIds, loadCard } from '#lib/app/library.ts';
import AboutCard from '../../../src/routes/study/AboutCard.svelte';

async function opened(canPutAway = true) {
	const card = await loadCard(cardIds()[0] ?? ('' as never));
	if (!card) throw new Error('no card');
	const { note, deck, deckName } = card;
	const onputaway = vi.fn();
	render(AboutCard, { note, deck, deckName, why: 'It is new to you.', ...(canPutAway ? { onputaway } : {}) });
	await userEvent.click(screen.getByRole('button', { name: 'About this card' }));
	return { card, onputaway, sheet: within(screen.getByRole('dialog', { name: 'About this card' })) };
}

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('what is said about a card', () => {
	test('says why it is asked now, and where it stands in its deck', async () => {
		const { sheet, card } = await opened();
		sheet.getByText('It is new to you.');
		await sheet.findByText(/\.md$/u);
		expect(sheet.getByText(/, line \d+/u).textContent).toContain(card.deck.title);
	});

	test('puts the card away, for today or for good, and closes', async () => {
		const { sheet, onputaway } = await opened();
		await userEvent.click(sheet.getByRole('button', { name: 'Not today' }));
		expect(onputaway).toHaveBeenCalledExactlyOnceWith('today');
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	test('offers no putting away where nothing can be put away', async () => {
		const { sheet } = await opened(false);
		expect(sheet.queryByRole('button', { name: 'Put away' })).toBeNull();
	});

	test('copies a report with all that an author needs, where it cannot be shared', async () => {
		const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
		vi.stubGlobal('navigator', { clipboard: { writeText } });
		const { sheet, card } = await opened();
		await userEvent.click(sheet.getByRole('button', { name: 'Report a mistake' }));
		await userEvent.type(sheet.getByRole('textbox', { name: 'What is wrong?' }), 'The year is 1950.');
		await userEvent.click(sheet.getByRole('button', { name: 'Send the report' }));
		await sheet.findByText(/^Copied\./u);
		const text = writeText.mock.calls[0]?.[0] ?? '';
		expect(text).toContain('The year is 1950.');
		expect(text).toContain(`Id: ${card.deck.namespace}/${card.note.id}`);
		expect(text).toMatch(/\.md, line \d+\)/u);
	});

	test('shares a report where the device can, and says when it was called off', async () => {
		const share = vi.fn().mockRejectedValue(new DOMException('called off', 'AbortError'));
		vi.stubGlobal('navigator', { share });
		const { sheet } = await opened();
		await userEvent.click(sheet.getByRole('button', { name: 'Report a mistake' }));
		await userEvent.click(sheet.getByRole('button', { name: 'Send the report' }));
		await sheet.findByText('Nothing was sent.');
		expect(share).toHaveBeenCalledOnce();
	});

	test('shows the report to be copied by hand, where the browser can do neither', async () => {
		vi.stubGlobal('navigator', { clipboard: undefined, share: undefined });
		const { sheet } = await opened();
		await userEvent.click(sheet.getByRole('button', { name: 'Report a mistake' }));
		await userEvent.click(sheet.getByRole('button', { name: 'Send the report' }));
		await sheet.findByText(/There is a mistake in this card\./u);
	});
});
