import { m } from '#lib/messages/messages.js';

/** What a mistake is reported in. */
export interface Reported {
	readonly deck: string;
	/** "namespace/note id". */
	readonly note: string;
	/** The words of its prompt. */
	readonly prompt: string;
	readonly place: { readonly file: string; readonly line: number } | undefined;
	/** The app's version. */
	readonly version: string;
}

/** A report of a mistake as a text that an author can act on without asking back. */
export function reportText(words: string, { deck, note, prompt, place, version }: Reported): string {
	return [
		words.trim() === '' ? m.report_mistake() : words.trim(),
		'',
		m.report_card({ prompt }),
		place ? m.report_deck_at({ deck, ...place }) : m.report_deck({ deck }),
		m.report_id({ note }),
		m.report_version({ version })
	].join('\n');
}
