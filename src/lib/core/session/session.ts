import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Millis } from '#lib/core/review/entry.ts';
import type { Due } from '#lib/core/schedule/due.ts';
import { NOTHING_BEHIND, type Behind, type Turn } from './behind.ts';
import type { Waiting } from './gather.ts';
import type { Queue } from './queue.ts';
import { isUse } from './siblings.ts';

/** The card on the screen; what it waited for if it came out of its steps. */
export interface Current {
	readonly id: CardId;
	readonly waited?: Waiting;
}

/** A run through a queue. An immutable value. A card stands in one place of it at most: on the screen, in `waiting` or in `ahead`. */
export interface Session {
	readonly current: Current | undefined;
	readonly waiting: readonly Waiting[];
	readonly ahead: readonly CardId[];
	/** Answers given so far and not taken back. */
	readonly answered: number;
	/** What was asked so far, the newest last. */
	readonly past: readonly Turn[];
}

export type Action =
	/** The current card was answered; `due` is when the log now says it comes back, `slip` that the student was sure and wrong. */
	| { readonly kind: 'answer'; readonly due: Due; readonly now: Millis; readonly slip?: boolean }
	/** A run through a scenario ended, which may have counted for more cards than the current one. */
	| { readonly kind: 'ran'; readonly counted: readonly CardId[]; readonly now: Millis }
	/** The current card was put away, or is no longer to be asked for another reason. */
	| { readonly kind: 'drop'; readonly now: Millis }
	/** An answer was taken back; `due` is when the card was due before it, or none if it was new; `slip` as it was before it. */
	| { readonly kind: 'undo'; readonly cardId: CardId; readonly due: Due | undefined; readonly slip?: boolean }
	/** A card that was put away before it was answered is brought back. */
	| { readonly kind: 'back'; readonly cardId: CardId; readonly due: Due | undefined; readonly slip?: boolean };

/** Between the recall and the use of one concept stand so many cards, if there are enough. */
const APART = 5;

/** A session at its first card; or at the card where it was left, if that is still to be asked. @param behind what was answered before */
export function startSession(
	queue: Queue,
	now: Millis,
	left?: { readonly cardId?: CardId; readonly answered: number },
	{ turns, slips }: Behind = NOTHING_BEHIND
): Session {
	const waiting = queue.waiting.map((one) => (slips.has(one.id) ? { ...one, slip: true } : one));
	const start = { current: undefined, waiting, ahead: queue.ahead, answered: left?.answered ?? 0, past: turns };
	return (left?.cardId === undefined ? undefined : take(start, left.cardId)) ?? turn(start, now);
}

/** The session after something happened. */
export function advance(session: Session, action: Action): Session {
	const { current } = session;
	switch (action.kind) {
		case 'answer': {
			if (current === undefined) return session;
			const { due, slip } = action;
			const waiting =
				due.kind === 'at' ? [...session.waiting, { id: current.id, at: due.at, ...(slip ? { slip: true } : {}) }] : session.waiting;
			return turn(asked({ ...session, waiting, answered: session.answered + 1 }), action.now);
		}
		case 'ran': {
			const ahead = session.ahead.filter((id) => !action.counted.includes(id));
			return turn(asked({ ...session, ahead, answered: session.answered + 1 }, action.counted), action.now);
		}
		case 'drop':
			return turn({ ...session, current: undefined }, action.now);
		case 'undo':
		case 'back': {
			const { waiting, ahead } = putBack(session);
			const taken = action.kind === 'undo' ? 1 : 0;
			const slip = action.slip ? { slip: true } : {};
			const waited = action.due?.kind === 'at' ? { waited: { id: action.cardId, at: action.due.at, ...slip } } : {};
			return {
				waiting: waiting.filter(({ id }) => id !== action.cardId),
				ahead: ahead.filter((id) => id !== action.cardId),
				current: { id: action.cardId, ...waited },
				answered: Math.max(0, session.answered - taken),
				past: taken === 0 ? session.past : withoutLast(session.past, action.cardId)
			};
		}
	}
}

/** How many cards the session still holds, the current one included. */
export function remaining({ current, waiting, ahead }: Session): number {
	return (current ? 1 : 0) + waiting.length + ahead.length;
}

