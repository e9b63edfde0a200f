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
		words.trim() === '' ? 'There is a mistake in this card.' : words.trim(),
		'',
		`Card: ${prompt}`,
		`Deck: ${deck}${place ? ` (${place.file}, line ${place.line})` : ''}`,
		`Id: ${note}`,
		`Version: ${version}`
	].join('\n');
}
