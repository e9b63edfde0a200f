import fc from 'fast-check';
import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, EntryId, Rating, Review } from '#lib/core/review/entry.ts';

export const ratingArb = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');

/** A few cards, so that histories grow long. */
export const cardIdArb = fc.constantFrom('power/a/main', 'power/b/main', 'power/c/cloze:x', 'power/c/cloze:y') as fc.Arbitrary<CardId>;

const idArb = fc.uuid() as fc.Arbitrary<EntryId>;

/** Times are few, so that ties happen. */
export const reviewArb: fc.Arbitrary<Review> = fc
	.record({
		id: idArb,
		at: fc.integer({ min: 0, max: 400 }),
		cardId: cardIdArb,
		rating: ratingArb,
		outcome: fc.constantFrom('self', 'right', 'wrong')
	})
	.map(({ at, ...rest }) => ({ kind: 'review', at: at * 3_600_000, day: Math.floor(at / 24), hints: 0, tookMs: 4000, ...rest }));

/** Logs with unique ids: reviews, retractions of some of them and of entries never seen, and an entry of a kind unknown here. */
export const logArb: fc.Arbitrary<readonly Entry[]> = fc
	.uniqueArray(reviewArb, { selector: ({ id }) => id, maxLength: 40 })
	.chain((reviews) =>
		fc
			.uniqueArray(
				fc.record({
					id: idArb,
					at: fc.integer({ min: 0, max: 400 }).map((hours) => hours * 3_600_000),
					entryId: reviews.length > 0 ? fc.constantFrom(...reviews.map(({ id }) => id)) : idArb
				}),
				{ selector: ({ id }) => id, maxLength: 8 }
			)
			.map((retractions): readonly Entry[] => [
				...reviews,
				...retractions.map((retraction) => ({ kind: 'retraction', ...retraction }) as const),
				{ kind: 'from-the-future', id: 'f'.repeat(8) as EntryId, at: 7 }
			])
	);
