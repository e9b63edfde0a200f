import type { Day, Review } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';

/** How deep an answer went. 0: rated "again"; else by how long its card rests then: 1 within the day, 2 under a week, 3 under three weeks, 4 longer. */
export type Sounding = 0 | 1 | 2 | 3 | 4;

/** The answers of a day as soundings, in their order. An answer after which its card was asked once more that day rested within the day. */
export function soundings(answers: readonly Review[], cards: CardStates, today: Day, rules: Rules): readonly Sounding[] {
	const lastOf = new Map(answers.map(({ cardId }, index) => [cardId, index]));
	return answers.map(({ cardId, rating }, index) => {
		if (rating === 'again') return 0;
		const state = cards.get(cardId);
		if (state === undefined || lastOf.get(cardId) !== index) return 1;
		const due = dueOf(cardId, state, rules.of(cardId));
		return due.kind === 'at' ? 1 : depthOf(due.day - today);
	});
}

function depthOf(days: number): Sounding {
	if (days < 7) return 2;
	return days < 21 ? 3 : 4;
}
