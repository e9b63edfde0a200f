import type { Why } from '#lib/core/session/why.ts';
import { counted } from './counted.ts';

/** Why a card is asked now, in a sentence or two. */
export function whyWords(why: Why): string {
	switch (why.kind) {
		case 'new':
			return 'It is new to you. New cards come in the order of their deck, a few each day.';
		case 'steps':
			return why.again
				? `You did not know it, so you look at it again ${waitWords(why.waitMs)} later, until you do.`
				: `You are just learning it: it comes back ${waitWords(why.waitMs)} after the last look, until you know it.`;
		case 'changed':
			return 'Its author has changed what is right since you last answered it.';
		case 'wanted':
			return 'You asked for it on this day.';
		case 'leech':
			return `It was put away after it was forgotten on ${counted(why.lapses, 'day')}, and you study such cards once more.`;
		case 'mistake':
			return 'It went wrong today, and you study such cards once more.';
		case 'memory':
			return `${lastWords(why.restedDays)} The chance that you still know it is about ${percent(why.recall)}; cards come back when it falls to ${percent(why.goal)}. ${dueWords(why.overdueDays)}`;
	}
}

function lastWords(days: number): string {
	return days === 0 ? 'You answered it today.' : `You answered it last ${counted(days, 'day')} ago.`;
}

function dueWords(overdueDays: number): string {
	if (overdueDays === 0) return 'It is due today.';
	return overdueDays > 0
		? `It has been due for ${counted(overdueDays, 'day')}.`
		: `It is due in ${counted(-overdueDays, 'day')}: you study ahead.`;
}

function waitWords(ms: number): string {
	const minutes = Math.max(1, Math.round(ms / 60_000));
	return minutes < 120 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour');
}

function percent(chance: number): string {
	return `${Math.round(chance * 100)} %`;
}
