// @vitest-environment node
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { merge } from '#lib/core/review/log.ts';
import { reviewsOn } from '../../logs.ts';
import { databaseFiles } from './disks.ts';
import { Machine, type Act } from './machine.ts';

const mine = [...reviewsOn(10, 0, 8), ...reviewsOn(12, 20, 6), ...reviewsOn(9, 40, 3)];
const theirs = merge(reviewsOn(8, 100, 5), mine.slice(2, 6));
const backedUp = merge(reviewsOn(7, 200, 5), [...mine.slice(0, 3), ...theirs.slice(0, 2)]);
/** Everything that a log goes through. Behind each of these, both copies are mended where they must be. */
const STORY: readonly Act[] = [
	{ kind: 'append', count: 5 },
	{ kind: 'append', count: 3 },
	{ kind: 'rest' },
	{ kind: 'checkpoint' },
	{ kind: 'append', count: 6 },
	{ kind: 'seal', before: 12 },
	{ kind: 'restart' },
	{ kind: 'append', count: 3 },
	{ kind: 'receive', entries: theirs },
	{ kind: 'seal', before: 12 },
	{ kind: 'restore', entries: backedUp },
	{ kind: 'checkpoint' },
	{ kind: 'take-out' },
	{ kind: 'restore', entries: backedUp },
	{ kind: 'rest' },
	{ kind: 'wipe', which: 'first' },
	{ kind: 'seal', before: 12 },
	{ kind: 'wipe', which: 'second' },
	{ kind: 'verify' }
];

async function machineBefore(at: number, copies: number): Promise<Machine> {
	const machine = new Machine(databaseFiles(), copies === 2 ? databaseFiles() : undefined, mine);
	await machine.start();
	for (const act of STORY.slice(0, at)) await machine.do(act);
	return machine;
}

/** Tells the rest of the story. */
async function goOn(machine: Machine, at: number): Promise<void> {
	await machine.start();
	for (const act of STORY.slice(at + 1)) await machine.do(act);
	await machine.compareCopies();
}

describe.each([1, 2])('with a log in %i copies', (copies) => {
	let kills = 0;

	test.each(STORY.map((act, at) => [at, act.kind] as const))(
		'a kill before or behind any transaction of step %i (%s) loses nothing and counts nothing twice',
		async (at) => {
			for (const tears of copies === 2 ? [false, true] : [false]) {
				for (let moment = 0; ; moment++) {
					const machine = await machineBefore(at, copies);
					const act = STORY[at];
					const isKilled = act !== undefined && (await machine.do(act, moment, tears));
					await goOn(machine, at);
					if (!isKilled) break;
					kills += 1;
				}
			}
		}
	);

	test('killed in all these moments', () => {
		console.log(`${copies} copies: killed in ${kills} moments between transactions`);
		expect(kills).toBeGreaterThan(20 * copies);
	});
});

test('a first copy that was wiped and made again from a torn second one is not torn before that one is found out', async () => {
	const machine = new Machine(databaseFiles(), databaseFiles(), mine);
	await machine.start();
	await machine.do({ kind: 'receive', entries: theirs });
	expect(await machine.do({ kind: 'rest' }, 0, true)).toBe(true); // tears the first
	await machine.start();
	expect(await machine.do({ kind: 'rest' }, 2, true)).toBe(true); // spoils it, and tears the second
	await machine.start();
	await machine.do({ kind: 'verify' });
	expect(await machine.do({ kind: 'append', count: 3 }, 0, true)).toBe(true); // tears the first
	await machine.start();
	await machine.do({ kind: 'append', count: 3 });
	await machine.compareCopies();
});

test('three kills in the first three answers of all leave no two torn copies behind', async () => {
	const machine = new Machine(databaseFiles(), databaseFiles(), mine);
	await machine.start();
	expect(await machine.do({ kind: 'append', count: 1 }, 0, true)).toBe(true); // tears the first
	await machine.start();
	expect(await machine.do({ kind: 'append', count: 1 }, 2, true)).toBe(true); // spoils it, and tears the second, which is empty too
	await machine.start();
	expect(await machine.do({ kind: 'append', count: 1 }, 0, true)).toBe(true); // tears the first
	await machine.start();
	await machine.do({ kind: 'append', count: 1 });
	await machine.compareCopies();
});

describe('a kill within a transaction', () => {
	let kills = 0;

	afterEach(() => {
		vi.restoreAllMocks();
	});

	test.each(STORY.map((act, at) => [at, act.kind] as const))('at any request of step %i (%s) leaves all of it or nothing', async (at) => {
		for (let request = 0; ; request++) {
			const machine = await machineBefore(at, 2);
			const store = dyingStore(request, () => {
				machine.kill();
			});
			const act = STORY[at];
			if (act) await machine.do(act);
			vi.restoreAllMocks();
			await goOn(machine, at);
			if (!store.isDead) break;
			kills += 1;
		}
	});

	test('was tried at all these requests', () => {
		console.log(`killed at ${kills} requests within transactions`);
		expect(kills).toBeGreaterThan(50);
	});
});

/** Lets that many requests that write come through, and no more. */
function dyingStore(requests: number, die: () => void): { isDead: boolean } {
	const store = { isDead: false };
	let left = requests;
	for (const method of ['add', 'put', 'delete'] as const) {
		const original = Reflect.get(IDBObjectStore.prototype, method) as (...given: unknown[]) => IDBRequest;
		vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: unknown, ...given: unknown[]) {
			left -= 1;
			if (left >= 0) return original.apply(this, given);
			store.isDead = true;
			die();
			throw new DOMException('killed', 'AbortError');
		} as never);
	}
	return store;
}
