import type { LibraryDeck, Report } from './library.ts';
import { nearestOf } from './near.ts';
import { problem } from './problem.ts';
import { replace } from './range.ts';

/** Pictures that are not there, or not in the deck's folder (E403). */
export function checkPictures({ file, outline, files }: LibraryDeck, report: Report): void {
	if (!files || outline.pictures.length === 0) return;
	const names = new Set(files);
	for (const picture of outline.pictures) {
		const path = pathOf(picture.file);
		if (path === undefined) {
			const message = `The picture "${picture.file}" is outside the deck's folder. Put the file beside the deck and write its name only.`;
			report(file, problem('E403', picture.range, message));
		} else if (!names.has(path)) {
			const near = nearestOf(path, files);
			const meant = near === undefined ? 'Put the file beside the deck, or correct the name.' : `Did you mean "${near}"?`;
			const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, picture.range, near) };
			report(file, problem('E403', picture.range, `There is no picture "${picture.file}" beside this deck. ${meant}`, fix));
		}
	}
}

/** A picture's path from the deck's folder, or undefined if it leads out of it. */
function pathOf(written: string): string | undefined {
	const path = unescape(written);
	if (path.startsWith('/') || path.startsWith('\\') || /^[a-z][a-z0-9+.-]*:/iu.test(path)) return undefined;
	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

/** "%20" and the like as what they stand for; a text that is no such code stays as it is. */
function unescape(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
