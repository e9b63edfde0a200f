import { getLocale, type Locale } from '#lib/messages/runtime.js';

/** How a language writes dates where more than one country speaks it: "21 November", not "November 21". */
const REGIONS: Readonly<Partial<Record<Locale, string>>> = { en: 'en-GB' };

/** The language of the interface, as Intl wants it. */
export function intlLocale(): string {
	const locale = getLocale();
	return REGIONS[locale] ?? locale;
}
