import { describe, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { openRun, scenariosOf } from '#lib/app/practice.ts';
import { newId, now } from '#lib/app/clock.ts';
import { LiveRun } from '#lib/app/scenario-run.svelte.ts';
import { loadScenario } from '#lib/app/scenarios.ts';
import { dayOf, rulesOn } from '#lib/app/scope.ts';
import { Study } from '#lib/app/study.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { Choice } from '#lib/core/review/entry.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';

vi.mock('virtual:library', async () => (await import('./fixture-library.ts')).libraryOf('tests/stories/scenario-decks'));

const USE = 'harbour/fog-signal/use' as CardId;

async function playing(store: Store = memoryStore('refused')): Promise<{ store: Store; journal: Journal; run: LiveRun }> {
	const journal = await Journal.on(store);
	const run = (await openRun(journal, 'harbour', 'fog-signal'))?.run;
	if (!run) throw new Error('no scenario');
	return { store, journal, run };
}

/** The choices that count. */
function choices(journal: Journal): readonly Choice[] {
	return journal.acts.filter((act) => act.kind === 'choice');
}

async function decide(run: LiveRun, option: number, confidence?: 'sure' | 'unsure' | 'guess'): Promise<void> {
	run.chosen = option;
	await run.handIn(confidence);
	await run.next();
}

describe('a run', () => {
	test('logs each choice when it is handed in, with what it was about, and shows what it means before the next step', async () => {
		const { journal, run } = await playing();
		expect(run.asked?.step.title).toBe('The fog signal');
		await run.handIn();
		expect(run.asked?.step.id).toBe('horn');
		run.hint();
		run.hint();
		run.chosen = 1;
		await run.handIn('sure');
		expect(run.stage).toBe('said');
		expect(run.said?.step.id).toBe('horn');
		expect(run.said?.options.find(({ chosen }) => chosen)?.option.text).toBe('Send the boat out to meet her');
		expect(run.past.map(({ step }) => step.title)).toEqual(['The fog signal']);
		expect(choices(journal).map(({ step, option, outcome, confidence, hints }) => [step, option, outcome, confidence, hints])).toEqual([
			['', -1, 'none', undefined, 0],
			['horn', 1, 'wrong', 'sure', 1]
		]);
		await run.next();
		expect(run.asked?.step.id).toBe('empty-quay');
		expect(run.counted).toEqual([USE]);
	});
	test('is asked and counted by the settings of its own deck, where that has some', async () => {
		const { journal, run } = await playing();
		await decide(run, 0);
		const { id } = run.scenario.deck;
		await journal.append({ kind: 'preset', id: newId(), at: now(), preset: id, set: { desiredRetention: 0.8 } });
		await decide(run, 1, 'sure');
		expect(choices(journal).map(({ preset }) => preset)).toEqual([undefined, id]);
		expect(rulesOn(journal, dayOf(journal, now())).of(USE).desiredRetention).toBe(0.8);
	});
	test('takes no choice at a graded step without a confidence, and none where nothing is chosen', async () => {
		const { journal, run } = await playing();
		await run.handIn();
		await run.handIn('sure');
		run.chosen = 0;
		await run.handIn();
		expect(choices(journal)).toHaveLength(1);
	});
	test('is over at a step that only tells how it ended, without logging that', async () => {
		const { journal, run } = await playing();
		await run.handIn();
		await decide(run, 1, 'unsure');
		await decide(run, 0, 'guess');
		expect(run.stage).toBe('over');
		expect(run.ending?.title).toBe('A boat lost');
		expect(run.debrief.exercised).toEqual([{ use: USE, outcome: 'wrong' }]);
		expect(choices(journal)).toHaveLength(3);
	});
	test('ends where an option leads to the end', async () => {
		const { run } = await playing();
		await run.handIn();
		await decide(run, 0, 'sure');
		await decide(run, 1);
		expect([run.stage, run.ending]).toEqual(['over', undefined]);
	});
	test('undoes choice by choice over its steps, each by a retraction, and shows what was chosen', async () => {
		const { journal, run } = await playing();
		await run.handIn();
		await decide(run, 0, 'sure');
		await decide(run, 1);
		await run.undo();
		expect([run.asked?.step.id, run.chosen]).toEqual(['second-ship', 1]);
		await run.undo();
		expect([run.asked?.step.id, run.chosen]).toEqual(['horn', 0]);
		await run.undo();
		expect(run.canUndo).toBe(false);
		expect(choices(journal)).toEqual([]);
		expect((await journal.entries()).filter(({ kind }) => kind === 'retraction')).toHaveLength(3);
		expect(journal.progress.cards.get(USE)?.reviews ?? 0).toBe(0);
	});
	test('goes on in the middle when the log is opened again, and can be undone there', async () => {
		const { store, run } = await playing();
		await run.handIn();
		await decide(run, 0, 'guess');
		const again = await playing(store);
		expect(again.run.resumed).toBe(true);
		expect(again.run.run.path).toEqual(run.run.path);
		expect(again.run.asked?.order).toEqual(run.asked?.order);
		await again.run.undo();
		expect([again.run.asked?.step.id, again.run.chosen]).toEqual(['horn', 0]);
	});
	test('is begun anew if the student wants that, or when it is over', async () => {
		const { store, journal, run } = await playing();
		await run.handIn();
		const again = (await playing(store)).run;
		again.startOver();
		expect([again.asked?.step.title, again.resumed, again.run.path]).toEqual(['The fog signal', false, []]);
		await run.handIn();
		await decide(run, 0, 'guess');
		await decide(run, 0);
		expect((await playing(store)).run.run.path).toEqual([]);
		const { deck } = (await loadScenario('harbour/fog-signal')) ?? {};
		expect(deck && scenariosOf(deck, 'harbour', journal)[0]).toMatchObject({ runs: 1, unfinished: false });
	});
});

describe('"What if?"', () => {
	test('replays from any choice to another end and back, and logs nothing', async () => {
		const { journal, run } = await playing();
		await run.handIn();
		await decide(run, 0, 'sure');
		await decide(run, 1);
		const before = await journal.entries();
		await run.replay(1);
		expect([run.whatIf, run.asked?.step.id, run.past.length]).toEqual([true, 'horn', 1]);
		run.chosen = 1;
		await run.handIn();
		await run.next();
		await decide(run, 0);
		expect(run.ending?.title).toBe('A boat lost');
		await run.undo();
		expect(run.asked?.step.id).toBe('empty-quay');
		await run.undo();
		await run.undo();
		expect([run.whatIf, run.stage, run.ending]).toEqual([false, 'over', undefined]);
		expect(run.counted).toEqual([USE]);
		expect(await journal.entries()).toEqual(before);
	});
});

describe('a session', () => {
	/** A session at its scenario; the one card is answered before, or comes after it. */
	async function atScenario(store: Store = memoryStore('refused')) {
		const journal = await Journal.on(store);
		const study = await Study.start(journal, { deckName: 'harbour' });
		for (let turn = 0; turn < 3 && !study.run; turn += 1) {
			study.reveal();
			await study.rate('easy');
		}
		if (!study.run) throw new Error('no scenario came up');
		return { store, journal, study, run: study.run };
	}

	test('asks a use card by a scenario, and goes on when it is over', async () => {
		const { study, run } = await atScenario();
		const [answered, remaining] = [study.answered, study.remaining];
		await study.ran();
		expect(study.run).toBe(run);
		await run.handIn();
		await decide(run, 0, 'sure');
		await decide(run, 0);
		await study.ran();
		expect(study.run).toBeUndefined();
		expect([study.answered, study.remaining]).toEqual([answered + 1, remaining - 1]);
	});
	test('goes on in the middle of a scenario that has counted already, and at its debrief', async () => {
		const { store, run } = await atScenario();
		// The place is kept when the scenario is on the screen.
		await vi.waitFor(async () => {
			expect(await store.settings.get('place')).toMatchObject({ cardId: expect.stringMatching(/use$/) as string });
		});
		await run.handIn();
		await decide(run, 0, 'sure');
		const second = await Study.start(await Journal.on(store), { deckName: 'harbour' });
		expect(second.run?.asked?.step.id).toBe('second-ship');
		if (second.run) await decide(second.run, 0);
		const third = await Study.start(await Journal.on(store), { deckName: 'harbour' });
		expect(third.run?.stage).toBe('over');
		await third.ran();
		await vi.waitFor(async () => {
			expect(await store.settings.get('place')).not.toMatchObject({ cardId: expect.stringMatching(/use$/) as string });
		});
		expect((await Study.start(await Journal.on(store), { deckName: 'harbour' })).run).toBeUndefined();
	});
	test('undoes back into a scenario that was left behind, and through it to the card before', async () => {
		const { journal, study, run } = await atScenario();
		await run.handIn();
		await decide(run, 0, 'sure');
		await decide(run, 0);
		await study.ran();
		while (study.card) {
			study.reveal();
			await study.rate('easy');
		}
		for (let turn = 0; turn < 10 && study.canUndo; turn += 1) await study.undo();
		expect([study.canUndo, journal.progress.answers]).toEqual([false, 0]);
	});
});
