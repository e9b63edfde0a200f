import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import { cardsOf } from '#lib/core/card/card.ts';
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

describe('a card asked backwards', () => {
	const backwards = (note: string, stage: Stage) => {
		const { note: asked, deck } = cardOf(note);
		const card = cardsOf(deck.namespace, asked).find(({ part }) => part === 'reverse');
		if (!card) throw new Error('not asked backwards');
		const still = { hints: 0, order: [], chosen: undefined, review: undefined, onchoose: () => undefined };
		render(StudyCard, { card, deck, stage, ...still });
	};
	test.each([
		[TERM, 'Which term is this?', 'The falling tide.', 'Ebb'],
		[QUESTION, 'Which question has this answer?', 'Because the Moon pulls', 'Why is there a tide on the far side too?']
	])('shows the answer and asks what it belongs to', (note, asks, given, wanted) => {
		backwards(`${note}- Reverse: yes\n`, 'question');
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(asks);
		expect(main().textContent).toContain(given);
		expect(main().textContent).not.toContain(wanted);
	});
	test.each([
		[TERM, 'Ebb'],
		[QUESTION, 'Why is there a tide on the far side too?']
	])('shows it once it is answered', (note, wanted) => {
		backwards(`${note}- Reverse: yes\n`, 'answer');
		expect(screen.getByRole('region', { name: 'Answer' }).textContent).toContain(wanted);
	});
});

describe('a picture with hidden labels', () => {
	const PICTURE =
		'\n## Parts\n<!-- #parts -->\n\n![Ebb, flood](wave.svg)\n\nWhat is hidden?\n\n- Alt asked: A wave.\n- Hide: 1% 1% 9% 9% = ebb\n- Hide: 80% 80% 9% 9% = flood\n';
	test('asks with the picture and its question, and answers with the label', () => {
		show(PICTURE, 'question');
		expect(main().textContent).toContain('What is hidden?');
		expect(main().textContent).toContain('Hidden label 1 of 2, upper left.');
		expect(main().textContent).not.toContain('ebb');
	});
	test('answers with the label', () => {
		show(PICTURE, 'answer');
		expect(screen.getByRole('region', { name: 'Answer' }).textContent).toContain('ebb');
	});
});

describe('a graded card that is no choice', () => {
	const ALL =
		'\n## Which pull?\n<!-- #pull -->\n\nTwo do.\n\n- [x] The Moon\n- [x] The Sun\n- [ ] The wind\n- Choose: all that apply\n- Why: Mass.\n';
	const WHO = '\n## Who wrote it?\n<!-- #who -->\n\n- Answer: Ada Marsh\n';
	test('shows its stem before its options, and its options after', () => {
		show(ALL, 'question');
		expect(screen.queryAllByRole('checkbox')).toEqual([]);
		show(ALL, 'options');
		expect(screen.getAllByRole('checkbox')).toHaveLength(3);
	});
	test('has its question read out with the field', () => {
		show(WHO, 'question');
		expect(screen.getByRole('textbox', { description: 'Who wrote it?' })).toBeTruthy();
	});
	test('shows the verdict in the place of the question, then the why', () => {
		show(ALL, 'answer', { review: answered(0, 'wrong') });
		expect(screen.getByRole('heading', { level: 1 }).textContent.trim()).toBe('Not just these');
		expect(screen.getByRole('region', { name: 'About this card' }).textContent).toContain('Mass.');
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
