/**
 * What a card is worth before an exam: the gain in expected recall on that day for each minute of the student's own pace.
 * New cards are measured in the same way: unseen, they will not be recalled.
 */
import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { retrievability, type Memory } from '../memory.ts';
import { answerMs, outcomesOf } from './outcomes.ts';
import { answeredToday, byId, daysLeft, daysSince, memoryOf, reasonable, type Pace, type PlanCard } from './plan-card.ts';

const MINUTE: Millis = 60_000;

/** A card worth asking today. */
export interface Worth {
	readonly id: CardId;
	/** Expected recall on the exam day gained a minute; above 0. */
	readonly gain: number;
	/** What asking it takes on average, in milliseconds, a repeat after a failure counted in. */
	readonly ms: Millis;
}

/**
 * The gain in expected recall on the exam day (0 to 1) that a minute spent on this card today brings: the recall expected if it
 * is answered now, weighted over success and failure, less that expected if it is not, divided by the minutes that it takes.
 * 0 if the card was answered today already or the exam is past. May be negative where a failure would cost more than it teaches.
 */
export function examGain(card: PlanCard, today: Day, examDay: Day, pace?: Pace): number {
	const left = daysLeft(today, examDay);
	if (!(left >= 0) || answeredToday(card, today)) return 0;
	return worthOf(memoryOf(card), daysSince(card, today), left, reasonable(pace)).gain;
}

/** The cards worth asking today, best first, each with what it takes; equal gains by id. None once the exam is past. */
export function examOrder(cards: readonly PlanCard[], today: Day, examDay: Day, pace?: Pace): readonly Worth[] {
	const left = daysLeft(today, examDay);
	if (!(left >= 0)) return [];
	const own = reasonable(pace);
	return cards
		.filter((card) => !answeredToday(card, today))
		.sort(byId)
		.map((card) => ({ id: card.id, ...worthOf(memoryOf(card), daysSince(card, today), left, own) }))
		.filter(({ gain }) => gain > 0)
		.sort((a, b) => b.gain - a.gain);
}

/** An interval (days, 1 or more) capped at the days left until an exam; as it is from the exam day on. */
export function cappedInterval(days: number, today: Day, examDay: Day): number {
	const left = daysLeft(today, examDay);
	return left > 0 ? Math.min(days, left) : days;
}

/** Gain a minute and time of an answer now, `elapsedDays` after the last and `left` days before the exam. */
export function worthOf(memory: Memory | undefined, elapsedDays: number, left: number, pace: Pace): Omit<Worth, 'id'> {
	const { chance, recalled, forgotten } = outcomesOf(memory, elapsedDays);
	const answered = chance * retrievability(recalled, left) + (1 - chance) * retrievability(forgotten, left);
	const unanswered = memory === undefined ? 0 : retrievability(memory, elapsedDays + left);
	const ms = answerMs(memory === undefined, 1 - chance, pace);
	return { gain: (answered - unanswered) / (ms / MINUTE), ms };
}
