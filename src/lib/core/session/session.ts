import type { CardId } from '#lib/core/card/card.ts';
import type { Millis } from '#lib/core/review/entry.ts';
import type { Due } from '#lib/core/schedule/due.ts';
import type { Waiting } from './gather.ts';
import type { Queue } from './queue.ts';

/** The card on the screen; `waitedUntil` if it came out of its steps. */
export interface Current {
	readonly id: CardId;
	readonly waitedUntil?: Millis;
}

/** A run through a queue. An immutable value. */
export interface Session {
	readonly current: Current | undefined;
	readonly waiting: readonly Waiting[];
	readonly ahead: readonly CardId[];
	/** Answers given so far and not taken back. */
	readonly answered: number;
}

export type Action =
	/** The current card was answered; `due` is when the log now says it comes back. */
	| { readonly kind: 'answer'; readonly due: Due; readonly now: Millis }
	/** An answer was taken back; `due` is when the card was due before it, or none if it was new. */
	| { readonly kind: 'undo'; readonly cardId: CardId; readonly due: Due | undefined };

/** A session at its first card; or at the card where it was left, if that is still to be asked. */
export function startSession(queue: Queue, now: Millis, left?: { readonly cardId?: CardId; readonly answered: number }): Session {
	const start = { current: undefined, waiting: queue.waiting, ahead: queue.ahead, answered: left?.answered ?? 0 };
	return (left?.cardId === undefined ? undefined : take(start, left.cardId)) ?? turn(start, now);
}

/** The session after something happened. */
export function advance(session: Session, action: Action): Session {
	switch (action.kind) {
		case 'answer': {
			if (session.current === undefined) return session;
			const { id } = session.current;
			const waiting = action.due.kind === 'at' ? [...session.waiting, { id, at: action.due.at }] : session.waiting;
			return turn({ ...session, waiting, answered: session.answered + 1 }, action.now);
		}
		case 'undo': {
			const { waiting, ahead } = putBack(session);
			return {
				waiting: waiting.filter(({ id }) => id !== action.cardId),
				ahead: ahead.filter((id) => id !== action.cardId),
				current: { id: action.cardId, ...(action.due?.kind === 'at' ? { waitedUntil: action.due.at } : {}) },
				answered: Math.max(0, session.answered - 1)
			};
		}
	}
}

/** How many cards the session still holds, the current one included. */
export function remaining({ current, waiting, ahead }: Session): number {
	return (current ? 1 : 0) + waiting.length + ahead.length;
}

/** Turns to the next card: one whose wait is over, else the next of the row, else the one whose wait ends first. */
function turn(session: Session, now: Millis): Session {
	const first = session.waiting.reduce<Waiting | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
	const next = first !== undefined && first.at <= now ? first.id : (session.ahead[0] ?? first?.id);
	return (next === undefined ? undefined : take(session, next)) ?? { ...session, current: undefined };
}

/** The session with a card of its own on the screen; undefined if it does not hold that card. */
function take(session: Session, cardId: CardId): Session | undefined {
	const waited = session.waiting.find(({ id }) => id === cardId);
	if (waited === undefined && !session.ahead.includes(cardId)) return undefined;
	return {
		...session,
		current: { id: cardId, ...(waited === undefined ? {} : { waitedUntil: waited.at }) },
		waiting: session.waiting.filter(({ id }) => id !== cardId),
		ahead: session.ahead.filter((id) => id !== cardId)
	};
}

/** The session with the card on the screen back where it came from. */
function putBack(session: Session): Pick<Session, 'waiting' | 'ahead'> {
	const { current, waiting, ahead } = session;
	if (current === undefined) return session;
	return current.waitedUntil === undefined
		? { waiting, ahead: [current.id, ...ahead] }
		: { waiting: [...waiting, { id: current.id, at: current.waitedUntil }], ahead };
}
