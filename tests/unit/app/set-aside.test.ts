import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { now } from '#lib/app/clock.ts';
import { makeBackup } from '#lib/app/backup/make-backup.ts';
import { OwnFile } from '#lib/app/backup/own-file.svelte.ts';
import { Safety } from '#lib/app/backup/safety.svelte.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';
import { segmentId } from '#lib/store/sound.ts';
import { reviewsOn, segmentOf } from '../../logs.ts';
import { told } from '../log-arbitraries.ts';

const lost = reviewsOn(20_000, 100, 15);
const here = reviewsOn(20_020, 0, 3);
const bytes = packSegment(lost);
const LOST = { head: { reviews: 15, firstDay: 20_000, lastDay: 20_000 } };

/** A store whose checkpoint counts a part of the log, which has been damaged since; nobody has noticed. */
async function damagedStore(): Promise<Store> {
	const store = memoryStore('refused');
	await store.log.append(here);
	await store.log.addSegments([bytes]);
	await (await Journal.on(store)).tidy();
	const damaged = bytes.slice();
	damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 1;
	const id = await segmentId(bytes);
	const { checkpoint } = await store.log.open();
	if (checkpoint === undefined) throw new Error('no checkpoint');
	await store.log.takeOut([id], { settings: new Map(), texts: new Map() });
	await store.log.restore([{ id, bytes: damaged, head: segmentOf(lost).head }], { settings: new Map(), texts: new Map() });
	await store.log.keepCheckpoint(checkpoint.bytes, checkpoint.end);
	return store;
}

/** The journal as a start finds it: it counts everything, the log is not read. */
async function unaware(): Promise<{ readonly store: Store; readonly journal: Journal }> {
	const store = await damagedStore();
	const journal = await Journal.on(store);
	expect(journal.progress.answers).toBe(18);
	expect(journal.setAside.parts).toEqual([]);
	return { store, journal };
}

// What jsdom has of streams is not whole; what does not pack writes plain.
beforeEach(() => {
	vi.stubGlobal('CompressionStream', undefined);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a damaged part of the log', () => {
	test.each([
		['the history of a card', (journal: Journal) => journal.entries()],
		['a backup', (journal: Journal) => makeBackup(journal)],
		['a comparison', (journal: Journal) => journal.store.log.readWhole()]
	])('that %s comes upon is told to the page that is open, which counts what the log holds', async (_, read) => {
		const { store, journal } = await unaware();
		const onkept = vi.fn();
		journal.onkept = onkept;
		await read(journal);
		await journal.caughtUp();
		expect(journal.setAside.parts).toMatchObject([LOST]);
		expect(told(journal.progress)).toBe(told(fold(await store.log.read())));
		expect(journal.kept).toBe(3);
		expect(onkept).toHaveBeenCalledTimes(1);
	});
	test('is counted the same at the next start, with a checkpoint and without one', async () => {
		const { store, journal } = await unaware();
		await Promise.all([store.log.readWhole(), journal.tidy()]);
		await journal.caughtUp();
		const without = await Journal.on(store);
		expect(told(without.progress)).toBe(told(fold(here)));
		await without.tidy();
		const readWhole = vi.spyOn(store.log, 'readWhole');
		const again = await Journal.on(store);
		expect(readWhole).not.toHaveBeenCalled();
		expect(told(again.progress)).toBe(told(without.progress));
	});
	test('is named at every start, without a look at the whole log, until the student knows', async () => {
		const { store } = await unaware();
		await store.log.readWhole();
		await (await Journal.on(store)).tidy();
		for (const count of [1, 2]) {
			const readWhole = vi.spyOn(store.log, 'readWhole');
			const journal = await Journal.on(store);
			await journal.setAside.look(store);
			expect(journal.setAside.news, `start ${count}`).toMatchObject([LOST]);
			expect(readWhole).not.toHaveBeenCalled();
			if (count === 2) await journal.setAside.acknowledge(store);
		}
		const journal = await Journal.on(store);
		await journal.setAside.look(store);
		expect(journal.setAside.news).toEqual([]);
		expect(journal.setAside.parts).toMatchObject([LOST]);
		journal.setAside.add([{ id: 'another', head: segmentOf(here).head }]);
		expect(journal.setAside.news).toMatchObject([{ id: 'another' }]);
	});
	test('is named no more when its answers are back', async () => {
		const { store, journal } = await unaware();
		await store.log.readWhole();
		await journal.caughtUp();
		await store.log.addSegments([bytes]);
		await journal.reread();
		expect(journal.setAside.parts).toEqual([]);
		expect(journal.progress.answers).toBe(18);
	});
	test('is missing in a backup, which says so and does not count it', async () => {
		const { journal } = await unaware();
		const { answers, without } = await makeBackup(journal);
		expect(answers).toBe(3);
		expect(without).toMatchObject([LOST]);
	});
	test('that an earlier backup holds does not hide what was answered since', async () => {
		const { journal } = await unaware();
		const safety = await Safety.of(journal);
		await safety.saved({ at: now(), answers: 18, without: [] });
		expect(safety.unsaved).toBe(0);
		await journal.store.log.readWhole();
		await journal.caughtUp();
		expect([safety.unsaved, safety.lacks]).toEqual([0, false]);
		await journal.append({ ...here[0], id: 'new', at: now(), day: 20_021, cardId: 'd/new/main' as CardId } as never);
		expect(safety.unsaved).toBe(1);
		await safety.saved(await makeBackup(journal));
		expect([safety.unsaved, safety.lacks]).toEqual([0, true]);
		const later = await Safety.of(journal);
		expect([later.unsaved, later.lacks]).toEqual([0, true]);
	});
	test('keeps the file that is written by itself as it is, until the student wants it written or the answers are back', async () => {
		const written: File[] = [];
		const handle = {
			name: 'mine.entente',
			createWritable: () =>
				Promise.resolve({
					write: (file: File) => Promise.resolve(void written.push(file)),
					close: () => Promise.resolve()
				})
		};
		vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(handle));
		const { store, journal } = await unaware();
		// As in a browser that keeps things.
		vi.spyOn(journal, 'notKept', 'get').mockReturnValue(undefined);
		await store.settings.set('backup-file', handle);
		const file = await OwnFile.of(journal, await Safety.of(journal));
		expect(file.state).toBe('ready');
		await file.write();
		expect([file.state, written.length]).toEqual(['held', 0]);
		const again = await OwnFile.of(journal, await Safety.of(journal));
		expect(again.state).toBe('held');

		await again.allow();
		expect([again.state, written.length]).toEqual(['ready', 1]);
		await again.write();
		expect(written).toHaveLength(2);

		await store.settings.set('backup-file-without', undefined);
		await store.log.addSegments([bytes]);
		await journal.reread();
		await file.write();
		expect([file.state, written.length]).toEqual(['ready', 3]);
	});
});
