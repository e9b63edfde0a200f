import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Queue } from '#lib/core/session/queue.ts';
import { advance, remaining, startSession, type Session } from '#lib/core/session/session.ts';

const id = (name: string) => `d/${name}/main` as CardId;
const LATER = { kind: 'day', day: 20_005 } as const;
const queue: Queue = { ahead: [id('a'), id('b'), id('c')], waiting: [{ id: id('w'), at: 500 }], fresh: 0, uses: 0 };

function held({ current, waiting, ahead }: Session): CardId[] {
	return [...(current ? [current.id] : []), ...waiting.map((one) => one.id), ...ahead];
}

describe('a session', () => {
	test('takes a card whose wait is over before the row', () => {
		expect(startSession(queue, 500).current?.id).toBe(id('w'));
		expect(startSession(queue, 499).current?.id).toBe(id('a'));
	});
	test('goes on where it was left, if that card is still to be asked', () => {
		expect(startSession(queue, 0, { cardId: id('b'), answered: 7 })).toMatchObject({ current: { id: id('b') }, answered: 7 });
		expect(startSession(queue, 0, { cardId: id('gone'), answered: 7 })).toMatchObject({ current: { id: id('a') }, answered: 7 });
		expect(startSession(queue, 0, { answered: 7 })).toMatchObject({ current: { id: id('a') }, answered: 7 });
	});
	test('brings a card back when its wait is over, earlier when nothing else is left', () => {
		let session = startSession({ ahead: [id('a'), id('b')], waiting: [], fresh: 0, uses: 0 }, 0);
		session = advance(session, { kind: 'answer', due: { kind: 'at', at: 600 }, now: 10 });
		expect(session.current?.id).toBe(id('b'));
		session = advance(session, { kind: 'answer', due: LATER, now: 20 });
		expect(session.current).toEqual({ id: id('a'), waited: { id: id('a'), at: 600 } });
	});
	test('ends when every card rests until another day', () => {
		let session = startSession(queue, 0);
		for (let count = 0; count < 4; count += 1) session = advance(session, { kind: 'answer', due: LATER, now: 10 });
		expect(session.current).toBeUndefined();
		expect(remaining(session)).toBe(0);
		expect(session.answered).toBe(4);
	});
	test('brings back what the student was sure of and wrong about before the others that return', () => {
		let session = startSession({ ahead: [id('a'), id('b'), id('c')], waiting: [], fresh: 0, uses: 0 }, 0);
		session = advance(session, { kind: 'answer', due: { kind: 'at', at: 60 }, now: 10 });
		session = advance(session, { kind: 'answer', due: { kind: 'at', at: 70 }, now: 20, slip: true });
		session = advance(session, { kind: 'answer', due: LATER, now: 100 });
		expect(session.current?.id).toBe(id('b'));
	});
	test('goes on without a card that is put away, and back to it when that is taken back', () => {
		const start = startSession(queue, 0);
		const dropped = advance(start, { kind: 'drop', now: 0 });
		expect(held(dropped)).not.toContain(id('a'));
		expect(dropped).toMatchObject({ current: { id: id('b') }, answered: 0 });
		const back = advance(dropped, { kind: 'back', cardId: id('a'), due: undefined });
		expect(back).toMatchObject({ current: { id: id('a') }, answered: 0, past: [] });
		expect([...held(back)].sort()).toEqual([...held(start)].sort());
	});
	test('keeps the recall and the use of a concept five cards apart, where there are other cards', () => {
		const use = 'd/a/use' as CardId;
		const others = ['b', 'c', 'e', 'f', 'g', 'h'].map(id);
		let session = startSession({ ahead: [id('a'), use, ...others], waiting: [], fresh: 0, uses: 1 }, 0);
		const asked: CardId[] = [];
		while (session.current) {
			asked.push(session.current.id);
			session = advance(session, { kind: 'answer', due: LATER, now: 10 });
		}
		expect(asked.indexOf(use)).toBe(6);
		expect(asked).toHaveLength(8);
	});
	test('after a run through a scenario no longer asks the other use cards that it counted for', () => {
		const [one, two] = ['d/a/use', 'd/b/use'] as [CardId, CardId];
		const session = startSession({ ahead: [one, two, id('c')], waiting: [], fresh: 0, uses: 2 }, 0);
		expect(advance(session, { kind: 'ran', counted: [one, two], now: 5 })).toMatchObject({
			current: { id: id('c') },
			ahead: [],
			answered: 1
		});
	});
	test('keeps every concept that a run counted for from its recall, five cards long', () => {
		const [one, two] = ['d/a/use', 'd/b/use'] as [CardId, CardId];
		const session = startSession({ ahead: [one, id('b'), id('c')], waiting: [], fresh: 0, uses: 1 }, 0);
		expect(advance(session, { kind: 'ran', counted: [one, two], now: 5 }).current?.id).toBe(id('c'));
	});
	test('that starts again still knows what was answered before: what stands apart, and what comes back first', () => {
		const waiting = [
			{ id: id('w'), at: 10 },
			{ id: id('slip'), at: 20 }
		];
		const behind = { turns: [['d/a/use' as CardId]], slips: new Set([id('slip')]) };
		const session = startSession({ ahead: [id('a'), id('b')], waiting, fresh: 0, uses: 0 }, 15, undefined, behind);
		expect(session.current?.id).toBe(id('w'));
		const next = advance(session, { kind: 'answer', due: LATER, now: 16 });
		expect(next.current?.id).toBe(id('b'));
		const both = startSession({ ahead: [], waiting, fresh: 0, uses: 0 }, 30, undefined, behind);
		expect(both.current?.id).toBe(id('slip'));
	});
	test('remembers of a card that an undo brings back that the student had been sure, and wrong', () => {
		const session = startSession({ ahead: [id('a'), id('b')], waiting: [], fresh: 0, uses: 0 }, 0);
		const answered = advance(session, { kind: 'answer', due: LATER, now: 1 });
		const back = advance(answered, { kind: 'undo', cardId: id('a'), due: { kind: 'at', at: 7 }, slip: true });
		expect(back.current?.waited).toEqual({ id: id('a'), at: 7, slip: true });
	});
	test('goes on to the next card when one is put away', () => {
		const session = advance(startSession(queue, 0), { kind: 'drop', now: 0 });
		expect(session).toMatchObject({ current: { id: id('b') }, answered: 0 });
	});
	test('of an empty queue is over at once', () => {
		expect(startSession({ ahead: [], waiting: [], fresh: 0, uses: 0 }, 0).current).toBeUndefined();
	});
});

