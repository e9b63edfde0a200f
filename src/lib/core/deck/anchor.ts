import { slug } from 'github-slugger';

/** The anchors that GitHub gives to headings: the first of equal ones plain, the next with -1, -2 … */
export class Anchors {
	private readonly counts = new Map<string, number>();

	next(heading: string): string {
		const base = anchorOf(heading);
		let anchor = base;
		while (this.counts.has(anchor)) {
			const count = (this.counts.get(base) ?? 0) + 1;
			this.counts.set(base, count);
			anchor = `${base}-${count}`;
		}
		this.counts.set(anchor, 0);
		return anchor;
	}
}

/** The anchor of a heading that stands alone. Plain ASCII, by far the most frequent, is done without the table of all of Unicode. */
function anchorOf(heading: string): string {
	for (let at = 0; at < heading.length; at++) if (heading.charCodeAt(at) >= 128) return slug(heading);
	return heading
		.toLowerCase()
		.replace(/[^ \w-]/gu, '')
		.replaceAll(' ', '-');
}
