import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis, PresetId } from '#lib/core/review/entry.ts';
import { isAway } from '#lib/core/schedule/due.ts';
import { examMinutes, spentOn } from '#lib/core/schedule/plan/exam-minutes.ts';
import type { ExamLimits } from '#lib/core/schedule/plan/exam-run.ts';
import { examOrder } from '#lib/core/schedule/plan/gain.ts';
import { expectedMs } from '#lib/core/schedule/plan/outcomes.ts';
import { planPace, type PlanCard, type Pace as PlanPace } from '#lib/core/schedule/plan/plan-card.ts';
import type { Pace, Progress } from '#lib/core/schedule/progress.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';

/** Whether a card belongs to a deck whose exam is still to come: then what it gains counts, not when it is due. */
export function hasExam(id: CardId, rules: Rules): boolean {
	const deck = rules.presetOf(id);
	return deck !== undefined && rules.decks.get(deck)?.examDay !== undefined;
}

/** What a plan until an exam is made of: the cards of each deck that has one. Those put away are left out. */
export function examCards(ids: readonly CardId[], cards: CardStates, today: Day, rules: Rules): ReadonlyMap<PresetId, readonly PlanCard[]> {
	const ofDeck = new Map<PresetId, PlanCard[]>();
	if (![...rules.decks.values()].some(({ examDay }) => examDay !== undefined)) return ofDeck;
	for (const id of ids) {
		const deck = rules.presetOf(id);
		if (deck === undefined || rules.decks.get(deck)?.examDay === undefined) continue;
		const state = cards.get(id);
		if (state && isAway(state, today)) continue;
		const mine = ofDeck.get(deck) ?? [];
		ofDeck.set(deck, mine);
		mine.push({ id, ...(state?.memory === undefined ? {} : { ...state.memory, firstDay: state.firstDay, lastDay: state.lastDay }) });
	}
	return ofDeck;
}

/** What holds until a deck's exam: its limits of a day are within those over all decks. */
export function examLimits(deck: PresetId, pace: Pace, { decks, general }: Rules): ExamLimits {
	const { newPerDay, reviewsPerDay } = decks.get(deck) ?? general;
	return {
		pace: planPace(pace),
		newPerDay: Math.min(newPerDay, general.newPerDay),
		reviewsPerDay: Math.min(reviewsPerDay, general.reviewsPerDay)
	};
}

/**
 * The cards of decks with an exam, those first that gain most expected recall on its day a minute; before them those that are wanted
 * whatever they gain. Cards in their steps are left out, because they come back by themselves, and so are those put away, put off, or
 * answered today.
 */
export function examRow(
	ids: readonly CardId[],
	{ cards, pace }: Pick<Progress, 'cards' | 'pace'>,
	today: Day,
	rules: Rules
): readonly CardId[] {
	const wanted: CardId[] = [];
	const place = new Map<CardId, number>();
	const worth = [...examCards(ids, cards, today, rules)].flatMap(([deck, all]) => {
		const mine = all.filter(({ id }) => {
			const state = cards.get(id);
			place.set(id, place.size);
			if (state === undefined) return true;
			if (state.phase === 'learning' || state.phase === 'relearning') return false;
			const isAsked = isWanted(state, today);
			if (isAsked) wanted.push(id);
			return !isAsked && state.setDue === undefined;
		});
		return examOrder(mine, today, rules.decks.get(deck)?.examDay ?? today, planPace(pace));
	});
	// New cards gain the same: they are introduced in the order of their deck.
	worth.sort((a, b) => b.gain - a.gain || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
	return [...wanted, ...worth.map(({ id }) => id)];
}

/** Whether a card is asked before an exam whatever it gains: its author has changed it, or the student has set it this day. */
function isWanted({ changed, setDue }: CardState, today: Day): boolean {
	return setDue === undefined ? changed : setDue <= today;
}

/**
 * As many cards of a row, which `examRow` has ordered, as fit into the minutes that their decks' exams take a day; all of them on the
 * day itself. What is left of a day when one more card no longer fits is given to it on as many days as its share of the card: over
 * the days the minutes come out right.
 */
export function withinMinutes(
	row: readonly CardId[],
	ids: readonly CardId[],
	{ cards, pace }: Pick<Progress, 'cards' | 'pace'>,
	today: Day,
	rules: Rules
): readonly CardId[] {
	if (row.length === 0) return row;
	const left = new Map<PresetId, { ms: Millis; readonly share: number; readonly pace: PlanPace }>();
	for (const [deck, mine] of examCards(ids, cards, today, rules)) {
		const examDay = rules.decks.get(deck)?.examDay ?? today;
		const limits = examLimits(deck, pace, rules);
		const spent = spentOn(mine, today, limits.pace).ms;
		const ms = examDay > today ? examMinutes(mine, today, examDay, limits) * MINUTE - spent : Infinity;
		// A day that is over is to stay so: once something was answered, one more card has to fit whole.
		left.set(deck, { ms, share: spent > 0 ? 1 : (today * GOLDEN) % 1, pace: limits.pace });
	}
	return row.filter((id) => {
		const mine = left.get(rules.presetOf(id) ?? '');
		if (mine === undefined) return false;
		const state = cards.get(id);
		const ms = expectedMs(state?.memory, today - (state?.lastDay ?? today), mine.pace);
		const fits = (state !== undefined && isWanted(state, today)) || (mine.ms > 0 && mine.ms >= ms * mine.share);
		// The most gainful first: once one does not fit, none after it is asked.
		mine.ms = fits ? mine.ms - ms : 0;
		return fits;
	});
}
const MINUTE: Millis = 60_000;
/** Spreads those days evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
