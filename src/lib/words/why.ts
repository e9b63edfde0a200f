import type { Why } from '#lib/core/session/why.ts';
import { m } from '#lib/messages/messages.js';

/** Why a card is asked now, in a sentence or two. */
export function whyWords(why: Why): string {
	switch (why.kind) {
		case 'new':
			return m.why_new();
		case 'steps':
			return stepsWords(why.again, why.waitMs);
		case 'changed':
			return m.why_changed();
		case 'wanted':
			return m.why_wanted();
		case 'leech':
			return m.why_leech({ count: why.lapses });
		case 'mistake':
			return m.why_mistake();
		case 'memory':
			return [
				why.restedDays === 0 ? m.why_answered_today() : m.why_answered({ count: why.restedDays }),
				m.why_chance({ recall: percent(why.recall), goal: percent(why.goal) }),
				dueWords(why.overdueDays)
			].join(' ');
	}
}

function dueWords(overdueDays: number): string {
	if (overdueDays === 0) return m.why_due_today();
	return overdueDays > 0 ? m.why_overdue({ count: overdueDays }) : m.why_ahead({ count: -overdueDays });
}

function stepsWords(again: boolean, ms: number): string {
	const minutes = Math.max(1, Math.round(ms / 60_000));
	if (minutes < 120) return again ? m.why_again_minutes({ count: minutes }) : m.why_learning_minutes({ count: minutes });
	const hours = Math.round(minutes / 60);
	return again ? m.why_again_hours({ count: hours }) : m.why_learning_hours({ count: hours });
}

function percent(chance: number): number {
	return Math.round(chance * 100);
}
