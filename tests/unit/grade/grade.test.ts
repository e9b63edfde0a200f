import { describe, expect, test } from 'vitest';
import { gradeChoice } from '#lib/core/grade/choice.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';

describe('a choice', () => {
	const options = [
		{ text: 'a', right: false },
		{ text: 'b', right: true },
		{ text: 'c', right: false }
	];
	test.each([
		[[1], 'right'],
		[[0], 'wrong'],
		[[0, 1], 'wrong'],
		[[], 'wrong']
	] as const)('with %j chosen is %s when b is the key', (chosen, outcome) => {
		expect(gradeChoice(options, chosen)).toBe(outcome);
	});
});

describe('the rating that an answer earns', () => {
	test.each([
		['wrong is again, however sure', { outcome: 'wrong', confidence: 'sure', hints: 0, retrievability: 0.95 }, 'again'],
		['right is good', { outcome: 'right', confidence: 'sure', hints: 0, retrievability: 0.9 }, 'good'],
		['right though unsure is good', { outcome: 'right', confidence: 'unsure', hints: 0 }, 'good'],
		['right by a guess on a new card is again', { outcome: 'right', confidence: 'guess', hints: 0 }, 'again'],
		['right by a guess on a faint card is again', { outcome: 'right', confidence: 'guess', hints: 0, retrievability: 0.69 }, 'again'],
		['right by a guess on a card that is held is good', { outcome: 'right', confidence: 'guess', hints: 0, retrievability: 0.7 }, 'good'],
		['right with a hint is hard', { outcome: 'right', confidence: 'sure', hints: 1, retrievability: 0.9 }, 'hard'],
		['almost right is hard', { outcome: 'almost', hints: 0, retrievability: 0.9 }, 'hard'],
		['a guess with a hint on a new card is again', { outcome: 'right', confidence: 'guess', hints: 2 }, 'again']
	] as const)('%s', (_, graded, rating) => {
		expect(suggestedRating(graded)).toBe(rating);
	});
});
