import { describe, expect, test } from 'vitest';
import { newId, now } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import { cardIds, loadCard, type ShelvedCard } from '#lib/app/library.ts';
import { dayOf } from '#lib/app/scope.ts';
import { Study } from '#lib/app/study.svelte.ts';
import type { NoteKind } from '#lib/core/deck/deck.ts';
import type { Given } from '#lib/core/grade/answer.ts';
import type { Review } from '#lib/core/review/entry.ts';
import { memoryStore } from '#lib/store/open.ts';

/** A session over one card of a kind: one that went wrong today. */
async function asking(kind: NoteKind): Promise<{ journal: Journal; study: Study; card: ShelvedCard }> {
	const journal = await Journal.on(memoryStore('refused'));
	const cards = await Promise.all(cardIds().map(loadCard));
	const card = cards.find((one) => one?.note.kind === kind);
	if (!card) throw new Error(`no card of the kind ${kind}`);
	const at = now() - 3_600_000;
	const day = dayOf(journal, now());
	await journal.append({ kind: 'review', id: newId(), at, day, cardId: card.id, outcome: 'wrong', rating: 'again', hints: 0, tookMs: 1 });
	const study = await Study.start(journal, { extra: 'mistakes' });
	expect(study.card?.id).toBe(card.id);
	return { journal, study, card };
}

/** The answers given in the session. */
function newest(journal: Journal): readonly Review[] {
	return journal.acts.filter((act) => act.kind === 'review').slice(1);
}

/** A right and a wrong answer to a note. */
function answersTo({ note }: ShelvedCard): readonly [right: Given, wrong: Given] {
	switch (note.kind) {
		case 'choice':
		case 'choose-all': {
			const indices = [...note.options.keys()];
			return [
				{ chosen: indices.filter((index) => note.options[index]?.right) },
				{ chosen: indices.filter((index) => !note.options[index]?.right).slice(0, 1) }
			];
		}
		case 'true-false':
			return [{ chosen: [note.answer ? 0 : 1] }, { chosen: [note.answer ? 1 : 0] }];
		case 'typed':
			return [{ given: ` ${note.answer.toUpperCase()} ` }, { given: 'something else' }];
		case 'numeric':
			return [{ given: String(note.value) }, { given: '-7' }];
		case 'order':
			return [{ chosen: [...note.items.keys()] }, { chosen: [...note.items.keys()].reverse() }];
		case 'match':
			return [{ chosen: [...note.pairs.keys()] }, { chosen: note.pairs.map((_, index) => (index + 1) % note.pairs.length) }];
		case 'term':
		case 'question':
		case 'cloze':
		case 'picture':
		case 'scenario':
			throw new Error(`${note.kind} is not graded`);
	}
}

const CHOSEN = ['choice', 'choose-all', 'true-false', 'order', 'match'] as const;
const TYPED = ['typed', 'numeric'] as const;

describe.each([...CHOSEN, ...TYPED])('a card of the kind %s', (kind) => {
	const sure = CHOSEN.includes(kind as 'order') ? ('sure' as const) : undefined;
	const unsure = sure && ('unsure' as const);
	/** Goes to where the answer is given. */
	const open = (study: Study) => {
		if (study.stage === 'question') study.reveal();
		expect(study.stage).toBe('options');
	};

	test('answered rightly is good, and the log has the answer', async () => {
		const { journal, study, card } = await asking(kind);
		open(study);
		const [right] = answersTo(card);
		study.answer = right;
		await study.handIn(unsure);
		expect(study.stage).toBe('answer');
		expect(newest(journal)).toMatchObject([{ cardId: card.id, outcome: 'right', rating: 'good', ...right }]);
		expect(newest(journal)[0]?.confidence).toBe(unsure);
		const { turn } = study;
		await study.next();
		expect([study.turn === turn, study.review, study.problem, study.answered]).toEqual([false, undefined, undefined, 1]);
	});
	test('answered wrongly is again, and can be rated otherwise', async () => {
		const { journal, study, card } = await asking(kind);
		open(study);
		const [, wrong] = answersTo(card);
		study.answer = wrong;
		await study.handIn(sure);
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', rating: 'again', ...wrong }]);
		expect(study.canClaimRight).toBe(true);
		await study.claimRight();
		expect(study.canClaimRight).toBe(false);
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', rating: 'good', overruled: 'again', ...wrong }]);
		await study.overrule('again');
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', rating: 'again', ...wrong }]);
		expect(newest(journal)[0]).not.toHaveProperty('overruled');
	});
	test('comes back whole when its answer is taken back, and is given again as it was; after a new start too', async () => {
		const { journal, study, card } = await asking(kind);
		open(study);
		const { order } = study;
		const [, wrong] = answersTo(card);
		study.answer = wrong;
		await study.handIn(sure);
		await study.undo();
		expect([study.stage, study.answer, study.review, newest(journal)]).toEqual(['options', wrong, undefined, []]);
		await study.redo();
		expect(study.stage).toBe('answer');
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', ...wrong }]);

		const later = await Study.start(journal, {});
		await later.undo();
		expect([later.card?.id, later.stage, later.order, later.answer]).toEqual([card.id, 'options', order, wrong]);
		await later.redo();
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', ...wrong }]);
	});
	test('asked again after an undo takes another answer', async () => {
		const { journal, study, card } = await asking(kind);
		open(study);
		const [right, wrong] = answersTo(card);
		study.answer = wrong;
		await study.handIn(sure);
		await study.undo();
		study.answer = right;
		await study.handIn(unsure);
		expect(newest(journal)).toMatchObject([{ outcome: 'right', ...right }]);
		expect(study.canRedo).toBe(false);
	});
	test('answered twice at once is answered once', async () => {
		const { journal, study, card } = await asking(kind);
		open(study);
		[study.answer] = answersTo(card);
		await Promise.all([study.handIn(sure), study.handIn(sure), study.rate('easy')]);
		expect(newest(journal)).toHaveLength(1);
	});
});

