import type { CardId } from '#lib/core/card/card.ts';
import type { Choice, Day, Review, RunId } from '#lib/core/review/entry.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import type { Offer } from '#lib/core/session/offer.ts';
import type { Place } from '#lib/core/session/place.ts';
import type { Queue } from '#lib/core/session/queue.ts';
import { isUse } from '#lib/core/session/siblings.ts';
import type { Journal } from './journal.svelte.ts';
import { LiveRun } from './scenario-run.svelte.ts';
import { drawn, loadScenario, poolIn, ranToday } from './scenarios.ts';
import type { Scope } from './scope.ts';

/** A run through a scenario, and the use card that it was asked by. */
export interface Ran {
	readonly use: CardId;
	readonly run: RunId;
}

/** The use cards of a session: each is asked by a run through a scenario. */
export class UseCards {
	readonly #journal: Journal;
	readonly #offer: Pick<Offer, 'uses' | 'pool'>;

	constructor(journal: Journal, scope: Scope) {
		this.#journal = journal;
		this.#offer = poolIn(scope);
	}

	/** The run that asks a use card whose turn it is, or the run named; undefined if there is nothing to ask it by any more. */
	async open(use: CardId, today: Day, run?: RunId): Promise<LiveRun | undefined> {
		const named = run === undefined ? undefined : await loadScenario(this.#journal.progress.runs.get(run)?.scenario ?? '');
		if (named && run !== undefined) return new LiveRun(this.#journal, { scenario: named, run });
		const found = (await ranToday(use, this.#journal, today)) ?? (await drawn(use, this.#offer.pool, this.#journal, today));
		return found && new LiveRun(this.#journal, found);
	}

	/** A queue with the use card in it at which the session was left: its run may have counted for it before it was over. */
	async withLeft(queue: Queue, place: Place | undefined, today: Day): Promise<Queue> {
		const left = place?.cardId;
		if (left === undefined || !isUse(left) || queue.ahead.includes(left)) return queue;
		if ((await ranToday(left, this.#journal, today)) === undefined) return queue;
		return { ...queue, ahead: [left, ...queue.ahead], uses: queue.uses + 1 };
	}

	/** The last choice since the beginning of a day in a scenario of the session, with the use card that it was asked by, if no later answer was given. */
	lastOn(day: Day, answer: Review | undefined): Ran | undefined {
		const { acts, progress } = this.#journal;
		const last = acts.findLast((act): act is Choice => act.kind === 'choice' && act.day >= day && this.#usesOf(act).length > 0);
		if (last === undefined || (answer && compareEntries(answer, last) > 0)) return undefined;
		const uses = this.#usesOf(last);
		const use = uses.find((id) => progress.runs.get(last.run)?.counted.includes(id)) ?? uses[0];
		return use === undefined ? undefined : { use, run: last.run };
	}

	#usesOf({ scenario }: Choice): readonly CardId[] {
		const { uses, pool } = this.#offer;
		return pool.find(({ id }) => id === scenario)?.uses.filter((use) => uses.includes(use)) ?? [];
	}
}
