/**
 * An attachment that says how wide an element is, now and whenever that changes, in px at the usual text size: where text is twice as large,
 * there is room for half as much.
 */
export function roomOf(onroom: (units: number) => void): (element: HTMLElement) => (() => void) | undefined {
	return (element) => {
		const look = () => {
			const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
			const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
			const padding = (Number.parseFloat(paddingInlineStart) || 0) + (Number.parseFloat(paddingInlineEnd) || 0);
			if (element.clientWidth > 0) onroom(Math.floor(((element.clientWidth - padding) * 16) / rem));
		};
		look();
		if (typeof ResizeObserver === 'undefined') return undefined;
		const observer = new ResizeObserver(look);
		observer.observe(element);
		return () => {
			observer.disconnect();
		};
	};
}