/** The cards that will probably be asked next; a few. */
export function comingUp({ waiting, ahead }: Session): readonly CardId[] {
	const first = waiting[firstOf(waiting)];
	return [...ahead.slice(0, 3), ...(first === undefined ? [] : [first.id])];
}

/** The card on the screen lies behind now, with what else its turn counted for. */
function asked(session: Session, counted: readonly CardId[] = []): Session {
	const { current, past } = session;
	return current === undefined ? session : { ...session, current: undefined, past: [...past, [current.id, ...counted]] };
}

function withoutLast(turns: readonly Turn[], id: CardId): readonly Turn[] {
	const at = turns.findLastIndex((ids) => ids.includes(id));
	return at < 0 ? turns : turns.toSpliced(at, 1);
}

/**
 * Turns to the next card: one whose wait is over, else the next of the row, else the one whose wait ends first. Of 100,000 cards it looks
 * at no more than it has to: the student waits for this.
 */
function turn(session: Session, now: Millis): Session {
	const { waiting, ahead, past } = session;
	const apart = apartFrom(past.slice(-APART).flat());
	const returned = firstOf(waiting, ({ id, at }) => at <= now && apart(id));
	if (returned >= 0) return takeWaiting(session, returned);
	const next = ahead.findIndex(apart);
	if (next >= 0) return takeAhead(session, next);
	const near = firstOf(waiting, ({ at }) => at <= now);
	if (near >= 0) return takeWaiting(session, near);
	if (ahead.length > 0) return takeAhead(session, 0);
	const soonest = firstOf(waiting, undefined, isSooner);
	return soonest >= 0 ? takeWaiting(session, soonest) : { ...session, current: undefined };
}

/** Where the one stands that comes first among those that fit: what the student was sure of and wrong about, else the one whose wait ends first. */
function firstOf(waiting: readonly Waiting[], fits?: (one: Waiting) => boolean, before = comesBefore): number {
	let first: Waiting | undefined;
	let found = -1;
	for (let at = 0; at < waiting.length; at++) {
		const one = waiting[at];
		if (one === undefined || (first !== undefined && !before(one, first)) || fits?.(one) === false) continue;
		first = one;
		found = at;
	}
	return found;
}

function comesBefore(a: Waiting, b: Waiting): boolean {
	const slipped = a.slip === true;
	return slipped === (b.slip === true) ? isSooner(a, b) : slipped;
}

function isSooner(a: Waiting, b: Waiting): boolean {
	return a.at < b.at;
}

/**
 * Whether a card is not the other side of a concept that was asked just now: its recall before its use, or its use before its recall.
 * Asked of every card that waits, so it looks at a card's note only where that can matter.
 */
function apartFrom(recent: readonly CardId[]): (id: CardId) => boolean {
	const uses = new Set(recent.filter(isUse).map(noteKey));
	const recalls = new Set(recent.filter((id) => !isUse(id)).map(noteKey));
	return (id) => {
		const others = isUse(id) ? recalls : uses;
		return others.size === 0 || !others.has(noteKey(id));
	};
}

/** The session with a card of its own on the screen; undefined if it does not hold that card. */
function take(session: Session, cardId: CardId): Session | undefined {
	const waiting = session.waiting.findIndex(({ id }) => id === cardId);
	if (waiting >= 0) return takeWaiting(session, waiting);
	const ahead = session.ahead.indexOf(cardId);
	return ahead >= 0 ? takeAhead(session, ahead) : undefined;
}

function takeWaiting(session: Session, at: number): Session {
	const waited = session.waiting[at];
	if (waited === undefined) return session;
	return { ...session, current: { id: waited.id, waited }, waiting: session.waiting.toSpliced(at, 1) };
}

function takeAhead(session: Session, at: number): Session {
	const id = session.ahead[at];
	if (id === undefined) return session;
	return { ...session, current: { id }, ahead: at === 0 ? session.ahead.slice(1) : session.ahead.toSpliced(at, 1) };
}

/** The session with the card on the screen back where it came from. */
function putBack(session: Session): Pick<Session, 'waiting' | 'ahead'> {
	const { current, waiting, ahead } = session;
	if (current === undefined) return session;
	return current.waited === undefined ? { waiting, ahead: [current.id, ...ahead] } : { waiting: [...waiting, current.waited], ahead };
}
