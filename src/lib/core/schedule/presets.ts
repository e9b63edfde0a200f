import type { PresetChange, PresetId } from '#lib/core/review/entry.ts';
import { DEFAULTS, soundSettings, type Parameters } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the student has set, in general and for single decks. What is not set follows the general settings, and those the defaults. */
export interface Presets {
	readonly general: Values;
	readonly ofDecks: Readonly<Record<PresetId, Values>>;
}

export const NO_PRESETS: Presets = { general: {}, ofDecks: {} };

/** The rollover belongs to the learner, an exam to a deck. */
const ONLY_GENERAL = 'rolloverHour';
const ONLY_DECK = 'examDay';

/** The presets after one more change. Values are kept as they came; `parametersFor` reads only those that are sound. */
export function changePresets(presets: Presets, { preset, set }: Pick<PresetChange, 'preset' | 'set'>): Presets {
	const changed = (values: Values = {}): Values =>
		Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value !== null));
	if (preset === undefined) return { ...presets, general: changed(presets.general) };
	// A map by the deck's id, made without Object's own names.
	const ofDecks = new Map(Object.entries(presets.ofDecks));
	const values = changed(ofDecks.get(preset));
	if (Object.keys(values).length > 0) ofDecks.set(preset, values);
	else ofDecks.delete(preset);
	return { ...presets, ofDecks: Object.fromEntries(ofDecks) };
}

/** The settings of a deck, or the general ones. */
export function parametersFor({ general, ofDecks }: Presets, preset?: PresetId): Parameters {
	const { [ONLY_DECK]: _, ...standard } = soundSettings(general);
	if (preset === undefined || !Object.hasOwn(ofDecks, preset)) return { ...DEFAULTS, ...standard };
	const { [ONLY_GENERAL]: __, ...own } = soundSettings(ofDecks[preset] ?? {});
	return { ...DEFAULTS, ...standard, ...own };
}

/** Whether a deck has settings of its own; only then its reviews name it. */
export function hasPreset({ ofDecks }: Presets, preset: PresetId): boolean {
	return Object.hasOwn(ofDecks, preset);
}
