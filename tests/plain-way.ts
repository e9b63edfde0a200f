import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { NOTE, type Note } from '#lib/store/copy.ts';
import { Database } from '#lib/store/database.ts';
import { dexieCopy } from '#lib/store/dexie-copy.ts';
import { addPlainly, putPlainly } from '#lib/store/plainly.ts';
import { dexieSettings } from '#lib/store/settings.ts';
import { review } from './logs.ts';

let count = 0;

/** An open database that no other test uses. */
async function opened(): Promise<Database> {
	const database = new Database(`plain-${count++}`, indexedDB);
	await database.open();
	return database;
}

/** A contract where writing in the browser's own terms is refused and Dexie's way does all. */
export function withoutPlainWay(contract: () => void): void {
	describe('where nothing is written plainly', () => {
		const asked = vi.fn((): IDBDatabase => {
			throw new DOMException('Refused by the test.', 'InvalidStateError');
		});
		beforeAll(() => {
			vi.spyOn(Database.prototype, 'backendDB').mockImplementation(asked);
		});
		afterAll(() => {
			vi.restoreAllMocks();
			// Else the way that is refused is no longer gone first, and this was a second run of the same.
			expect(asked).toHaveBeenCalled();
		});
		contract();
	});
}

/** What writing in the browser's own terms promises, and that it is the way which answers go. */
export function plainWay(name: string): void {
	const [ONE, TWO, THREE] = [review('a', 10), review('b', 20), review('c', 30)];
	const broken = { ...THREE, at: Symbol('not storable') as unknown as number };
	const noteAt = ({ at, id }: Entry): Note => ({ end: { at, id }, mark: 'm' });

	describe(`an answer written plainly in ${name}`, () => {
		test('is written without any transaction of Dexie, as a setting is', async () => {
			const database = await opened();
			const copy = dexieCopy(database);
			await copy.append([ONE]);
			const byDexie = [vi.spyOn(database, 'transaction'), vi.spyOn(database.settings, 'put')];
			await copy.append([TWO, THREE]);
			await dexieSettings(database).set('theme', 'dark');
			for (const way of byDexie) expect(way).not.toHaveBeenCalled();
			expect(await database.entries.toArray()).toEqual([ONE, TWO, THREE]);
			expect(await database.settings.get('theme')).toBe('dark');
		});
		test('goes with all the others of its entries, or none does', async () => {
			const database = await opened();
			expect(await addPlainly(database, [TWO])).toBe(true);
			expect(await addPlainly(database, [ONE, TWO, THREE])).toBe(false);
			expect(await addPlainly(database, [ONE, broken])).toBe(false);
			expect(await database.entries.toArray()).toEqual([TWO]);
		});
		test('is not written where the checkpoint covers it, and is behind its end', async () => {
			const database = await opened();
			await database.derived.put(noteAt(TWO), NOTE);
			expect(await addPlainly(database, [ONE])).toBe(false);
			expect(await addPlainly(database, [TWO])).toBe(false);
			expect(await addPlainly(database, [THREE, ONE])).toBe(false);
			expect(await database.entries.count()).toBe(0);
			expect(await addPlainly(database, [THREE])).toBe(true);
			expect(await database.entries.toArray()).toEqual([THREE]);
			expect(await database.derived.get(NOTE)).toEqual(noteAt(TWO));
		});
		test('is not written into a database that was closed', async () => {
			const database = await opened();
			database.close();
			expect(await addPlainly(database, [ONE])).toBe(false);
			expect(await putPlainly(database, 'settings', 'theme', 'dark')).toBe(false);
		});
		test('leaves a setting as it was, where the new value cannot be stored', async () => {
			const database = await opened();
			expect(await putPlainly(database, 'settings', 'theme', 'light')).toBe(true);
			expect(await putPlainly(database, 'settings', 'theme', Symbol('not storable'))).toBe(false);
			expect(await database.settings.get('theme')).toBe('light');
		});
	});
}
