// How the app looks. It stands in localStorage, because it must hold before the first paint, and the log opens later; a script in
// src/app.html reads it there and shows it, when the page begins and whenever it changes.

/** What a student has chosen about the look. */
export interface Look {
	/** `auto`: as the device is set. */
	readonly theme: 'auto' | 'light' | 'dark';
	/** The size of text, in percent of the browser's own; one of TEXT_SIZES. */
	readonly text: number;
	/** The letters of what is to be learned. */
	readonly face: 'serif' | 'sans';
	/** `auto`: as the device is set. */
	readonly motion: 'auto' | 'reduced';
}

export const USUAL_LOOK: Look = { theme: 'auto', text: 100, face: 'serif', motion: 'auto' };

/** In percent; app.html knows the least and the most. */
export const TEXT_SIZES: readonly number[] = [90, 100, 110, 125, 150, 175, 200];

const KEY = 'entente.look';

/** The look that was chosen; the usual where nothing is, or nothing that can be read. */
export function chosenLook(): Look {
	const { theme, text, face, motion } = kept();
	return {
		theme: theme === 'light' || theme === 'dark' ? theme : USUAL_LOOK.theme,
		text: typeof text === 'number' && TEXT_SIZES.includes(text) ? text : USUAL_LOOK.text,
		face: face === 'sans' ? face : USUAL_LOOK.face,
		motion: motion === 'reduced' ? motion : USUAL_LOOK.motion
	};
}

/** Keeps a look and shows it. Returns whether it could be kept; if not, nothing has changed. */
export function chooseLook(look: Look): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(look));
	} catch {
		return false;
	}
	dispatchEvent(new Event('entente-look'));
	return true;
}

function kept(): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		return {};
	}
}
