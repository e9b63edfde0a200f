import { withOne } from './collect.ts';
import type { Changed, Citation, Facts, Status } from './deck.ts';
import { listOf } from './meaning.ts';
import { nearestOf } from './near.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';
import { fieldRange, valueRange, type Field } from './scope.ts';

const NO_TEXTS: string[] = [];
const NO_CITATIONS: Citation[] = [];
const NO_OTHERS: [string, string][] = [];
const NOTHING: Facts = {
	hints: NO_TEXTS,
	citations: NO_CITATIONS,
	about: NO_TEXTS,
	partOf: NO_TEXTS,
	needs: NO_TEXTS,
	tags: NO_TEXTS,
	other: NO_OTHERS
};
const STATUSES: readonly Status[] = ['fact', "author's claim", 'contested'];
const LOCATORS = ['pp.', 'p.', 'par.', '¶', '§', 'ch.', 'fig.', 'at'];

/** What some facts say, about any kind of note, step or option. Concepts are named by what is written, as a slug. */
export function factsOf(fields: readonly Field[]): Facts {
	if (fields.length === 0) return NOTHING;
	let hints: string[] | undefined;
	let cited: (readonly Citation[])[] | undefined;
	let abouts: (readonly string[])[] | undefined;
	let wholes: (readonly string[])[] | undefined;
	let needed: (readonly string[])[] | undefined;
	let tags: string[] | undefined;
	let other: [string, string][] | undefined;
	let status: Status | undefined;
	let single: Field[] | undefined;
	for (const field of fields) {
		const { key, name, value } = field;
		if (key === undefined) other = withOne<[string, string]>(other, [name, value]);
		else if (value === '') continue;
		else if (key === 'Hint') hints = withOne(hints, value);
		else if (key === 'Source') cited = withOne(cited, field.meaning?.citations ?? NO_CITATIONS);
		else if (key === 'About') abouts = withOne(abouts, field.meaning?.concepts ?? NO_TEXTS);
		else if (key === 'Part of') wholes = withOne(wholes, field.meaning?.concepts ?? NO_TEXTS);
		else if (key === 'Needs') needed = withOne(needed, field.meaning?.concepts ?? NO_TEXTS);
		else if (key === 'Tags') for (const tag of listOf(value)) tags = withOne(tags, tag);
		// Of what may stand once only, the first counts.
		else if (single?.some((first) => first.key === key) !== true) {
			if (key === 'Status') status = readStatus(value);
			single = withOne(single, field);
		}
	}
	hints ??= NO_TEXTS;
	const citations = cited ? allOf(cited) : NO_CITATIONS;
	const about = abouts ? allOf(abouts) : NO_TEXTS;
	const partOf = wholes ? allOf(wholes) : NO_TEXTS;
	const needs = needed ? allOf(needed) : NO_TEXTS;
	tags ??= NO_TEXTS;
	other ??= NO_OTHERS;
	// Written out, as a fact that is added later takes more room and time.
	const facts: Writable =
		status === undefined
			? { hints, citations, about, partOf, needs, tags, other }
			: { hints, citations, about, partOf, needs, tags, other, status };
	if (!single) return facts;
	for (const { key, value } of single) {
		if (key === 'Why') facts.why = value;
		else if (key === 'Doubt') facts.doubt = value;
		else if (key === 'Changed') {
			const changed = readChanged(value);
			if (changed !== undefined) facts.changed = changed;
		}
	}
	return facts;
}

type Writable = { -readonly [K in keyof Facts]: Facts[K] };

/** Lists one after the other. One by itself stays the same, which other cards have too. */
function allOf<T>(lists: readonly (readonly T[])[]): readonly T[] {
	const [first = [], second] = lists;
	if (!second) return first;
	return lists.length === 2 ? first.concat(second) : lists.flat();
}

