import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import StudyCard from '#lib/ui/StudyCard.svelte';
import { cardOf, CHOICE, CLOZE, QUESTION, TERM } from '../decks-for-tests.ts';

type Stage = 'question' | 'options' | 'answer';

function show(note: string, stage: Stage, more: { hints?: number; review?: Review; onchoose?: (option: number) => void } = {}) {
	const { card, deck } = cardOf(note);
	return render(StudyCard, {
		card,
		deck,
		stage,
		hints: 0,
		order: [2, 0, 1],
		chosen: undefined,
		review: undefined,
		onchoose: () => undefined,
		...more
	});
}

const answered = (chosen: number, outcome: Review['outcome'], more: Partial<Review> = {}): Review => ({
	kind: 'review',
	id: 'r' as EntryId,
	at: 0,
	day: 0,
	cardId: cardOf(CHOICE).card.id,
	outcome,
	rating: outcome === 'right' ? 'good' : 'again',
	chosen: [chosen],
	hints: 0,
	tookMs: 1000,
	...more
});
const main = () => screen.getByRole('main');

describe('a term', () => {
	test('asks for its definition and does not show it', () => {
		show(TERM, 'question');
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ebb');
		expect(main().textContent).not.toContain('falling');
	});
	test('unfolds its hints one by one', async () => {
		const { rerender } = show(TERM, 'question', { hints: 1 });
		expect(within(screen.getByRole('list', { name: 'Hints' })).getAllByRole('listitem')).toHaveLength(1);
		await rerender({ hints: 2 });
		expect(within(screen.getByRole('list', { name: 'Hints' })).getAllByRole('listitem')).toHaveLength(2);
	});
	test('shows definition, status and source once it is answered, and puts the focus on the answer', () => {
		show(TERM, 'answer');
		const answer = screen.getByRole('region', { name: 'Answer' });
		expect(answer.textContent).toContain('The falling tide.');
		expect(answer.textContent).toContain('A fact that can be checked.');
		expect(within(answer).getByRole('list', { name: 'Sources' }).textContent).toBe('Ada Marsh, The Almanac (1901), p. 3');
		expect(document.activeElement?.textContent).toBe('Answer');
	});
});

describe('a question', () => {
	test('shows its answer, the why, and who claims it', () => {
		show(QUESTION, 'answer');
		const answer = screen.getByRole('region', { name: 'Answer' }).textContent;
		expect(answer).toContain('Because the Moon pulls');
		expect(answer).toContain('Draw the arrows.');
		expect(answer).toContain('Ada Marsh argues this.');
	});
});

describe('a cloze', () => {
	test('hides one part at a time and shows the other', () => {
		show(CLOZE, 'question');
		expect(main().textContent).toContain('and new Moon');
		expect(main().textContent).not.toContain('full');
		expect(screen.getByText('hidden part')).toBeTruthy();
	});
	test('shows the hidden words once it is answered', () => {
		show(CLOZE, 'answer');
		expect(screen.getByText('full').tagName).toBe('MARK');
	});
});

describe('a choice', () => {
	test('shows its stem before its options', () => {
		show(CHOICE, 'question');
		expect(screen.queryAllByRole('radio')).toEqual([]);
	});
	test('shows its options in the order given and tells which was chosen', async () => {
		const onchoose = vi.fn();
		show(CHOICE, 'options', { onchoose });
		expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent.trim())).toEqual([
			'The Sun',
			'The wind',
			'The Moon'
		]);
		await userEvent.click(screen.getByRole('radio', { name: 'The wind' }));
		expect(onchoose).toHaveBeenCalledExactlyOnceWith(0);
	});
	test('answered wrongly says so in words, with a reason for every option, yours first, then the right one', () => {
		show(CHOICE, 'answer', { review: answered(2, 'wrong') });
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not this one');
		const said = within(main())
			.getAllByRole('listitem')
			.map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());
		expect(said.slice(0, 3)).toEqual([
			'Your answer The Sun It helps, at a great distance.',
			'The right one The Moon Yes: it is near.',
			'Also wrong The wind It moves the surface only.'
		]);
		expect(main().textContent).toContain('Contested: In some seas the Sun rules.');
	});
	test('answered rightly says so, and says that a guess comes back soon', () => {
		show(CHOICE, 'answer', { review: answered(1, 'right', { confidence: 'guess', rating: 'again' }) });
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Right');
		expect(main().textContent).toContain('You guessed, so it comes back soon.');
		expect(within(main()).getAllByRole('listitem')[0]?.textContent).toContain('Your answer, and right');
	});
});
