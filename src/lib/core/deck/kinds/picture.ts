import type { HiddenLabel } from '../deck.ts';
import type { Card, Fresh } from '../draft.ts';
import { imagesIn } from '../inline.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { fieldRange, textOf, valueRange, type Field } from '../scope.ts';
import { slugOf } from '../slug.ts';
import { shortHash } from './cloze.ts';

/** A picture of which parts are hidden. */
export function readPicture(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const text = textOf(reading, scope.content);
	const image = imagesIn(text)[0];
	const hides = scope.fields.filter(({ key }) => key === 'Hide');
	const altAsked = scope.fields.find(({ key }) => key === 'Alt asked');
	const hidden = hides.map(readHide);
	let sound = true;
	hides.forEach((field, at) => {
		if (hidden[at]) return;
		sound = false;
		const message = 'Hide needs four percentages, left, top, width and height, and a label. Write it like "- Hide: 12% 30% 20% 8% = arms".';
		reading.problems.push(problem('E406', valueRange(field), message));
	});
	const first = hides[0];
	if (first && (!altAsked || altAsked.value === '')) {
		sound = false;
		const message =
			'A picture with hidden parts needs words for those who cannot see it. Add "- Alt asked:" and what it shows without the labels.';
		reading.problems.push(problem('E406', altAsked ? fieldRange(altAsked) : fieldRange(first), message));
	}
	if (!image || hides.length === 0) {
		const message = image
			? 'Nothing is hidden in this picture. Add a line like "- Hide: 12% 30% 20% 8% = arms".'
			: 'Hide needs a picture. Write ![what it shows](picture.svg) above it.';
		reading.problems.push(problem('E406', first ? fieldRange(first) : rangeOn(0, heading.from, heading.to), message));
		return undefined;
	}
	if (!sound || !altAsked) return undefined;
	const question = (text.slice(0, image.from) + text.slice(image.to)).trim();
	const labels = hidden.filter((label) => label !== undefined);
	return {
		kind: 'picture',
		id: card.id,
		idWritten: card.idWritten,
		prompt: prompt.text,
		question,
		picture: { alt: image.alt, file: image.file },
		altAsked: altAsked.value,
		hidden: labels,
		facts: card.facts
	};
}

function readHide({ value }: Field): HiddenLabel | undefined {
	const equals = value.indexOf('=');
	const label = equals < 0 ? '' : value.slice(equals + 1).trim();
	const numbers = value.slice(0, Math.max(equals, 0)).trim().split(/\s+/u).map(percent);
	const [x, y, width, height] = numbers;
	if (label === '' || numbers.length !== 4) return undefined;
	if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
	return { x, y, width, height, label, part: `hide:${slugOf(label) || shortHash(label)}` };
}

function percent(text: string): number | undefined {
	if (!text.endsWith('%')) return undefined;
	const digits = text.slice(0, -1).trim();
	const value = digits === '' ? Number.NaN : Number(digits);
	return value >= 0 && value <= 100 ? value : undefined;
}
