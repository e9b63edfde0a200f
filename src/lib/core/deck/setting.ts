import type { Markdown } from './deck.ts';
import type { Fresh } from './draft.ts';
import type { ReadHeader } from './header.ts';
import type { Field } from './scope.ts';

/**
 * What stands above a card and decides how it is read. Cards are read with it in hand, so that what is made of one is made once;
 * the same lines in the same setting are the same card.
 */
export interface Setting {
	/** The ids of the header's sources. */
	readonly sources: ReadonlySet<string>;
	/** Whether the header could not be read, so that what is missing in it proves nothing. */
	readonly broken: boolean;
	readonly language: string | undefined;
	/** Codes of lints that the header switches on or off. */
	readonly lint: Readonly<Record<string, boolean>>;
	readonly section: Handed | undefined;
}

/** What a section hands down to its cards. */
export interface Handed {
	readonly title: Markdown;
	readonly fields: readonly Field[];
}

/** The setting of what stands above the first section; the earlier one, if the cards see no difference. */
export function settingOf({ header, broken }: ReadHeader, earlier?: Setting): Setting {
	const { language, lint } = header;
	const sources = new Set(header.sources.map(({ id }) => id));
	const setting: Setting = { sources, broken, language, lint, section: undefined };
	return earlier && signOf(earlier) === signOf(setting) ? earlier : setting;
}

function signOf({ sources, broken, language, lint }: Setting): string {
	return JSON.stringify([[...sources], broken, language, lint]);
}

/** The setting below a section's heading; the earlier one, if the cards see no difference. */
export function settingIn(above: Setting, section: Handed, earlier?: Setting): Setting {
	const same = earlier?.sources === above.sources && earlier.section !== undefined && handsTheSame(earlier.section, section);
	return same ? earlier : { ...above, section };
}

function handsTheSame(a: Handed, b: Handed): boolean {
	if (a.title !== b.title || a.fields.length !== b.fields.length) return false;
	return a.fields.every(({ key, name, value }, at) => {
		const other = b.fields[at];
		return key === other?.key && name === other?.name && value === other.value;
	});
}

/** A card's facts: those that its section hands down, which its own replace key by key, and its own. */
export function withHanded(own: readonly Field[], section: Handed | undefined): readonly Field[] {
	if (!section || section.fields.length === 0) return own;
	return [...section.fields.filter(({ key, name }) => !own.some((field) => field.key === key && field.name === name)), ...own];
}

/** Puts a note into its section. */
export function putInto(section: Handed | undefined, note: Fresh, own: readonly Field[]): void {
	if (!section) return;
	note.section = section.title;
	if (section.fields.length === 0 || (note.kind !== 'term' && note.kind !== 'question')) return;
	const reverse = section.fields.find(({ key }) => key === 'Reverse');
	if (reverse && !own.some(({ key }) => key === 'Reverse')) note.reverse = reverse.value.toLowerCase() === 'yes';
}
