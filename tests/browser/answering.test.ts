import '../../src/app.css';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { blankAnswer, gradeAnswer, shownIn, type Given } from '#lib/core/grade/answer.ts';
import { cardsOf } from '#lib/core/card/card.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import StudyCard from '#lib/ui/StudyCard.svelte';

const LONG_WORD = 'Verteidigungsausschussvorsitzendenwahlen';
const LONG_TEXT = 'A state that arms for its own safety makes its neighbours less safe, and they arm in turn. '.repeat(24);
const DECK = `---
title: Every way of answering
id: ways
language: en
---

## Which of these twelve hold, ${LONG_WORD} among them?

${Array.from({ length: 12 }, (_, index) => `- [${index % 3 === 0 ? 'x' : ' '}] Option ${index} ${index === 4 ? LONG_WORD : ''}\n  > Feedback ${index}.`).join('\n')}
- Choose: all that apply

## True or false: ${LONG_WORD} is a word.

True. ${LONG_TEXT}

## Who coined it?

- Answer: ${LONG_WORD}

## How much?

- Answer: 1500 ± 2 % ${LONG_WORD}

## Put in order: Scripts

1. ${LONG_WORD}
2. 中国外交部发表关于美国霸权的文件
3. بيان مشترك عن صداقة بلا حدود
4. ${LONG_TEXT}

## Match: Words

| Word | Meaning |
| --- | --- |
| ${LONG_WORD} | ${LONG_WORD} |
| توازن القوى | Balance of power |
| 多极化 | ${LONG_TEXT} |

## A picture that is not there

![The whole](missing.svg)

- Alt asked: Two boxes.
- Hide: 10% 10% 30% 10% = one

## What does the table say?

| Year | Country | Expenditure | Share of GDP | ${LONG_WORD} | Notes | 备注 | ملاحظة |
| ---: | --- | ---: | :-: | --- | --- | --- | --- |
| 1949 | Russia | 12,500 | 4 % | high | one two three | 中文 | نص |

${LONG_TEXT}
`;
const { deck } = parseDeck('decks/ways.md', DECK);
const GIVEN: Readonly<Record<string, Given>> = {
	'choose-all': { chosen: [4] },
	'true-false': { chosen: [1] },
	typed: { given: LONG_WORD.replace('ss', 's') },
	numeric: { given: '25' },
	order: { chosen: [1, 0, 3, 2] },
	match: { chosen: [1, 1, 2] }
};

/** What sticks out of the page, or is too small to be hit. */
function misplaced(): string[] {
	const root = document.documentElement;
	const wrong = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} px too wide`] : [];
	for (const control of document.querySelectorAll('button, label:has(input), input[type=text]')) {
		const { height, width } = control.getBoundingClientRect();
		if (width > 0 && (height < 44 || width < 44)) wrong.push(`${control.textContent.trim()} is ${width} by ${height} px`);
		if (control.scrollWidth > control.clientWidth + 1 && control.tagName !== 'INPUT') wrong.push(`${control.textContent.trim()} is cut`);
	}
	return wrong;
}

describe.each([
	[390, '100%'],
	[320, '100%'],
	[320, '200%']
])('at %i px and %s text', (width, size) => {
	test.each(deck.notes.map((note) => [note.kind, note] as const))(
		'a card of the kind %s stands right, asked and answered',
		async (kind, note) => {
			await page.viewport(width, 844);
			document.documentElement.style.fontSize = size;
			expect(document.documentElement.clientWidth).toBe(width);
			const [card] = cardsOf(deck.namespace, note);
			if (!card) throw new Error('no card');
			const order = shownIn(note).toReversed();
			const given = GIVEN[kind] ?? {};
			const graded = gradeAnswer(note, given, 'en');
			const still = { card, deck, hints: 0, order, chosen: undefined, onchoose: () => undefined };
			for (const answer of [blankAnswer(note, order), given]) {
				const asked = await render(StudyCard, { ...still, stage: 'options', review: undefined, answer });
				expect(misplaced()).toEqual([]);
				await asked.unmount();
			}
			const review = graded && graded.outcome !== 'unreadable' ? { outcome: graded.outcome, ...given } : undefined;
			const answered = await render(StudyCard, { ...still, stage: 'answer', review });
			expect(misplaced()).toEqual([]);
			await answered.unmount();
			document.documentElement.style.fontSize = '';
		}
	);
});

test('in a real browser the focus goes along with what is moved by keys', async () => {
	const note = deck.notes.find(({ kind }) => kind === 'order');
	const [card] = note ? cardsOf(deck.namespace, note) : [];
	if (!card) throw new Error('no card');
	let answer: Given = { chosen: [2, 0, 1, 3] };
	const still = {
		card,
		deck,
		hints: 0,
		order: [],
		chosen: undefined,
		onchoose: () => undefined,
		review: undefined,
		stage: 'question' as const
	};
	const { rerender } = await render(StudyCard, {
		...still,
		answer,
		onanswer: (given: Given) => {
			answer = given;
			void rerender({ answer });
		}
	});
	document.querySelector<HTMLElement>('[data-item="2"] [data-move="down"]')?.focus();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
	expect(answer.chosen).toEqual([0, 2, 1, 3]);
	expect(document.activeElement?.closest('[data-item]')?.getAttribute('data-item')).toBe('2');
});
