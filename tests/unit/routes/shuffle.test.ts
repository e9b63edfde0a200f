import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { newId, now } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { cardIds, decks, loadCard, type ShelvedCard } from '#lib/app/library.ts';
import { openRun } from '#lib/app/practice.ts';
import { keepPreferences, USUAL } from '#lib/app/preferences.ts';
import { dayOf } from '#lib/app/scope.ts';
import { Study } from '#lib/app/study.svelte.ts';
import type { Note, NoteKind } from '#lib/core/deck/deck.ts';
import { shownIn } from '#lib/core/grade/answer.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import { memoryStore } from '#lib/store/open.ts';
import Scenario from '../../../src/routes/study/Scenario.svelte';
import Studying from '../../../src/routes/study/Studying.svelte';

const cards = (await Promise.all(cardIds().map(loadCard))).flatMap((card) => card ?? []);
const optionsOf = (note: Note) => (note.kind === 'choice' || note.kind === 'choose-all' ? note.options : []).map(({ text }) => text);
const isPlain = (text: string) => /^[\p{L}\p{N} ,.;’-]+$/u.test(text);

/** Whether a card that was answered once is shown in another order than the deck's text. */
const isShuffled = ({ id, note }: ShelvedCard) => String(shuffled(shownIn(note), (index) => index, `${id}/1`)) !== String(shownIn(note));

/** A session that asks one card, which was wrong an hour ago; its options can be looked at at once. */
async function asking(kind: NoteKind, shuffle: boolean): Promise<{ study: Study; note: Note }> {
	const card = cards.find((one) => one.note.kind === kind && optionsOf(one.note).every(isPlain) && isShuffled(one));
	if (!card) throw new Error(`no ${kind}`);
	const journal = await Journal.on(memoryStore('refused'));
	await keepPreferences(journal, { ...USUAL, thinkFirst: false, shuffle });
	const [at, day] = [now() - 3_600_000, dayOf(journal, now())];
	await journal.append({ kind: 'review', id: newId(), at, day, cardId: card.id, outcome: 'wrong', rating: 'again', hints: 0, tookMs: 1 });
	const study = await Study.start(journal, { extra: 'mistakes' });
	render(Studying, { journal, study });
	return { study, note: card.note };
}
const shown = (role: 'radio' | 'checkbox') => screen.getAllByRole(role).map((option) => option.closest('label')?.textContent.trim());

describe.each([
	['choice', 'radio'],
	['choose-all', 'checkbox']
] as const)('the options of a card: %s', (kind, role) => {
	test('stand in an order of their own', async () => {
		const { study, note } = await asking(kind, true);
		expect(shown(role)).toEqual(study.order.map((index) => optionsOf(note)[index]));
		expect(shown(role)).not.toEqual(optionsOf(note));
	});
	test('stand as in the deck’s text where they are not to be shuffled, after undo too', async () => {
		const { study, note } = await asking(kind, false);
		expect(shown(role)).toEqual(optionsOf(note));
		study.answer = { chosen: [1] };
		await study.handIn('sure');
		await study.undo();
		await screen.findByRole('button', { name: /^Sure/u });
		expect(shown(role)).toEqual(optionsOf(note));
	});
});

test('what is chosen is what is tapped, where options are not shuffled', async () => {
	const { study, note } = await asking('choice', false);
	await userEvent.click(screen.getByRole('radio', { name: optionsOf(note)[2] ?? '' }));
	expect(study.answer).toEqual({ chosen: [2] });
});

test.each(['order', 'match'] as const)('what is to be put right is shuffled all the same: %s', async (kind) => {
	const parts = async (shuffle: boolean) => {
		const { study } = await asking(kind, shuffle);
		const { textContent } = screen.getByRole('main');
		document.body.replaceChildren();
		return [textContent, study.order];
	};
	const usual = await parts(true);
	expect(await parts(false)).toEqual(usual);
});

describe('the options of a scenario', () => {
	async function played(shuffle: boolean) {
		const deck = decks().find(({ scenarios }) => scenarios.length > 0);
		const journal = await Journal.on(memoryStore('refused'));
		const practice = await openRun(journal, deck?.name ?? '', deck?.scenarios[0]?.id.split('/')[1] ?? '');
		if (!practice) throw new Error('no scenario');
		const { run } = practice;
		const toFirstOptions = async () => {
			for (let turn = 0; turn < 9 && run.asked?.order.length === 0; turn += 1) await run.handIn();
		};
		await toFirstOptions();
		// The order is another one with each run.
		for (let turn = 0; turn < 99 && String(run.asked?.order) === '0,1,2'; turn += 1) {
			run.startOver();
			await toFirstOptions();
		}
		expect(run.asked?.order).not.toEqual([0, 1, 2]);
		const preferences = { ...USUAL, shuffle };
		render(Scenario, { journal, run, preferences, onundo: () => undefined, onnext: () => undefined });
		const inText = run.asked?.step.options.map(({ text }) => text) ?? [];
		return { inText, inOrder: run.asked?.order.map((index) => inText[index]) };
	}

	test('stand in an order of their own', async () => {
		const { inOrder } = await played(true);
		expect(shown('radio')).toEqual(inOrder);
	});
	test('stand as in the deck’s text where they are not to be shuffled', async () => {
		const { inText } = await played(false);
		expect(shown('radio')).toEqual(inText);
	});
});
