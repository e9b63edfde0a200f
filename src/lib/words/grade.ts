import type { WhyUnreadable } from '#lib/core/grade/verdict.ts';
import { m } from '#lib/messages/messages.js';

/** More of what was typed is not said again. */
const LONGEST = 30;

/** Why an answer cannot be read, and what to do: a sentence or two. */
export function unreadableText(why: WhyUnreadable): string {
	if (why.kind === 'nothing-typed') return why.wanted === 'number' ? m.grade_no_number_typed() : m.grade_nothing_typed();
	const typed = why.typed.length > LONGEST ? `${why.typed.slice(0, LONGEST)}…` : why.typed;
	const said = m.grade_no_number({ typed, example: `2${why.sign}5` });
	return why.unit === undefined ? said : `${said} ${m.grade_unit_there({ unit: why.unit })}`;
}
