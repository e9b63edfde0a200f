// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeBackup } from '#lib/app/backup/make-backup.ts';
import { EDITIONS } from '#lib/app/backup/names.ts';
import { lastRestored } from '#lib/app/backup/restore.ts';
import { Restoring, type Stage } from '#lib/app/backup/restoring.svelte.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { openStore } from '#lib/store/open.ts';
import { reviewsOn } from '../../../logs.ts';
import { told } from '../../told.ts';

vi.mock('virtual:library', async () => (await import('../fixture-library.ts')).libraryOf('tests/stories/scenario-decks'));

const old = reviewsOn(20_000, 0, 40);
const recent = reviewsOn(Math.floor(Date.now() / 86_400_000), 500, 5);
let count = 0;

async function journalWith(entries: readonly Entry[] = []): Promise<Journal> {
	count += 1;
	const journal = await Journal.on(await openStore(`device-${count}`));
	if (entries.length > 0) await journal.append(...entries);
	return journal;
}

function stageOf<Kind extends Stage['kind']>(restoring: Restoring, kind: Kind): Extract<Stage, { kind: Kind }> {
	expect(restoring.stage.kind).toBe(kind);
	return restoring.stage as Extract<Stage, { kind: Kind }>;
}

/** What a page shows must be what its log says, and what the next page will show. */
async function expectLog(journal: Journal, entries: readonly Entry[]): Promise<void> {
	expect(await journal.entries()).toEqual(merge(entries, []));
	expect(told(journal.progress)).toBe(told(fold(entries)));
	const again = await Journal.on(journal.store);
	expect(told(again.progress)).toBe(told(fold(entries)));
}

