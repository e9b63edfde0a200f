import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Review } from '#lib/core/review/entry.ts';
import { dueOf, isAway } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';
import type { Queue } from './queue.ts';

/** Studying more than is due: cards put away as leeches, what went wrong today, of that the worst alone, what is due on the coming days. */
export type Extra = 'leeches' | 'mistakes' | 'trouble' | 'ahead';

/** How many days ahead of time cards are offered. */
const AHEAD_DAYS = 3;

/** A queue outside the day's limits. Its answers are logged as they are: a short interval is what the memory model expects of them. */
export function extraQueue(
	extra: Extra,
	ids: readonly CardId[],
	cards: CardStates,
	answeredToday: readonly Review[],
	today: Day,
	rules: Rules
): Queue {
	const ahead = pick(extra, ids, cards, answeredToday, today, rules);
	return { waiting: [], ahead, fresh: 0, uses: 0 };
}

/** How many cards at most are said to have given trouble. */
const MOST = 3;

/** The cards among `ids` that were rated "again" most often, the worst first and three at most, with the last such answer. */
export function troubleIn(
	answers: readonly Review[],
	ids: readonly CardId[]
): readonly { readonly id: CardId; readonly times: number; readonly last: Review }[] {
	const mine = new Set(ids);
	const again = answers.filter(({ rating, cardId }) => rating === 'again' && mine.has(cardId));
	const found = new Map<CardId, { readonly id: CardId; readonly times: number; readonly last: Review }>();
	for (const last of again) found.set(last.cardId, { id: last.cardId, times: (found.get(last.cardId)?.times ?? 0) + 1, last });
	return [...found.values()].sort((a, b) => b.times - a.times).slice(0, MOST);
}

function pick(
	extra: Extra,
	ids: readonly CardId[],
	cards: CardStates,
	answeredToday: readonly Review[],
	today: Day,
	rules: Rules
): readonly CardId[] {
	/** What was put away since is not asked again before it comes back. */
	const isHere = (id: CardId): boolean => {
		const state = cards.get(id);
		return state === undefined || !isAway(state, today);
	};
	switch (extra) {
		case 'leeches':
			return ids.filter((id) => cards.get(id)?.leech);
		case 'mistakes': {
			const wrong = new Set(answeredToday.filter(({ rating }) => rating === 'again').map(({ cardId }) => cardId));
			return ids.filter((id) => wrong.has(id) && isHere(id));
		}
		case 'trouble':
			return troubleIn(answeredToday, ids)
				.map(({ id }) => id)
				.filter(isHere);
		case 'ahead':
			return ids
				.flatMap((id) => {
					const state = cards.get(id);
					if (state === undefined || isNew(state) || isAway(state, today)) return [];
					const due = dueOf(id, state, rules.of(id));
					return due.kind === 'day' && due.day > today && due.day <= today + AHEAD_DAYS && state.lastDay < today
						? [{ id, day: due.day }]
						: [];
				})
				.sort((a, b) => a.day - b.day)
				.map(({ id }) => id);
	}
}
