import { isTyped } from '#lib/app/asked.ts';
import { CONFIDENCES } from '#lib/core/review/entry.ts';
import type { Preferences } from '#lib/app/preferences.ts';
import type { Study } from '#lib/app/study.svelte.ts';

/** Whether a key means something where the focus is, or to the browser: then it means that, and nothing else. */
export function meansElsewhere({ ctrlKey, metaKey, altKey, repeat, target, key }: KeyboardEvent, { letterKeys }: Preferences): boolean {
	if (ctrlKey || metaKey || altKey || repeat) return true;
	const isLetter = key.length === 1 && key !== ' ';
	if (isLetter && !letterKeys) return true;
	if (!(target instanceof Element)) return false;
	if (target.closest('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable], a, button, summary, dialog'))
		return true;
	return !isLetter && target.closest('input') !== null;
}

/** Does what a key stands for while studying: space or enter, 1 to 4 (or 2), h for a hint, u to undo, r to redo. */
export function pressKey(event: KeyboardEvent, study: Study): void {
	if (meansElsewhere(event, study.preferences)) return;
	if (act(event.key, study)) event.preventDefault();
}

/** Whether the key stood for anything. */
function act(key: string, study: Study): boolean {
	switch (key) {
		case ' ':
		case 'Enter':
			return goOn(study);
		case 'h':
			study.hint();
			return true;
		case 'u':
			void study.undo();
			return true;
		case 'r':
			void study.redo();
			return true;
		default:
			return choose(['1', '2', '3', '4'].indexOf(key), study);
	}
}

function goOn(study: Study): boolean {
	if (study.review) void study.next();
	else if (study.stage === 'question') study.reveal();
	else if (study.stage === 'options' && study.card && isTyped(study.card.note)) void study.handIn();
	else return false;
	return true;
}

function choose(index: number, study: Study): boolean {
	const rating = study.ratings[index];
	const confidence = CONFIDENCES[index];
	if (study.stage === 'options' && confidence) void study.handIn(confidence);
	else if (study.stage === 'answer' && rating) void (study.review ? study.overrule(rating) : study.rate(rating));
	else return false;
	return true;
}
