import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import fc from 'fast-check';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { ScenarioNote } from '#lib/core/deck/deck.ts';
import type { RunId } from '#lib/core/review/entry.ts';
import { debriefOf } from '#lib/core/session/debrief.ts';
import { askedIn, choose, isOver, startRun, type ScenarioRun } from '#lib/core/session/scenario.ts';
import Debrief from '#lib/ui/Debrief.svelte';
import { END, labelLines, pathMap } from '#lib/ui/path-map.ts';
import ScenarioStep from '#lib/ui/ScenarioStep.svelte';
import { deckOf } from '../decks-for-tests.ts';
import { runArb } from '../session/scenarios.ts';

const TEXT = `
## Scenario: High water
<!-- #high-water -->

The wind turns.

- Source: almanac, p. 9

### The gate
<!-- #gate -->

Open or shut?

- Hint: Look at the moon.

- [x] Shut it → [The night](#night)
  > Dry cellars.
- [ ] Open it → end
  > Wet ones.
- [x] Half → [The night](#night)
  > Damp ones.

### The night
<!-- #night -->

Who keeps watch?

- [ ] The miller → [Morning](#morning)
  > He sleeps.
- [ ] The baker → [Morning](#morning)
  > He is up.

### Morning
<!-- #morning -->

All is well.
`;
const deck = deckOf(TEXT);
const note = deck.notes[0] as ScenarioNote;
const runOf = (...options: readonly number[]): ScenarioRun =>
	options.reduce((run, option) => choose(run, option, 'sure'), startRun('tides', note, 'run' as RunId));

function step(run: ScenarioRun, more: object = {}) {
	const asked = askedIn(run);
	if (!asked) throw new Error('over');
	const onchoose = vi.fn();
	const props = { note, deck, step: asked.step, order: [2, 0, 1], past: debriefOf(run).choices, chosen: undefined, hints: 0, onchoose };
	return { onchoose, ...render(ScenarioStep, { ...props, ...more }) };
}

describe('a step', () => {
	test('stands below the steps behind it, has the focus, and shows its options in the order given', async () => {
		const { onchoose } = step(runOf(-1));
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'The gate' }));
		expect(within(screen.getByRole('list', { name: 'So far' })).getAllByRole('listitem')[0]?.textContent).toContain('High water');
		const options = screen.getAllByRole('radio');
		expect(options.map((one) => one.closest('label')?.textContent.trim())).toEqual(['Half', 'Shut it', 'Open it']);
		if (options[1]) await userEvent.click(options[1]);
		expect(onchoose).toHaveBeenCalledWith(0);
	});
	test('shows what was chosen before in plain sight', () => {
		step(runOf(-1, 0));
		expect(screen.getByRole('list', { name: 'So far' }).textContent).toContain('Shut it');
	});
	test('unfolds its hints', () => {
		step(runOf(-1), { hints: 1 });
		expect(screen.getByRole('list', { name: 'Hints' }).textContent).toContain('Look at the moon.');
	});
});

describe('what a choice means', () => {
	const said = (option: number) => debriefOf(runOf(-1, option)).choices.at(-1);
	const rows = () => within(screen.getByRole('region', { name: 'What each option means' })).getAllByRole('listitem');

	test('is said of every option, the chosen one first, then the sound ones, with the focus on the verdict', () => {
		step(runOf(-1), { said: said(1) });
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'There is a stronger choice' }));
		expect(rows().map((row) => row.querySelector('.who')?.textContent)).toEqual([
			'Your choice, sure',
			'A stronger choice',
			'A stronger choice'
		]);
		expect(rows()[0]?.textContent).toContain('Wet ones.');
		expect(screen.queryAllByRole('radio')).toEqual([]);
	});
	test('calls other defensible choices sound as well', () => {
		step(runOf(-1), { said: said(0) });
		expect(rows().map((row) => row.querySelector('.who')?.textContent)).toEqual(['Your choice, sure', 'Also sound', 'Not chosen']);
	});
	test('judges nothing at a step without a right option', () => {
		step(runOf(-1, 0), { said: debriefOf(runOf(-1, 0, 1)).choices.at(-1) });
		expect(screen.getByRole('heading', { level: 2 }).textContent.trim()).toBe('What it means');
		expect(rows().map((row) => row.className)).toEqual(['chosen', '']);
	});
});

describe('the debrief', () => {
	const ideas = createRawSnippet(() => ({ render: () => '<p>Ebb</p>' }));
	function show(...options: readonly number[]) {
		const run = runOf(-1, ...options);
		expect(isOver(run)).toBe(true);
		const onwhatif = vi.fn();
		const shown = { note, deck, debrief: debriefOf(run), path: run.path, ending: askedIn(run)?.step, whatIf: false, onwhatif, ideas };
		render(Debrief, shown);
		return onwhatif;
	}

	test('begins with how it ended, and says the branches in words', () => {
		show(0, 1);
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Morning' }));
		expect(screen.getByText('All is well.')).toBeTruthy();
		const words = within(screen.getByRole('list', { name: 'The branches in words' })).getAllByRole('listitem');
		expect(words.map((one) => one.textContent)).toEqual([
			'1, The gate, on your path: leads to 2, The night (your way); The end.',
			'2, The night, on your path: leads to Morning (your way).',
			'Morning, on your path.',
			'The end.'
		]);
		expect(screen.getByRole('figure').textContent).toContain('2 steps to one of 2 ends.');
		expect(screen.queryByRole('img')).toBeNull();
	});
	test('says what each choice meant, offers "What if?" from each, and names sources and concepts', async () => {
		const onwhatif = show(1);
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Looking back');
		expect(screen.getByText('Wet ones.')).toBeTruthy();
		expect(screen.getByRole('list', { name: 'Sources' }).textContent).toContain('p. 9');
		expect(screen.getByRole('region', { name: 'Ideas you used' }).textContent).toContain('Ebb');
		await userEvent.click(screen.getByRole('button', { name: /^What if\? ?From 1$/ }));
		expect(onwhatif).toHaveBeenCalledWith(1);
	});
});

describe('the map of the branches', () => {
	test('has every step that can be reached once, no two in one place, and every way of the path in it', () => {
		fc.assert(
			fc.property(runArb, ({ note: any, runs }) => {
				const path = runs.at(-1)?.path ?? [];
				const { nodes, ways, width, height } = pathMap(any, path, undefined);
				expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
				expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
				for (const { x, y } of nodes) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
				const shown = new Set(nodes.map(({ id }) => id));
				for (const { to } of nodes) for (const { id } of to) expect(shown).toContain(id);
				for (const { step } of path.slice(1)) expect(nodes.find(({ id }) => id === step)?.taken).toBe(true);
				expect(ways).toHaveLength(nodes.flatMap(({ to }) => to).length);
				for (const { id, ending } of nodes) if (id === END) expect(ending).toBe(true);
			})
		);
	});
	test('parts a long title into two lines', () => {
		expect(labelLines('Looking back on the radar')).toEqual(['Looking back on the', 'radar']);
		expect(labelLines('A far too long title for the place beside it')).toEqual(['A far too long', 'title for the place …']);
	});
});
