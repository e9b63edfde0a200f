import type { Choice } from '#lib/core/review/entry.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { poolIn } from './scenarios.ts';
import { dayOf, type Scope } from './scope.ts';

/** What was played of scenarios: how many runs, and how many of their choices that are judged were right. */
export interface Played {
	readonly runs: number;
	readonly judged: number;
	readonly right: number;
}

/** The scenarios of a scope that were played today; none where more is studied than is due, which asks for cards alone. */
export function playedToday(journal: Journal, scope: Scope): Played {
	const day = dayOf(journal, now());
	const mine = new Set(scope.extra === undefined ? poolIn(scope).pool.map(({ id }) => id) : []);
	const choices = journal.acts.filter((act): act is Choice => act.kind === 'choice' && act.day === day && mine.has(act.scenario));
	return {
		runs: new Set(choices.map(({ run }) => run)).size,
		judged: choices.filter(({ outcome }) => outcome !== 'none').length,
		right: choices.filter(({ outcome }) => outcome === 'right').length
	};
}
