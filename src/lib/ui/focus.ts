/** An attachment that moves the focus to an element when it appears, so that reading and keys go on from there. */
export function takeFocus(element: HTMLElement): void {
	element.focus({ preventScroll: true });
}
