import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Entry, EntryId } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import type { LogStore } from '#lib/store/log-store.ts';
import { memoryLog } from '#lib/store/memory-log.ts';
import { mirroredLog } from '#lib/store/mirrored-log.ts';
import { openStore } from '#lib/store/open.ts';
import { logArb } from '../log-arbitraries.ts';

const entry = (id: string): Entry => ({ kind: 'x', id: id as EntryId, at: 1 });

async function holding(entries: readonly Entry[]): Promise<LogStore> {
	const log = memoryLog();
	await log.append(entries);
	return log;
}

describe('two copies of the log', () => {
	test('read as their union, and both have it afterwards, whatever either had lost', async () => {
		await fc.assert(
			fc.asyncProperty(logArb, fc.func(fc.integer({ min: 0, max: 2 })), async (log, where) => {
				const first = await holding(log.filter((one) => where(one.id) !== 1));
				const second = await holding(log.filter((one) => where(one.id) !== 2));
				const whole = merge(log, []);
				expect(await mirroredLog(first, second).read()).toEqual(whole);
				expect(await first.read()).toEqual(whole);
				expect(await second.read()).toEqual(whole);
			}),
			{ numRuns: 50 }
		);
	});

	test('are written one after the other, and an entry is kept when both have it', async () => {
		const order: string[] = [];
		let release: (() => void) | undefined;
		const slow: LogStore = {
			read: () => Promise.resolve([]),
			append: async () => {
				order.push('first begins');
				await new Promise<void>((resolve) => {
					release = resolve;
				});
				order.push('first has it');
			}
		};
		const second: LogStore = {
			read: () => Promise.resolve([]),
			append: () => {
				order.push('second has it');
				return Promise.resolve();
			}
		};
		const kept = mirroredLog(slow, second)
			.append([entry('a')])
			.then(() => order.push('kept'));
		await vi.waitUntil(() => release !== undefined);
		release?.();
		await kept;
		expect(order).toEqual(['first begins', 'first has it', 'second has it', 'kept']);
	});

	test('go on as one where the second refuses', async () => {
		const first = memoryLog();
		const refusing: LogStore = { read: () => Promise.reject(new Error('no')), append: () => Promise.reject(new Error('no')) };
		const log = mirroredLog(first, refusing);
		expect(await log.read()).toEqual([]);
		await log.append([entry('a')]);
		expect(await first.read()).toEqual([entry('a')]);
	});

	test('fail as one where the first refuses: the entry is not called kept', async () => {
		const refusing: LogStore = { read: () => Promise.resolve([]), append: () => Promise.reject(new Error('full')) };
		await expect(mirroredLog(refusing, memoryLog()).append([entry('a')])).rejects.toThrow('full');
	});
});

describe('the store where the browser has a second set of files', () => {
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	/** A browser with two independent factories, either of which can be wiped, as Chromium wipes a damaged one. */
	function browser() {
		const files = { usual: new IDBFactory(), bucket: new IDBFactory() };
		vi.stubGlobal('indexedDB', files.usual);
		vi.stubGlobal('navigator', { storageBuckets: { open: () => Promise.resolve({ indexedDB: files.bucket }) } });
		return {
			wipe: (which: 'usual' | 'bucket') => {
				files[which] = new IDBFactory();
				vi.stubGlobal('indexedDB', files.usual);
			}
		};
	}

	test.each(['usual', 'bucket'] as const)('the log survives the loss of the %s files, time after time', async (which) => {
		const { wipe } = browser();
		for (const id of ['a', 'b', 'c']) {
			const store = await openStore('mirror');
			await store.log.read();
			await store.log.append([entry(id)]);
			store.close();
			wipe(which);
		}
		const store = await openStore('mirror');
		expect((await store.log.read()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		store.close();
	});

	test('a database that does not open the first time is opened again', async () => {
		const flaky = new IDBFactory();
		const healthy = new IDBFactory();
		let calls = 0;
		flaky.databases = () => {
			calls += 1;
			return calls === 1 ? Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')) : healthy.databases();
		};
		vi.stubGlobal('indexedDB', flaky);
		const store = await openStore('flaky');
		expect(store.notKept).toBeUndefined();
		expect(calls).toBe(2);
		store.close();
	});
});
