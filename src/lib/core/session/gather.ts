import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { dueOf, isAway } from '#lib/core/schedule/due.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { examRow, hasExam } from './exam.ts';
import type { Offer } from './offer.ts';
import { drawScenario, lastSeen } from './pool.ts';

/** A card in its steps, and the moment at which its wait is over. */
export interface Waiting {
	readonly id: CardId;
	readonly at: Millis;
	/** The student was sure, and wrong: it comes first among those that return. */
	readonly slip?: boolean;
}

/** A card to be reviewed: since which day, and how likely it would be recalled now (0 to 1). */
export interface DueReview {
	readonly id: CardId;
	readonly day: Day;
	readonly retrievability: number;
	readonly lastDay: Day;
	/** Days until the chance of recall has fallen to 0.9. */
	readonly stability: number;
}

/** All that could be asked today, before limits. */
export interface Gathered {
	readonly waiting: readonly Waiting[];
	readonly reviews: readonly DueReview[];
	readonly fresh: readonly CardId[];
	/** Cards of decks with an exam to come, reviews and new ones, the most gainful first. */
	readonly exam: readonly CardId[];
	/** Use cards that may come: due or new, their concept has left learning on an earlier day, and a scenario has rested long enough. */
	readonly uses: readonly CardId[];
}

/** What a queue needs to know of the progress. */
export type Studied = Pick<Progress, 'cards' | 'runs' | 'pace'>;

/** Sorts cards by what today wants of them; cards due on a later day or put away are left out. Keeps the order of the offer. */
export function gather(offer: Offer, progress: Studied, today: Day, rules: Rules): Gathered {
	const { cards } = progress;
	const waiting: Waiting[] = [];
	const reviews: DueReview[] = [];
	const fresh: CardId[] = [];
	const rows = cards.rowsOf(offer);
	for (const [at, id] of offer.cards.entries()) {
		const state = cards.glance(rows[at] ?? -1, id, today, rules.of(id));
		if (state === 'rests') continue;
		if (state && isAway(state, today)) continue;
		if (state?.memory === undefined) {
			if (!hasExam(id, rules)) fresh.push(id);
			continue;
		}
		const due = dueOf(id, state, rules.of(id));
		if (due.kind === 'at') waiting.push({ id, at: due.at });
		else if (due.day <= today && !hasExam(id, rules)) {
			const { lastDay, memory } = state;
			reviews.push({ id, day: due.day, lastDay, stability: memory.stability, retrievability: retrievability(memory, today - lastDay) });
		}
	}
	const exam = examRow(offer.cards, progress, today, rules);
	return { waiting, reviews, fresh, exam, uses: usesToday(offer, progress, today, rules) };
}

function usesToday({ uses, pool }: Offer, { cards, runs }: Studied, today: Day, rules: Rules): readonly CardId[] {
	if (uses.length === 0) return [];
	const seen = lastSeen(runs);
	const own = new Set(pool.map(({ id }) => id));
	return uses.filter((id) => {
		const state = cards.get(id);
		if (state && isAway(state, today)) return false;
		if (state && !isNew(state)) {
			// A use card has no steps within the day: a scenario is not asked twice in a session.
			const due = dueOf(id, state, rules.of(id));
			if (state.lastDay >= today || (due.kind === 'day' && due.day > today)) return false;
		} else if (!own.has(noteKey(id))) {
			const recall = cards.get(`${noteKey(id)}/forward` as CardId);
			if (recall?.learnedDay === undefined || recall.learnedDay >= today) return false;
		}
		return drawScenario(id, pool, seen, today) !== undefined;
	});
}
