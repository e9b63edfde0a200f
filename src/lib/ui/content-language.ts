import { getContext, setContext } from 'svelte';

const KEY = Symbol('the language of what is learned');

/**
 * Says for the components below in which language (BCP 47; English if there is none) the texts of a deck are. They stand among words of the
 * interface, which may be in another. For use while a component is set up.
 */
export function contentIn(language: () => string | undefined): void {
	setContext(KEY, () => language() ?? 'en');
}

/** The language of the texts of a deck here; undefined where nobody has said. For use while a component is set up. */
export function contentLanguage(): () => string | undefined {
	return getContext<(() => string) | undefined>(KEY) ?? (() => undefined);
}
