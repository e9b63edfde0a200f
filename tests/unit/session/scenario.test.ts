import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { isKnown, type RunId } from '#lib/core/review/entry.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { debriefOf } from '#lib/core/session/debrief.ts';
import { askedIn, choiceEntry, choose, CONTINUE, resumeRun, startRun, undoChoice } from '#lib/core/session/scenario.ts';
import { poolScenario, VIGNETTE } from '#lib/core/session/uses.ts';
import { given, option, RUN, runArb, scenario, step } from './scenarios.ts';

/** An offer, then a request; who refuses is at the end, who hesitates is asked again. */
const note = scenario(
	[
		step('offer', [option('take', false, undefined, 'cost'), option('sell half', true), option('refuse', false, 'end')], 'leverage'),
		step('winter', []),
		step('request', [option('hand over', false), option('keep', true), option('ask again', false, 'offer')])
	],
	[],
	'anarchy'
);
const start = startRun('power', note, RUN);
const after = (...options: readonly number[]) => options.reduce((run, one) => choose(run, one), start);
const stepIn = (...options: readonly number[]) => askedIn(after(...options))?.step.id;

describe('a run through a scenario', () => {
	test('begins with the vignette, goes on in the order of the text, and is over behind the last step', () => {
		expect(stepIn()).toBe(VIGNETTE);
		expect(stepIn(CONTINUE)).toBe('offer');
		expect(stepIn(CONTINUE, 0)).toBe('winter');
		expect(stepIn(CONTINUE, 0, CONTINUE)).toBe('request');
		expect(stepIn(CONTINUE, 0, CONTINUE, 1)).toBeUndefined();
	});
	test('goes where an option leads: to the end, or back', () => {
		expect(stepIn(CONTINUE, 2)).toBeUndefined();
		expect(stepIn(CONTINUE, 0, CONTINUE, 2)).toBe('offer');
	});
	test('can have its options at the vignette alone', () => {
		const short = startRun('power', scenario([], [option('yes', true), option('no', false)]), RUN);
		expect(askedIn(short)).toMatchObject({ graded: true, step: { id: VIGNETTE } });
		expect(askedIn(choose(short, 0))).toBeUndefined();
	});
	test('shows the options of a step in an order of its own, the same each time', () => {
		const orders = new Set(
			Array.from({ length: 40 }, (_, index) => askedIn(choose(startRun('power', note, `run-${index}` as RunId), CONTINUE))?.order.join())
		);
		expect(orders.size).toBeGreaterThan(3);
		expect(askedIn(after(CONTINUE))?.order).toEqual(askedIn(undoChoice(after(CONTINUE, 0)))?.order);
	});
	test('takes no option that there is not, and none when it is over', () => {
		expect(() => choose(start, 0)).toThrow('The step has no option 0.');
		expect(() => after(CONTINUE, CONTINUE)).toThrow('The step has no option -1.');
		expect(() => after(CONTINUE, 3)).toThrow(RangeError);
		expect(() => after(CONTINUE, 2, 0)).toThrow('The run is over.');
	});
	test('has nothing to undo before its first choice', () => {
		expect(undoChoice(start)).toEqual(start);
	});
});

describe('what the log says of a choice', () => {
	test('is run, scenario, step, option, whether it was right, and what it is about', () => {
		expect(choiceEntry(after(CONTINUE), 1, { ...given(1), confidence: 'sure' })).toEqual({
			...given(1),
			kind: 'choice',
			run: RUN,
			scenario: 'power/buyer',
			step: 'offer',
			option: 1,
			outcome: 'right',
			uses: ['power/leverage/use'],
			confidence: 'sure'
		});
	});
	test.each([
		['an option’s concepts replace the step’s', [CONTINUE], 0, { outcome: 'wrong', uses: ['power/cost/use'] }],
		['a step’s replace the scenario’s', [CONTINUE], 2, { outcome: 'wrong', uses: ['power/leverage/use'] }],
		['else the scenario’s count', [CONTINUE, 1, CONTINUE], 1, { outcome: 'right', uses: ['power/anarchy/use'] }],
		['"Continue" is neither right nor wrong', [CONTINUE, 1], CONTINUE, { outcome: 'none', option: -1 }]
	] as const)('%s', (_, before, chosen, expected) => {
		expect(choiceEntry(after(...before), chosen, given(1))).toMatchObject(expected);
	});
	test('a scenario about no concept has a use card of its own', () => {
		const own = startRun('power', scenario([], [option('yes', true), option('no', false)]), RUN);
		expect(choiceEntry(own, 0, given(1)).uses).toEqual(['power/buyer/use']);
	});
	test('a step without a right option is not graded', () => {
		const open = startRun('power', scenario([], [option('yes', false), option('no', false)]), RUN);
		expect(askedIn(open)?.graded).toBe(false);
		expect(choiceEntry(open, 0, given(1)).outcome).toBe('none');
	});
	test('is an entry that this version reads', () => {
		fc.assert(
			fc.property(runArb, ({ entries }) => {
				expect(entries.every(isKnown)).toBe(true);
			})
		);
	});
});

