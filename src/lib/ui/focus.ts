/** An attachment: an element takes the focus when it appears, so that reading and keys go on from there, and comes into view. */
export function takeFocus(element: HTMLElement): void {
	element.focus();
}

/** An attachment for what begins a new screen: it takes the focus, and the page is shown from its top. */
export function startHere(element: HTMLElement): void {
	scrollTo(0, 0);
	element.focus({ preventScroll: true });
}

/**
 * Lets go of the focus before what has it is taken off the page, and something that begins a new screen takes it: a browser works out the whole
 * page once more for each element that loses it by being removed.
 */
export function letGoOfFocus(): void {
	if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** An attachment for options: they take the focus, and what was asked stays where it is, unless the first option would be out of sight. */
export function showFromFirst(options: HTMLElement): void {
	options.focus({ preventScroll: true });
	options.querySelector('label')?.scrollIntoView({ block: 'nearest' });
}

/** An attachment for a field that is there to be typed in: it takes the focus, and the page stays where it is. */
export function takeFocusHere(element: HTMLElement): void {
	element.focus({ preventScroll: true });
}

/**
 * An attachment for a heading below what was there before: it takes the focus, and stands in the upper part of the screen, so that the
 * last of what was before can still be seen.
 */
export function startBelow(element: HTMLElement): void {
	const top = element.getBoundingClientRect().top + scrollY;
	scrollTo(0, Math.max(0, top - innerHeight * 0.25));
	element.focus({ preventScroll: true });
}

/** An attachment for a dialog: it opens over the page, keeps the focus within, and gives it back when it is closed. */
export function openSheet(dialog: HTMLDialogElement): () => void {
	dialog.showModal();
	return () => {
		dialog.close();
	};
}