describe('undo', () => {
	test('shows the card again and puts the one on the screen back where it came from', () => {
		const start = startSession(queue, 0);
		const next = advance(start, { kind: 'answer', due: LATER, now: 10 });
		const back = advance(next, { kind: 'undo', cardId: id('a'), due: undefined });
		expect(back).toEqual(start);
	});
	test('of any number of answers goes back to the start', () => {
		const due = fc.oneof(
			fc.constant(LATER),
			fc.integer({ min: 1, max: 2000 }).map((at) => ({ kind: 'at', at }) as const)
		);
		fc.assert(
			fc.property(fc.array(due, { maxLength: 12 }), (dues) => {
				const past: Session[] = [];
				let session = startSession(queue, 0);
				for (const [index, one] of dues.entries()) {
					if (!session.current) break;
					past.push(session);
					session = advance(session, { kind: 'answer', due: one, now: index * 100 });
				}
				for (const before of past.reverse()) {
					const { id: cardId, waited } = before.current ?? { id: id('none') };
					session = advance(session, {
						kind: 'undo',
						cardId,
						due: waited === undefined ? undefined : { kind: 'at', at: waited.at }
					});
					expect(session.current).toEqual(before.current);
					expect(session.ahead).toEqual(before.ahead);
					expect(new Set(session.waiting.map((one) => JSON.stringify(one)))).toEqual(
						new Set(before.waiting.map((one) => JSON.stringify(one)))
					);
					expect(session.answered).toBe(before.answered);
				}
			})
		);
	});
	test('of a card that this session never held brings it in', () => {
		const session = advance(startSession(queue, 0), { kind: 'undo', cardId: id('z'), due: LATER });
		expect(session.current).toEqual({ id: id('z') });
		expect(held(session)).toHaveLength(5);
	});
});