describe('a run that is resumed', () => {
	test('is the run that was left, from the log or from what follows from it', () => {
		fc.assert(
			fc.property(runArb, ({ note: any, runs, entries }) => {
				const last = runs.at(-1);
				expect(resumeRun('power', any, RUN, entries)).toEqual(last);
				const told = fold(entries).runs.get(RUN)?.path ?? [];
				expect(askedIn(resumeRun('power', any, RUN, told))).toEqual(last && askedIn(last));
			}),
			{ numRuns: 500 }
		);
	});
	test('ends where the text no longer has a step, and says so', () => {
		const edited = scenario([step('request', [option('hand over', false), option('keep', true)])], [], 'anarchy');
		const { path } = after(CONTINUE, 1, CONTINUE);
		const run = resumeRun('power', edited, RUN, path);
		expect(run.lost).toEqual({ why: 'step', taken: { step: 'offer', option: 1 } });
		expect(run.path).toHaveLength(1);
		expect(askedIn(run)).toBeUndefined();
		expect(askedIn(undoChoice(run))?.step.id).toBe(VIGNETTE);
	});
	test('ends where a choice now leads elsewhere, or its option is gone', () => {
		const [offer, ...rest] = note.steps;
		const first = offer?.options.slice(0, 1).map((one) => ({ ...one, goto: { to: 'end' } as const })) ?? [];
		const edited = scenario([step('offer', first, 'leverage'), ...rest]);
		expect(resumeRun('power', edited, RUN, after(CONTINUE, 0, CONTINUE).path).lost).toMatchObject({
			why: 'step',
			taken: { step: 'winter' }
		});
		expect(resumeRun('power', edited, RUN, after(CONTINUE, 1, CONTINUE).path).lost).toMatchObject({ why: 'option', taken: { option: 1 } });
	});
	test('never breaks, whatever the text has become', () => {
		fc.assert(
			fc.property(runArb, runArb, ({ entries }, { note: other }) => {
				const run = resumeRun('power', other, RUN, entries);
				expect(run.path.length).toBe(run.lost === undefined ? entries.length : run.path.length);
				expect(() => debriefOf(run)).not.toThrow();
			}),
			{ numRuns: 500 }
		);
	});
});

test('undo of any number of choices goes back to the start, by way of each run before', () => {
	fc.assert(
		fc.property(runArb, ({ runs }) => {
			for (let index = runs.length - 1; index > 0; index--) {
				const run = runs[index];
				if (run) expect(undoChoice(run)).toEqual(runs[index - 1]);
			}
		}),
		{ numRuns: 500 }
	);
});

describe('the debrief', () => {
	test('tells what was chosen, what each option would have meant and where it led', () => {
		const run = choose(choose(after(CONTINUE), 0, 'unsure'), CONTINUE);
		const { choices } = debriefOf(run);
		expect(choices.map(({ step: { id }, outcome }) => [id, outcome])).toEqual([
			[VIGNETTE, 'none'],
			['offer', 'wrong'],
			['winter', 'none']
		]);
		expect(choices[1]).toMatchObject({
			confidence: 'unsure',
			options: [
				{ option: { text: 'take' }, chosen: true, to: { id: 'winter' } },
				{ option: { text: 'sell half' }, chosen: false, to: { id: 'winter' } },
				{ option: { text: 'refuse' }, chosen: false, to: undefined }
			]
		});
	});
	test('names the concepts that were put to use as the log will count them: each once, by its first graded choice', () => {
		fc.assert(
			fc.property(runArb, ({ runs, entries }) => {
				const last = runs.at(-1);
				const exercised = last ? debriefOf(last).exercised : [];
				const counted = fold(entries).runs.get(RUN)?.counted ?? [];
				expect(exercised.map(({ use }) => use)).toEqual(counted);
				for (const { use, outcome } of exercised) {
					expect(entries.find((entry) => entry.outcome !== 'none' && entry.uses.includes(use))?.outcome).toBe(outcome);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

describe('a scenario in the pool', () => {
	test('can be drawn for the concepts of its graded choices', () => {
		expect(poolScenario('power', note)).toEqual({
			id: 'power/buyer',
			uses: ['power/cost/use', 'power/leverage/use', 'power/anarchy/use'] as unknown as CardId[]
		});
		const open = scenario([step('talk', [option('yes', false), option('no', false)], 'cost')], [option('on', true)]);
		expect(poolScenario('power', open).uses).toEqual(['power/buyer/use']);
	});
	test('counts for every card that a run through it can count for', () => {
		fc.assert(
			fc.property(runArb, ({ note: any, entries }) => {
				const { uses } = poolScenario('power', any);
				for (const counted of fold(entries).runs.get(RUN)?.counted ?? []) expect(uses).toContain(counted);
			})
		);
	});
});
