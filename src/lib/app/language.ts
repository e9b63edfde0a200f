// Which language the app speaks: the one chosen in Settings, else the first of the browser's that it has, else English.
// The choice stands in localStorage, because it must be known before the first word is painted, and the log opens later.
import {
	baseLocale,
	extractLocaleFromNavigator,
	getTextDirection,
	isLocale,
	locales,
	overwriteGetLocale,
	type Locale
} from '#lib/messages/runtime.js';

export type { Locale };
export const LANGUAGES: readonly Locale[] = locales;

const KEY = 'entente.language';

/** What the student chose; undefined if that is left to the browser. */
export function chosenLanguage(): Locale | undefined {
	try {
		const chosen = localStorage.getItem(KEY);
		return isLocale(chosen) ? chosen : undefined;
	} catch {
		// A browser that keeps nothing has nothing chosen either.
		return undefined;
	}
}

/** Has all words come in the right language from here on, and tells the browser which one that is. */
export function speak(): void {
	const language = chosenLanguage() ?? extractLocaleFromNavigator() ?? baseLocale;
	overwriteGetLocale(() => language);
	document.documentElement.lang = language;
	document.documentElement.dir = getTextDirection(language);
}

/**
 * Chooses a language, or with undefined leaves it to the browser. The page is loaded anew: every word on it changes. Returns false,
 * and nothing has changed, where the browser does not keep it.
 */
export function chooseLanguage(language: Locale | undefined): boolean {
	try {
		if (language === undefined) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, language);
	} catch {
		return false;
	}
	location.reload();
	return true;
}

/** What a language calls itself: "Deutsch". */
export function ownName(language: Locale): string {
	return new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
}
