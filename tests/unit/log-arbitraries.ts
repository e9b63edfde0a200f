import fc from 'fast-check';
import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, EntryId, Rating, Review, RunId } from '#lib/core/review/entry.ts';

export const ratingArb = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');

/** A few cards, so that histories grow long. */
export const cardIdArb = fc.constantFrom('power/a/main', 'power/b/main', 'power/c/cloze:x', 'power/c/cloze:y') as fc.Arbitrary<CardId>;
const useArb = fc.constantFrom('power/a/use', 'power/b/use') as fc.Arbitrary<CardId>;

/** Times are few, so that ties happen. */
const hourArb = fc.integer({ min: 0, max: 400 });
const dayArb = fc.integer({ min: -1, max: 20 });
const uuidOf = (number: number): EntryId => `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` as EntryId;
/** Ids come from a pool, so that corrections find what they correct, and as UUIDs and as other texts. */
const poolId = fc
	.integer({ min: 0, max: 60 })
	.map((number) => (number % 9 === 0 ? (`entry-${number}` as EntryId) : uuidOf(number * 7_919)));

export const reviewArb: fc.Arbitrary<Review> = fc
	.record(
		{
			id: poolId,
			hour: hourArb,
			cardId: cardIdArb,
			rating: ratingArb,
			outcome: fc.constantFrom('self', 'right', 'almost', 'wrong'),
			hints: fc.constantFrom(0, 0, 0, 2, 300),
			tookMs: fc.constantFrom(4000, 900, 250_000, 1.5),
			confidence: fc.constantFrom('sure', 'unsure', 'guess'),
			overruled: ratingArb,
			chosen: fc.constantFrom([0], [3], [1, 2], [2, 0, 1, 3], []),
			given: fc.constantFrom('', 'Kyōto ', '1 500,5', '"\ud83d\ude00'),
			preset: fc.constantFrom('power', 'other')
		},
		{ requiredKeys: ['id', 'hour', 'cardId', 'rating', 'outcome', 'hints', 'tookMs'] }
	)
	.map(({ hour, ...rest }) => ({ kind: 'review', at: hour * 3_600_000, day: Math.floor(hour / 24), ...rest }));

const othersArb: fc.Arbitrary<Entry> = fc.record({ id: poolId, hour: hourArb }).chain(({ id, hour }) => {
	const base = { id, at: hour * 3_600_000 };
	const day = Math.floor(hour / 24);
	return fc.oneof(
		fc.record({ entryId: poolId }).map((it): Entry => ({ kind: 'retraction', ...base, ...it })),
		fc.record({ cardId: cardIdArb }).map((it): Entry => ({ kind: 'suspend', ...base, ...it })),
		fc.record({ cardId: cardIdArb }).map((it): Entry => ({ kind: 'unsuspend', ...base, ...it })),
		fc.record({ cardId: cardIdArb, until: dayArb }).map((it): Entry => ({ kind: 'bury', ...base, ...it })),
		fc.record({ cardId: cardIdArb, due: dayArb }).map((it): Entry => ({ kind: 'set-due', ...base, ...it })),
		fc.record({ cardId: cardIdArb, before: dayArb }, { requiredKeys: ['cardId'] }).map((it): Entry => ({ kind: 'reset', ...base, ...it })),
		fc.record({ cardId: cardIdArb, on: dayArb }, { requiredKeys: ['cardId'] }).map((it): Entry => ({ kind: 'changed', ...base, ...it })),
		fc.record({ from: cardIdArb, to: cardIdArb }).map((it): Entry => ({ kind: 'renamed', ...base, ...it })),
		fc
			.record({ entryIds: fc.array(poolId, { maxLength: 4 }), hours: fc.integer({ min: -100, max: 100 }) })
			.map(({ entryIds, hours }): Entry => ({
				kind: 'redate',
				...base,
				entryIds,
				shiftMs: hours * 3_600_000,
				shiftDays: Math.floor(hours / 24)
			})),
		fc
			.record(
				{
					preset: fc.constantFrom('power', 'other'),
					set: fc.record({
						learningStepsMs: fc.constantFrom<unknown>([60_000], [], [60_000, 600_000, 3_600_000], null, 'nonsense'),
						leechLapses: fc.constantFrom<unknown>(1, 2, null)
					})
				},
				{ requiredKeys: ['set'] }
			)
			.map((it): Entry => ({ kind: 'preset', ...base, ...it })),
		fc
			.record(
				{
					run: fc.constantFrom('run-1', 'run-2') as fc.Arbitrary<RunId>,
					scenario: fc.constantFrom('power/s1', 'power/s2'),
					step: fc.constantFrom('start', 'next'),
					option: fc.integer({ min: 0, max: 2 }),
					outcome: fc.constantFrom('right', 'wrong', 'none'),
					uses: fc.uniqueArray(useArb, { maxLength: 2 }),
					hints: fc.constantFrom(0, 1),
					tookMs: fc.constant(2000),
					confidence: fc.constantFrom('sure', 'guess')
				},
				{ requiredKeys: ['run', 'scenario', 'step', 'option', 'outcome', 'uses', 'hints', 'tookMs'] }
			)
			.map((it): Entry => ({ kind: 'choice', ...base, day, ...it })),
		fc.constant<Entry>({ kind: 'from-the-future', ...base }),
		fc.constant<Entry>({ kind: 'review', ...base })
	);
});

/** Logs with unique ids: every kind of entry, corrections of entries present and absent, kinds unknown here, and broken ones. */
export const logArb: fc.Arbitrary<readonly Entry[]> = fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: reviewArb }, othersArb), {
	selector: ({ id }) => id,
	maxLength: 45,
	// By itself fast-check makes no list longer than ten, whatever its greatest length.
	size: 'max'
});

export { told } from './told.ts';
