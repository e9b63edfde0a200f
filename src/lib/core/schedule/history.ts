import type { CardId } from '#lib/core/card/card.ts';
import { actsOf, type Act } from '#lib/core/review/corrections.ts';
import { isKnown, type CardEvent, type Choice, type Entry, type Review } from '#lib/core/review/entry.ts';
import { Desk } from './desk.ts';
import { Homes } from './homes.ts';
import type { Memory } from './memory.ts';
import { EMPTY } from './progress.ts';
import { blankState } from './state.ts';

/** Something that happened to a card, and how well it was held right after. */
export interface Past {
	readonly act: Review | Choice | CardEvent;
	/** Undefined while there is no answer that counts. */
	readonly memory: Memory | undefined;
	/** Whether an answer counts for the card: not one before a reset, nor a choice of a run that has counted already. */
	readonly counts: boolean;
}

/**
 * The entries of a log that can have to do with some card: about it, or about a card that has become it; and all that correct others.
 * What is left out changes nothing in its history.
 */
export function concerning(id: CardId, log: Iterable<Entry>): readonly Entry[] {
	const entries = [...log];
	const names = new Set<string>([id]);
	const renames = entries.flatMap((entry) => (isKnown(entry) && entry.kind === 'renamed' ? [entry] : []));
	for (let size = 0; size < names.size;) {
		size = names.size;
		for (const { from, to } of renames) if (names.has(to)) names.add(from);
	}
	return entries.filter((entry) => isKnown(entry) && (isAbout(entry, names) || CORRECTING.includes(entry.kind)));
}

const CORRECTING: readonly string[] = ['retraction', 'redate', 'renamed'];

function isAbout(entry: Entry, names: ReadonlySet<string>): boolean {
	if (!isKnown(entry)) return false;
	if (entry.kind === 'choice') return entry.uses.some((use) => names.has(use));
	return 'cardId' in entry && names.has(entry.cardId);
}

/**
 * What happened to a card, in the order of the log: its answers, for a use card the choices of its runs, and what else was done to it.
 * What was taken back is not there. The log may come in any order.
 */
export function historyOf(id: CardId, log: Iterable<Entry>): readonly Past[] {
	const acts = actsOf(log);
	const homes = new Homes(acts);
	const state = blankState();
	const desk = new Desk(EMPTY, homes, (home) => (home === id ? state : blankState()));
	const past: Past[] = [];
	let since = 0;
	for (const act of acts) {
		const before = state.reviews;
		desk.act(act);
		if (!isOf(id, act, homes)) continue;
		// What was answered before counts no longer.
		if (act.kind === 'reset' && act.before === undefined) {
			for (; since < past.length; since++) past[since] = { ...(past[since] as Past), counts: false };
		}
		past.push({ act, memory: state.memory, counts: state.reviews > before });
	}
	return past;
}

function isOf(id: CardId, act: Act, homes: Homes): act is Past['act'] {
	if (act.kind === 'renamed' || act.kind === 'preset') return false;
	if (act.kind === 'choice') return act.uses.some((use) => homes.homeOf(use, act) === id);
	// An answer of a day that no longer counts has happened all the same.
	return homes.homeOf(act.cardId, act) === id;
}
