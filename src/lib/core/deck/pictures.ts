import type { LibraryDeck, Report } from './library.ts';
import { nearestOf } from './near.ts';
import { picturePath } from './picture-path.ts';
import { problem } from './problem.ts';
import { replace } from './range.ts';

/** Pictures that are not there, or not in the deck's folder (E403). */
export function checkPictures({ file, outline, files }: LibraryDeck, report: Report): void {
	if (!files || outline.pictures.length === 0) return;
	const names = new Set(files);
	for (const picture of outline.pictures) {
		const path = picturePath(picture.file);
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
