import type { Journal } from './journal.svelte.ts';

/** How a student wants to be asked. No progress hangs on it, so it stands in the settings and not in the log. */
export interface Preferences {
	/** The options of a choice wait until they are asked for. */
	readonly thinkFirst: boolean;
	/** Options stand in an order of their own; else as in the deck's text. */
	readonly shuffle: boolean;
	/** Letters and digits do what buttons do. Where speech is typed into the page they must not (WCAG 2.1.4). */
	readonly letterKeys: boolean;
	/** The buttons that rate: again, hard, good and easy, or again and good alone. */
	readonly ratings: 'four' | 'two';
	/** A swipe across a card rates it too. */
	readonly swipe: boolean;
}

export const USUAL: Preferences = { thinkFirst: true, shuffle: true, letterKeys: true, ratings: 'four', swipe: false };

const SETTING = 'preferences';

/** What the student prefers; the usual, where nothing else is said or can be read. */
export async function readPreferences({ settings }: Journal): Promise<Preferences> {
	const kept: unknown = await settings.get(SETTING).catch(() => undefined);
	const said = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
	const { thinkFirst, shuffle, letterKeys, ratings, swipe } = said;
	return {
		thinkFirst: typeof thinkFirst === 'boolean' ? thinkFirst : USUAL.thinkFirst,
		shuffle: typeof shuffle === 'boolean' ? shuffle : USUAL.shuffle,
		letterKeys: typeof letterKeys === 'boolean' ? letterKeys : USUAL.letterKeys,
		ratings: ratings === 'two' || ratings === 'four' ? ratings : USUAL.ratings,
		swipe: typeof swipe === 'boolean' ? swipe : USUAL.swipe
	};
}

/** Keeps what the student prefers; rejects where it cannot be kept. */
export async function keepPreferences({ settings }: Journal, preferences: Preferences): Promise<void> {
	await settings.set(SETTING, preferences);
}
