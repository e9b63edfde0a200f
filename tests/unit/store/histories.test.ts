// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { logArb } from '../log-arbitraries.ts';
import { databaseFiles, memoryFiles, type Files } from './disks.ts';
import { Machine, type Act } from './machine.ts';

/** What happens, and in how many moments the app is killed, if at all; with or without torn files. */
type Step = readonly [act: Act, killedIn: number | undefined, tears: boolean];
/** Killed while it opens the log again, that many times running. */
type Starts = readonly number[];

const actArb = (log: readonly Entry[]): fc.Arbitrary<Act> =>
	fc.oneof(
		{ weight: 6, arbitrary: fc.integer({ min: 1, max: 14 }).map((count): Act => ({ kind: 'append', count })) },
		{ weight: 2, arbitrary: fc.constant<Act>({ kind: 'checkpoint' }) },
		{ weight: 5, arbitrary: fc.integer({ min: 4, max: 24 }).map((before): Act => ({ kind: 'seal', before })) },
		{
			weight: 1,
			arbitrary: fc.subarray([...log], { maxLength: Math.min(12, log.length) }).map((entries): Act => ({ kind: 'receive', entries }))
		},
		{
			weight: 2,
			arbitrary: fc.subarray([...log], { maxLength: Math.min(12, log.length) }).map((entries): Act => ({ kind: 'restore', entries }))
		},
		{ weight: 2, arbitrary: fc.constant<Act>({ kind: 'take-out' }) },
		{ weight: 1, arbitrary: fc.constant<Act>({ kind: 'verify' }) },
		{ weight: 3, arbitrary: fc.constant<Act>({ kind: 'rest' }) },
		{ weight: 1, arbitrary: fc.constant<Act>({ kind: 'set' }) },
		{ weight: 1, arbitrary: fc.constant<Act>({ kind: 'restart' }) },
		{ weight: 1, arbitrary: fc.constantFrom('first' as const, 'second' as const).map((which): Act => ({ kind: 'wipe', which })) }
	);

/** Most acts are over after a few moments; sealing and the second copy's turn come late. */
const momentArb = fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) });

const historyArb = logArb.chain((log) =>
	fc.record({
		log: fc.constant(log),
		two: fc.boolean(),
		steps: fc.array(
			fc.tuple(
				fc.tuple(actArb(log), fc.option(momentArb, { nil: undefined, freq: 2 }), fc.boolean()) as fc.Arbitrary<Step>,
				fc.array(fc.nat({ max: 5 }), { maxLength: 2 }) as fc.Arbitrary<Starts>
			),
			{ minLength: 4, maxLength: 9 }
		)
	})
);

/** Tells so many random histories. Resolves to how often the app was started, went on from a checkpoint, was killed, how many entries were sealed, and how many were taken out again. */
async function tell(count: number, files: () => Files): Promise<Record<'starts' | 'continued' | 'kills' | 'sealed' | 'takenOut', number>> {
	const told = { starts: 0, continued: 0, kills: 0, sealed: 0, takenOut: 0 };
	await fc.assert(
		fc.asyncProperty(historyArb, async ({ log, two, steps }) => {
			const machine = new Machine(files(), two ? files() : undefined, log);
			await machine.start();
			for (const [[act, killedIn, tears], starts] of steps) {
				if (!(await machine.do(act, killedIn, two && tears))) continue;
				told.kills += 1;
				for (const moments of starts) await machine.start(moments);
				await machine.start();
			}
			await machine.compareCopies();
			told.starts += machine.starts;
			told.continued += machine.continued;
			told.sealed += machine.sealed;
			told.takenOut += machine.takenOut;
		}),
		{ numRuns: count }
	);
	return told;
}

describe('what was called kept is there, and counts as it should, after any history of answers, seals, backups, kills and torn files', () => {
	test('in memory, 10,000 histories', { timeout: 900_000 }, async () => {
		const { starts, continued, kills, sealed, takenOut } = await tell(10_000, memoryFiles);
		console.log(
			`10,000 histories: ${starts} starts (${continued} from a checkpoint), ${kills} kills, ${sealed} entries sealed, ${takenOut} restored and taken out`
		);
		expect(kills).toBeGreaterThan(4000);
		expect(continued).toBeGreaterThan(1000);
		expect(sealed).toBeGreaterThan(2000);
		expect(takenOut).toBeGreaterThan(500);
	});
	test('in IndexedDB, 300 histories', { timeout: 300_000 }, async () => {
		const { kills } = await tell(300, databaseFiles);
		expect(kills).toBeGreaterThan(150);
	});
});