/** A status as typed, with straight or curly apostrophe. */
function readStatus(value: string): Status | undefined {
	// The word itself, not what was cut from the text: a check keeps thousands of them.
	for (const status of STATUSES) if (status === value) return status;
	const plain = value.trim().toLowerCase().replaceAll('\u2019', "'").replaceAll('\u2018', "'");
	return STATUSES.find((status) => status === plain);
}

function readChanged(value: string): Changed | undefined {
	const [day = '', word = '', ...more] = value.trim().split(/\s+/u);
	if (!isDay(day) || more.length > 0 || (word !== '' && word.toLowerCase() !== 'reset')) return undefined;
	return { day, reset: word !== '' };
}

/** Whether a text is a day that exists: "2026-11-21". */
function isDay(text: string): boolean {
	if (text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return false;
	const [year, month, day] = text.split('-').map(Number);
	if (year === undefined || month === undefined || day === undefined || Number.isNaN(year + month + day)) return false;
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return year > 0 && day >= 1 && day <= days;
}

/** Whether a locator is one of the forms that can be read: "p. 169", "par. 12", "§ 4". */
export function isLocator(text: string): boolean {
	// Capitals are rare, and only then is the text made anew.
	return isLowerLocator(text) || isLowerLocator(text.toLowerCase());
}

function isLowerLocator(lower: string): boolean {
	for (const form of LOCATORS) {
		if (!lower.startsWith(form)) continue;
		const rest = lower.slice(form.length);
		if (rest.trim() !== '' && (form !== 'at' || rest.startsWith(' '))) return true;
	}
	return false;
}

/** The problems of the values of facts that can stand anywhere. */
export function checkFacts(fields: readonly Field[], problems: Problem[]): void {
	let status: Field | undefined;
	let cites = false;
	let doubts = false;
	for (const field of fields) {
		const { key, value } = field;
		if (key === undefined) continue;
		if (value === '') {
			// The card says itself that it has no answer.
			if (key === 'Answer') continue;
			problems.push(problem('I303', fieldRange(field), `"${key}:" says nothing yet. Write something after the colon, or delete the line.`));
			continue;
		}
		if (key === 'Source') {
			cites = true;
			checkLocator(field, problems);
		} else if (key === 'Doubt') doubts = true;
		else if (key === 'Status') status ??= field;
		else if (key === 'Changed' && !readChanged(value)) {
			const message = `"${value}" is not a day. Write it as 2026-11-21, with the word "reset" after it if earlier answers should not count.`;
			problems.push(problem('E307', valueRange(field), message));
		}
	}
	if (status) checkStatus(status, { cites, doubts }, problems);
}

function checkLocator(field: Field, problems: Problem[]): void {
	const locator = field.meaning?.citations?.[0].locator;
	if (locator === undefined || isLocator(locator)) return;
	const at = field.keyLine.valueFrom + Math.max(0, field.value.indexOf(locator, field.value.indexOf(',')));
	// A locator on a line of its own is shown by the line of its source.
	const from = at < field.valueTo ? at : field.keyLine.valueFrom;
	const message = `"${locator}" is not a place that can be read. Write p. 12, pp. 12-14, par. 3, ch. 2, fig. 1 or at …; it is kept as text.`;
	problems.push(problem('W606', rangeOn(field.line, from, Math.min(from + locator.length, field.valueTo)), message));
}

function checkStatus(field: Field, has: { cites: boolean; doubts: boolean }, problems: Problem[]): void {
	const range = valueRange(field);
	const status = readStatus(field.value);
	if (status === undefined) {
		const near = nearestOf(field.value, STATUSES);
		const message = `"${field.value}" is not a status. Write fact, author's claim or contested.`;
		problems.push(problem('E602', range, message, near === undefined ? {} : { fix: replace(`Write "${near}"`, range, near) }));
	} else if (status === "author's claim" && !has.cites) {
		problems.push(problem('W603', range, `An author's claim needs its author. Add "- Source: …".`));
	} else if (status === 'contested' && !has.doubts) {
		problems.push(problem('W603', range, 'Contested by what? Add "- Doubt: …" with the reason against it.'));
	}
}