beforeEach(() => {
	vi.stubGlobal('navigator', {});
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('a backup of one device', () => {
	test('brings everything to another one, where it is shown before it is added, and can be taken back', async () => {
		const phone = await journalWith([...old, ...recent]);
		await phone.settings.set('theme', 'dark');
		const { file, answers } = await makeBackup(phone);
		expect(file.name).toMatch(/^entente-\d{4}-\d\d-\d\d\.entente$/);
		expect(answers).toBe(45);

		const laptop = await journalWith([...recent.slice(0, 2), ...reviewsOn(20_001, 900, 3)]);
		const mine = await laptop.entries();
		const restoring = new Restoring(laptop);
		await restoring.read(file);
		const { preview, damage } = stageOf(restoring, 'preview');
		expect(damage).toBeUndefined();
		expect(preview.news).toMatchObject({ entries: 43, answers: 43, known: 2 });
		await expectLog(laptop, mine);

		await restoring.confirm();
		stageOf(restoring, 'done');
		const all = merge(mine, [...old, ...recent]);
		await expectLog(laptop, all);
		expect(laptop.kept).toBe(48);
		expect(await laptop.settings.get('theme')).toBe('dark');

		await restoring.takeBack();
		stageOf(restoring, 'taken-back');
		await expectLog(laptop, mine);
		expect(await laptop.settings.get('theme')).toBeUndefined();
		expect(await lastRestored(laptop)).toBeUndefined();
	});
	test('can be taken back after a restart too, and leaves what was answered meanwhile', async () => {
		const { file } = await makeBackup(await journalWith([...old]));
		const laptop = await journalWith([...recent]);
		const restoring = new Restoring(laptop);
		await restoring.read(file);
		await restoring.confirm();
		const later = reviewsOn(Math.floor(Date.now() / 86_400_000), 700, 2).map((review, index) => ({ ...review, at: Date.now() + index }));
		await laptop.append(...later);
		const again = await Journal.on(laptop.store);
		const other = new Restoring(again);
		await vi.waitFor(() => {
			expect(other.last?.answers).toBe(40);
		});
		await other.takeBack();
		await expectLog(again, merge([...recent], later));
	});
	test('holds an answer that could not be saved', async () => {
		const phone = await journalWith([...old]);
		vi.spyOn(phone.store.log, 'append').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
		void phone.append(...recent);
		const { file } = await makeBackup(phone);
		const laptop = await journalWith();
		const restoring = new Restoring(laptop);
		await restoring.read(file);
		await restoring.confirm();
		await expectLog(laptop, [...old, ...recent]);
	});
	test('keeps what belongs to a device at home, and overwrites no setting', async () => {
		const phone = await journalWith([...old]);
		for (const name of ['theme', 'place', 'clock', 'backup', 'backup-file', 'restored'])
			await phone.settings.set(name, { of: 'the phone' });
		await phone.settings.set('size', 3);
		const laptop = await journalWith();
		await laptop.settings.set('theme', 'light');
		const restoring = new Restoring(laptop);
		await restoring.read((await makeBackup(phone)).file);
		await restoring.confirm();
		const { restored, editions, ...rest } = Object.fromEntries(await laptop.settings.all());
		expect(rest).toEqual({ theme: 'light', size: 3 });
		expect(restored).toMatchObject({ entries: 40, settings: ['size'] });
		expect(editions).toEqual({});
	});
	test('brings the text that a deck had, so that its cards keep their history, and puts back what was here', async () => {
		const phone = await journalWith([...old]);
		await phone.store.texts.set('gone-deck', '{"old":true}');
		await phone.settings.set(EDITIONS, { 'gone-deck': 'v1' });
		const laptop = await journalWith();
		await laptop.store.texts.set('gone-deck', '{"new":true}');
		await laptop.settings.set(EDITIONS, { 'gone-deck': 'v2' });
		const restoring = new Restoring(laptop);
		await restoring.read((await makeBackup(phone)).file);
		await restoring.confirm();
		expect(await laptop.store.texts.get('gone-deck')).toBe('{"old":true}');
		expect(await laptop.settings.get(EDITIONS)).toEqual({ 'gone-deck': 'v1' });
		await restoring.takeBack();
		expect(await laptop.store.texts.get('gone-deck')).toBe('{"new":true}');
		expect(await laptop.settings.get(EDITIONS)).toEqual({ 'gone-deck': 'v2' });
	});
	test('is compared with what is here in a rehearsal, which changes nothing', async () => {
		const phone = await journalWith([...old]);
		const { file } = await makeBackup(phone);
		await phone.append(...recent);
		const restoring = new Restoring(phone);
		await restoring.read(file, true);
		expect(stageOf(restoring, 'checked').compared).toMatchObject({ onlyHere: { entries: 5, answers: 5 }, onlyThere: { entries: 0 } });
		await expectLog(phone, [...old, ...recent]);
	});
});

describe('a restore that cannot be done', () => {
	test('for want of room adds nothing at all and says so', async () => {
		const phone = await journalWith([...old]);
		await phone.settings.set('theme', 'dark');
		const { file } = await makeBackup(phone);
		const laptop = await journalWith([...recent]);
		const restoring = new Restoring(laptop);
		await restoring.read(file);
		const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: { name: string }, ...given: unknown[]) {
			if (this.name === 'segments') throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, given);
		} as never);
		await restoring.confirm();
		vi.restoreAllMocks();
		expect(stageOf(restoring, 'refused').said).toMatchObject({
			what: 'The storage of this device is full.',
			todo: expect.stringMatching(/^Nothing was added/) as string
		});
		await expectLog(laptop, recent);
		expect(await laptop.settings.all()).toEqual(new Map());
	});
	test('for a file that cannot be read says what to do', async () => {
		const laptop = await journalWith();
		const restoring = new Restoring(laptop);
		const file = new File(['Entente'], 'x.entente');
		vi.spyOn(file, 'slice').mockImplementation(() => {
			throw new DOMException('gone', 'NotReadableError');
		});
		await restoring.read(file);
		expect(stageOf(restoring, 'refused').said.what).toBe('The device could not read this file.');
	});
	test('offers what is sound of a damaged backup, and names what is missing', async () => {
		const phone = await journalWith([...old]);
		await phone.settings.set('theme', 'dark');
		const bytes = new Uint8Array(await (await makeBackup(phone)).file.arrayBuffer());
		const restoring = new Restoring(await journalWith());
		await restoring.read(new File([bytes.subarray(0, bytes.length - 20)], 'cut.entente'));
		const { preview, damage } = stageOf(restoring, 'preview');
		expect(preview.news.answers).toBe(40);
		expect(damage?.what).toBe('This backup is damaged: the file ends before it should. Missing: settings or texts of decks.');
	});
	test('of a file that is no backup leaves everything as it is', async () => {
		const laptop = await journalWith([...recent]);
		const restoring = new Restoring(laptop);
		await restoring.read(new File(['Dear diary'], 'diary.txt'));
		expect(stageOf(restoring, 'refused').said.what).toMatch(/^This is not a backup of Entente\./);
		restoring.cancel();
		stageOf(restoring, 'idle');
		await expectLog(laptop, recent);
	});
});
