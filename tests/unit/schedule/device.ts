import type { CardId } from '#lib/core/card/card.ts';
import { actsOf } from '#lib/core/review/corrections.ts';
import type { Day, Entry, EntryId, Millis, Rating, Review } from '#lib/core/review/entry.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import {
	asksAboutClock,
	doubtClock,
	NO_CLOCK_MEMORY,
	rememberWritten,
	trustClock,
	type ClockMemory
} from '#lib/core/schedule/clock-doubt.ts';

export const HOUR = 3_600_000;
/** 3 March 2026, 12:00 UTC. */
export const NOON: Millis = Date.UTC(2026, 2, 3, 12);

/** The learner's day in a zone without changes whose day begins at 04:00 UTC. */
export function dayOf(at: Millis): Day {
	return Math.floor((at - 4 * HOUR) / DAY_MS);
}

/** An answer as a clock would have it written. */
export function answerAt(name: string | number, at: Millis, cardId = 'd/a/main', rating: Rating = 'good'): Review {
	return {
		kind: 'review',
		id: `entry-${name}` as EntryId,
		at,
		day: dayOf(at),
		cardId: cardId as CardId,
		outcome: 'self',
		rating,
		hints: 0,
		tookMs: 1000
	};
}

/** A device and its log; `now` is what its clock says. */
export class Device {
	memory: ClockMemory = NO_CLOCK_MEMORY;
	log: readonly Entry[] = [];
	now: Millis;
	constructor(now: Millis) {
		this.now = now;
	}
	/** Whether the student is asked if the clock is right. */
	get asks(): boolean {
		return asksAboutClock(this.memory, this.now, dayOf(this.now));
	}
	write(name: string, cardId?: string, rating?: Rating): this {
		return this.append(answerAt(name, this.now, cardId, rating));
	}
	append(...entries: readonly Entry[]): this {
		this.log = [...this.log, ...entries];
		this.memory = rememberWritten(this.memory, entries);
		return this;
	}
	after(ms: Millis): this {
		this.now += ms;
		return this;
	}
	/** The student says that the clock is right. */
	yes(): this {
		const { memory, redatings } = trustClock(this.memory, this.log, this.now, dayOf);
		this.append(
			...redatings.map((it, index) => ({ kind: 'redate', id: `redate-${this.log.length + index}` as EntryId, at: this.now, ...it }))
		);
		this.memory = memory;
		return this;
	}
	/** The student says that it is wrong, and studies all the same. */
	anyway(): this {
		this.memory = doubtClock(this.memory, dayOf(this.now));
		return this;
	}
	/** What counts, as hours before or after a moment. */
	hours(from: Millis): readonly (readonly [string, number])[] {
		return actsOf(this.log).map(({ id, at }) => [id.replace('entry-', ''), (at - from) / HOUR]);
	}
}
