import { describe, expect, test } from 'vitest';
import { lacksText } from '#lib/words/damaged.ts';
import { reviewsOn, segmentOf } from '../../logs.ts';

const part = (day: number, count: number) => ({ head: segmentOf(reviewsOn(day, 0, count)).head });
const noAnswers = { head: { count: 2, reviews: 0, from: 1, to: 2 } };
const KEEP = 'Keep your older backups: they may still hold them.';

describe('what a backup lacks', () => {
	test.each([
		['nothing', [], ''],
		['answers of one day', [part(20_000, 1)], `It lacks 1 answer of 4 October 2024, which the device has damaged. ${KEEP}`],
		[
			'answers of several parts, and corrections',
			[part(20_100, 4), noAnswers, part(20_000, 5)],
			`It lacks 9 answers from 4 October 2024 to 12 January 2025, which the device has damaged. ${KEEP}`
		],
		['corrections alone', [noAnswers], `It lacks what the device has damaged. ${KEEP}`]
	])('is said: %s', (_, without, said) => {
		expect(lacksText(without)).toBe(said);
	});
});
