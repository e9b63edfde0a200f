/** An attachment: an element takes the focus when it appears, so that reading and keys go on from there, and comes into view. */
export function takeFocus(element: HTMLElement): void {
	element.focus();
}

/** An attachment for what begins a new screen: it takes the focus, and the page is shown from its top. */
export function startHere(element: HTMLElement): void {
	scrollTo(0, 0);
	element.focus({ preventScroll: true });
}