describe('how a card is opened', () => {
	test.each(['choice', 'choose-all'] as const)('%s is thought about before its options are shown', async (kind) => {
		const { study } = await asking(kind);
		expect(study.stage).toBe('question');
	});
	test.each(['true-false', 'order', 'match', ...TYPED] as const)('%s shows at once how it is answered', async (kind) => {
		const { study } = await asking(kind);
		expect(study.stage).toBe('options');
		study.reveal();
		expect(study.stage).toBe('options');
	});
});

describe('what is not complete', () => {
	test.each(['choice', 'choose-all', 'true-false', 'match'] as const)('is not taken: %s', async (kind) => {
		const { journal, study } = await asking(kind);
		if (study.stage === 'question') study.reveal();
		expect(study.complete).toBe(false);
		await study.handIn('sure');
		expect([study.stage, newest(journal)]).toEqual(['options', []]);
	});
	test('an order always is: it stands as it is shown, and never in the right order', async () => {
		const { study, card } = await asking('order');
		expect(study.complete).toBe(true);
		expect(study.answer).not.toEqual(answersTo(card)[0]);
	});
});

describe('what is typed', () => {
	test.each([
		['typed', '', 'nothing-typed'],
		['typed', '   ', 'nothing-typed'],
		['numeric', '', 'nothing-typed'],
		['numeric', 'a few', 'no-number']
	] as const)('and cannot be read is said and not logged: %s "%s"', async (kind, text, why) => {
		const { journal, study } = await asking(kind);
		study.answer = { given: text };
		await study.handIn();
		expect(study.problem?.kind).toBe(why);
		expect([study.stage, newest(journal)]).toEqual(['options', []]);
		study.answer = { given: '7' };
		expect(study.problem).toBeUndefined();
	});
	test.each(TYPED)('or not known is wrong, with nothing given: %s', async (kind) => {
		const { journal, study } = await asking(kind);
		study.answer = { given: 'half an ans' };
		await study.giveUp();
		expect(newest(journal)).toMatchObject([{ outcome: 'wrong', rating: 'again', given: '' }]);
		expect(newest(journal)[0]).not.toHaveProperty('confidence');
		await study.undo();
		expect(study.answer).toEqual({ given: '' });
	});
	test('with a hint is hard at most', async () => {
		const { journal, study, card } = await asking('typed');
		if (card.note.facts.hints.length === 0) return;
		study.hint();
		[study.answer] = answersTo(card);
		await study.handIn();
		expect(newest(journal)).toMatchObject([{ outcome: 'right', rating: 'hard', hints: 1 }]);
	});
	test('is not handed in by saying how sure one is, nor anything else without', async () => {
		const { journal, study, card } = await asking('typed');
		[study.answer] = answersTo(card);
		await study.handIn('sure');
		expect(newest(journal)).toEqual([]);
		const { journal: other, study: chosen, card: order } = await asking('order');
		[chosen.answer] = answersTo(order);
		await chosen.handIn();
		await chosen.giveUp();
		expect(newest(other)).toEqual([]);
	});
});
