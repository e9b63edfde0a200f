import { expect } from 'vitest';

const ELEMENTS = new Set(
	'DIV SPAN SMALL P STRONG EM DEL MARK CODE BR A IMG H3 H4 H5 H6 PRE BLOCKQUOTE UL OL LI INPUT HR TABLE THEAD TBODY TR TH TD'.split(' ')
);
const ATTRIBUTES = new Set([
	'class',
	'dir',
	'href',
	'rel',
	'src',
	'alt',
	'start',
	'type',
	'checked',
	'disabled',
	'scope',
	'tabindex',
	'role',
	'aria-label'
]);

/** Fails where the element holds anything but plain prose. */
export function expectHarmless(root: Element): void {
	for (const element of root.querySelectorAll('*')) {
		expect(ELEMENTS).toContain(element.tagName);
		for (const { name } of element.attributes) expect(ATTRIBUTES).toContain(name);
		if (element instanceof HTMLAnchorElement) expect(['https:', 'mailto:']).toContain(element.protocol);
		if (element instanceof HTMLImageElement) expect(new URL(element.src).origin).toBe(location.origin);
	}
}
