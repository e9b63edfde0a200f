import type { CardId } from '#lib/core/card/card.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Act } from '#lib/core/review/corrections.ts';
import type { Choice, Day, Millis, Outcome, PresetId, Rating, RunId } from '#lib/core/review/entry.ts';
import type { Homes } from './homes.ts';
import { retrievability } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { changePresets, parametersFor, type Presets } from './presets.ts';
import type { Pace, Progress, Run } from './progress.ts';
import { answer, happen, type MutableState } from './state.ts';

/** Longer than this, the phone was put down. */
export const PAUSE_MS: Millis = 120_000;
/** The pace follows about so many answers. */
const PACE_SPAN = 100;

type Totals = Pick<Progress, 'presets' | 'runs' | 'answers' | 'pace' | 'lastDay'>;

/** Where acts are replayed, one after the other, in the order of the log. */
export class Desk {
	readonly #stateOf: (id: CardId) => MutableState;
	readonly #homes: Homes;
	readonly #ofDecks = new Map<PresetId, Parameters>();
	#general: Parameters;
	#runs: Map<RunId, Run> | undefined;
	readonly #before: Progress;
	#presets: Presets;
	#answers: number;
	#lastDay: Day | undefined;
	#newMs: Millis;
	#news: number;
	#reviewMs: Millis;
	#reviews: number;

	/** @param stateOf the state of a card, to be changed in place; a blank one for a card not seen before */
	constructor(before: Progress, homes: Homes, stateOf: (id: CardId) => MutableState) {
		this.#before = before;
		this.#stateOf = stateOf;
		this.#homes = homes;
		this.#presets = before.presets;
		this.#general = parametersFor(before.presets);
		this.#answers = before.answers;
		this.#lastDay = before.lastDay;
		this.#newMs = before.pace.newMs;
		this.#news = before.pace.news;
		this.#reviewMs = before.pace.reviewMs;
		this.#reviews = before.pace.reviews;
	}

	/** What follows from the acts, but for the states of cards. */
	get totals(): Totals {
		return {
			presets: this.#presets,
			runs: this.#runs ?? this.#before.runs,
			answers: this.#answers,
			pace: this.#pace,
			lastDay: this.#lastDay
		};
	}

	get #pace(): Pace {
		return { newMs: this.#newMs, news: this.#news, reviewMs: this.#reviewMs, reviews: this.#reviews };
	}

	/** Replays an answer to a card. */
	review(state: MutableState, at: Millis, day: Day, rating: Rating, outcome: Outcome, preset: PresetId | undefined, tookMs: Millis): void {
		this.#count(day);
		this.#keepPace(state.reviews === 0, tookMs);
		answer(state, at, day, rating, outcome, preset, this.#parametersFor(preset));
	}

	/** Replays anything else, and answers as well. */
	act(act: Act): void {
		switch (act.kind) {
			case 'review': {
				const home = this.#homes.homeOf(act.cardId, act, act.day);
				if (home === undefined) this.#count(act.day);
				else this.review(this.#stateOf(home), act.at, act.day, act.rating, act.outcome, act.preset, act.tookMs);
				return;
			}
			case 'choice':
				this.#choose(act);
				return;
			case 'preset':
				this.#presets = changePresets(this.#presets, act);
				this.#general = parametersFor(this.#presets);
				this.#ofDecks.clear();
				return;
			case 'renamed':
				return; // homes.ts has moved the entries themselves
			case 'suspend':
			case 'unsuspend':
			case 'bury':
			case 'reset':
			case 'set-due':
			case 'changed': {
				const home = this.#homes.homeOf(act.cardId, act);
				if (home !== undefined) happen(this.#stateOf(home), act);
			}
		}
	}

	/** A choice counts for each concept that its run has not counted for yet, as an answer to that concept's use card. */
	#choose(choice: Choice): void {
		const { run, scenario, step, option, outcome, at, day } = choice;
		this.#count(day);
		this.#runs ??= new Map(this.#before.runs);
		const before = this.#runs.get(run);
		const counted = [...(before?.counted ?? [])];
		if (outcome !== 'none') {
			for (const use of choice.uses) {
				const home = this.#homes.homeOf(use, choice, day);
				if (home === undefined || counted.includes(home)) continue;
				counted.push(home);
				this.#use(this.#stateOf(home), choice, outcome);
			}
		}
		this.#runs.set(run, {
			scenario,
			lastAt: at,
			lastDay: Math.max(day, before?.lastDay ?? day),
			path: [...(before?.path ?? []), { step, option }],
			counted
		});
	}

	#use(state: MutableState, { at, day, confidence, hints, preset }: Choice, outcome: 'right' | 'wrong'): void {
		const recall = state.memory && retrievability(state.memory, day - state.lastDay);
		const rating = suggestedRating({
			outcome,
			hints,
			...(confidence === undefined ? {} : { confidence }),
			...(recall === undefined ? {} : { retrievability: recall })
		});
		// No steps within the day: another scenario on the same concept would have to be drawn for each.
		answer(state, at, day, rating, outcome, preset, { ...this.#parametersFor(preset), learningStepsMs: [], relearningStepsMs: [] });
	}

	#count(day: Day): void {
		this.#answers += 1;
		if (this.#lastDay === undefined || day > this.#lastDay) this.#lastDay = day;
	}

	#keepPace(first: boolean, tookMs: Millis): void {
		const took = Math.min(Math.max(0, tookMs), PAUSE_MS);
		if (first) {
			this.#news += 1;
			this.#newMs += (took - this.#newMs) / Math.min(this.#news, PACE_SPAN);
		} else {
			this.#reviews += 1;
			this.#reviewMs += (took - this.#reviewMs) / Math.min(this.#reviews, PACE_SPAN);
		}
	}

	#parametersFor(preset: PresetId | undefined): Parameters {
		if (preset === undefined) return this.#general;
		const known = this.#ofDecks.get(preset) ?? parametersFor(this.#presets, preset);
		this.#ofDecks.set(preset, known);
		return known;
	}
}
