import { DEFAULTS, type Parameters } from '#lib/core/schedule/parameters.ts';
import { hasPreset, parametersFor, type Presets } from '#lib/core/schedule/presets.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import type { ShelfEntry } from './library.ts';

/** Settings by name; `null` takes one back, so that the general one holds again. */
export type Change = { readonly [Name in keyof Parameters]?: Parameters[Name] | null };

/** Changes the general settings. Resolves to whether that is kept; while it is not, it holds in this page and is tried again. */
export function setGeneral(journal: Journal, set: Change): Promise<boolean> {
	return journal.append({ kind: 'preset', id: newId(), at: now(), set });
}

/** Changes the settings of one deck. */
export function setForDeck(journal: Journal, { id }: Pick<ShelfEntry, 'id'>, set: Change): void {
	void journal.append({ kind: 'preset', id: newId(), at: now(), preset: id, set });
}

/** What few want to change, in general or for a deck. */
const FINER = ['learningStepsMs', 'relearningStepsMs', 'longestIntervalDays', 'leechLapses', 'fuzz'] as const;
/** What a deck's page lets a deck have for itself; the day of an exam is asked for apart. */
const OF_DECK = ['newPerDay', 'reviewsPerDay', 'desiredRetention', ...FINER] as const;

/** What a deck has for itself of these, where it is not left to the general settings. */
export function ownSettings(presets: Presets, { id }: Pick<ShelfEntry, 'id'>): Partial<Parameters> {
	if (!hasPreset(presets, id)) return {};
	const set = presets.ofDecks[id] ?? {};
	const sound = parametersFor(presets, id);
	return Object.fromEntries(OF_DECK.filter((name) => Object.hasOwn(set, name)).map((name) => [name, sound[name]]));
}

/** The finer general settings that are not the usual ones. */
export function unusual(presets: Presets): Partial<Parameters> {
	const sound = parametersFor(presets);
	// Steps are lists of numbers: written out, equal ones are equal.
	return Object.fromEntries(FINER.filter((name) => String(sound[name]) !== String(DEFAULTS[name])).map((name) => [name, sound[name]]));
}

/** The change that gives settings up. */
export function without(settings: Partial<Parameters>): Change {
	return Object.fromEntries(Object.keys(settings).map((name) => [name, null]));
}
