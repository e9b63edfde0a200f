// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE, LARGEST_PART } from '#lib/core/backup/limits.ts';
import { damageSaid, faultSaid } from '#lib/words/backup-faults.ts';
import { answersFile } from '#lib/core/backup/answers-file.ts';
import { packFrame } from '#lib/core/backup/frame.ts';
import { packPreamble } from '#lib/core/backup/preamble.ts';
import { crc32 } from '#lib/core/review/crc32.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf, packSegment } from '#lib/core/review/segment.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { browserMeans } from '#lib/store/means.ts';
import { reviewsOn, segmentOf } from '../../logs.ts';
import { logArb } from '../log-arbitraries.ts';
import { entriesIn, means, read, SAVED_AT, source, written } from './files.ts';

const old = reviewsOn(20_000, 0, 400);
const older = reviewsOn(19_000, 1000, 300);
const rows = reviewsOn(20_010, 2000, 20);
const stores = { settings: { theme: 'dark', retention: 0.9 }, texts: { power: '# Kraków\n', anarchy: '' } };
const whole = { segments: [packSegment(older), packSegment(old)], rows, stores };
const all = merge([...older, ...old], rows);

/** A log with the fields of each entry in the order in which segments give them: of two with one id the lesser text counts. */
const asGiven = (log: readonly Entry[]) => entriesOf(segmentOf(log));

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(pieces));
}

describe('a backup', () => {
	test('gives back the whole log, settings and texts', async () => {
		const { backup, damage } = await read(await written(whole));
		expect(damage).toBeUndefined();
		expect(entriesIn(backup)).toEqual(all);
		expect(backup?.stores).toEqual(stores);
		expect(backup?.savedAt).toBe(SAVED_AT);
		expect(backup?.parts.slice(0, 2).map(({ bytes }) => bytes)).toEqual(whole.segments);
	});
	test('gives back any log, packed with the streams of a browser', async () => {
		await fc.assert(
			fc.asyncProperty(logArb, logArb, async (sealed, tail) => {
				const bytes = await written({ segments: [packSegment(sealed)], rows: tail }, browserMeans);
				const { backup, damage } = await read(bytes, browserMeans);
				expect(damage).toBeUndefined();
				expect(entriesIn(backup)).toEqual(merge(asGiven(sealed), asGiven(tail)));
			}),
			{ numRuns: 60 }
		);
	});
	test('of nothing at all is sound too', async () => {
		const { backup, damage } = await read(await written({}));
		expect(damage).toBeUndefined();
		expect(backup).toMatchObject({ parts: [], stores: {} });
	});
	test('says in its first lines, in words, what it is, of which day, and what to do with it', async () => {
		const text = new TextDecoder().decode((await written(whole)).subarray(0, 500));
		expect(text.split('\n').slice(0, 4)).toEqual([
			'Entente backup, format 1',
			expect.stringMatching(/^Your answers, your settings .* saved on 2026-11-22 by Entente/),
			expect.stringMatching(/^Keep this file somewhere else .* open Entente, then Settings, then Backup\.$/),
			expect.stringMatching(/^It cannot be read or edited by hand/)
		]);
	});
	test('is a third smaller than what it holds, or more', async () => {
		const segment = packSegment(reviewsOn(20_000, 0, 20_000));
		expect((await written({ segments: [segment] })).length).toBeLessThan(segment.length / 1.5);
	});
	test('is kept unpacked where the browser cannot pack, and read all the same', async () => {
		const plain = { ...means, pack: () => Promise.resolve(undefined), unpack: () => Promise.resolve('cannot' as const) };
		const bytes = await written(whole, plain);
		expect(entriesIn((await read(bytes, plain)).backup)).toEqual(all);
		expect((await read(await written(whole), plain)).fault).toEqual({ kind: 'cannot-unpack' });
	});
});

describe('a damaged backup', () => {
	test('is known by any bit that is turned over', async () => {
		const bytes = await written({ segments: [packSegment(old.slice(0, 30))], rows: rows.slice(0, 3), stores });
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: bytes.length * 8 - 1 }), async (place) => {
				const flipped = bytes.slice();
				flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
				const { damage, fault } = await read(flipped);
				expect(damage ?? fault).toBeDefined();
			}),
			{ numRuns: 1500 }
		);
	});
	test('is known wherever it ends too early, and when something was put behind it', async () => {
		const bytes = await written({ segments: [packSegment(old.slice(0, 30))], rows: rows.slice(0, 3), stores });
		for (let length = 0; length < bytes.length; length += 1) {
			const { damage, fault } = await read(bytes.slice(0, length));
			expect(damage ?? fault, `cut at ${length}`).toBeDefined();
		}
		expect((await read(joined(bytes, new Uint8Array([0])))).damage).toMatchObject({ at: bytes.length, lost: [] });
		expect((await read(joined(bytes, bytes))).damage).toBeDefined();
	});
	test('gives what is sound in it, and names what is not', async () => {
		const bytes = await written(whole);
		const second = findPart(bytes, 1);
		const torn = bytes.slice();
		torn[second + 40] = (torn[second + 40] ?? 0) ^ 4;
		const { backup, damage } = await read(torn);
		expect(entriesIn(backup)).toEqual(merge(older, rows));
		expect(backup?.stores).toEqual(stores);
		expect(damage).toMatchObject({ at: second, isCut: false, isHeadLost: false, lost: [{ kind: 'entries', head: { count: 400 } }] });
		expect(damage && damageSaid(damage)).toEqual({
			what: `This backup is damaged: from byte ${second.toLocaleString('en-GB')} on it is not as it was saved. Missing: 400 entries from 4 October 2024 to 4 October 2024.`,
			todo: 'Copy it again from where you keep it, if you can. What is sound in it can be restored all the same.'
		});
	});
	test('whose first lines are damaged gives every part that is sound', async () => {
		const bytes = await written(whole);
		bytes[100] = 0;
		const { backup, damage } = await read(bytes);
		expect(entriesIn(backup)).toEqual(all);
		expect(damage).toMatchObject({ isHeadLost: true });
		expect(damage && damageSaid(damage).what).toMatch(/its first lines are not as they were saved\. How much is missing cannot be told\./);
	});
	test('that was cut gives the parts before the cut', async () => {
		const bytes = await written(whole);
		const { backup, damage } = await read(bytes.slice(0, findPart(bytes, 1) + 200));
		expect(entriesIn(backup)).toEqual(older);
		expect(damage).toMatchObject({ isCut: true });
		expect(damage && damageSaid(damage).what).toMatch(
			/^This backup is damaged: the file ends before it should\. Missing: 400 entries .*; 20 entries .*; settings or texts of decks/
		);
	});
	test('in which nothing is sound is refused', async () => {
		const bytes = await written(whole);
		const { fault } = await read(bytes.slice(0, findPart(bytes, 0) + 100));
		expect(fault).toMatchObject({ kind: 'nothing-sound' });
		expect(fault && faultSaid(fault).what).toBe('This backup is damaged: the file ends before it should and nothing in it can be read.');
	});
	test('never makes the reader throw, whatever bytes stand in it', async () => {
		const bytes = await written({ segments: [packSegment(old.slice(0, 30))], stores });
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: bytes.length }), fc.uint8Array({ maxLength: 60 }), async (at, noise) => {
				const { backup, fault } = await read(joined(bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)));
				expect(backup ?? fault).toBeDefined();
			}),
			{ numRuns: 500 }
		);
	});
});

describe('a file that is no backup', () => {
	const text = (words: string) => new TextEncoder().encode(words);

	test.each([
		['empty', new Uint8Array(), 'This file is empty: it holds not a single byte.'],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'This is not a backup of Entente. It looks like a picture.'],
		['a zip', text('PK\u0003\u0004 and so on'), /It looks like a packed folder/],
		['a document', text('%PDF-1.7'), /It looks like a document/],
		['a deck', text('---\ntitle: T\n---\n\n## Why?\n'), /It looks like a deck\./],
		['a text', text('Dear diary'), /It is some other text\./],
		['something', new Uint8Array([1, 2, 0, 255]), /It was made by some other program\./],
		['of a newer version', text(future()), /saved by a newer version of Entente \(format 7\), which this version cannot read\./]
	])('%s is refused in a sentence', async (_, bytes, says) => {
		const { backup, fault } = await read(bytes);
		expect(backup).toBeUndefined();
		expect(fault && faultSaid(fault).what).toMatch(says);
		expect(fault && faultSaid(fault).todo).toMatch(/Nothing was changed\.$/);
	});

	test('of 500 MB is refused after its first bytes', async () => {
		const size = 500_000_000;
		let most = 0;
		const huge = (start: Uint8Array) => ({
			size,
			read: (from: number, to: number) => {
				most = Math.max(most, to - from);
				return Promise.resolve(joined(start.subarray(from, to), new Uint8Array(Math.max(0, to - from - start.length))));
			}
		});
		expect((await read(huge(text('Dear diary')))).fault).toMatchObject({ kind: 'foreign' });
		const { fault } = await read(huge(await written(whole)));
		expect(fault && faultSaid(fault).what).toBe('This file is too large for a backup: 500 MB, and at most 268 MB are read.');
		expect(size).toBeGreaterThan(LARGEST_FILE);
		expect(most).toBeLessThanOrEqual(4096);
	});
});

describe('a zip bomb', () => {
	async function bomb(size: number, says: number): Promise<Uint8Array> {
		const packed = (await means.pack(new Uint8Array(size))) ?? new Uint8Array();
		const head = { savedAt: SAVED_AT, parts: [{ kind: 'things', id: 'x', size: says }] } as const;
		const frame = packFrame({ kind: 'things', isPacked: true, number: 0, length: packed.length, size: says, sum: crc32(packed) });
		return joined(packPreamble(head), frame, packed);
	}

	test.each([
		['that says it is small', 200_000_000, 1000],
		['that says how large it is', 200_000_000, 200_000_000]
	])('%s is refused without being unpacked', async (_, size, says) => {
		const bytes = await bomb(size, says);
		for (const by of [means, browserMeans]) {
			const before = process.memoryUsage().arrayBuffers;
			const { fault } = await read(bytes, by);
			expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LARGEST_PART * 1.5);
			if (says < LARGEST_PART) expect(fault?.kind).toBe('bomb');
			else expect(['bomb', 'nothing-sound']).toContain(fault?.kind);
		}
	});
});

describe('files that Entente gave out before there were backups', () => {
	test('all answers as JSON are read as a backup is', async () => {
		const { backup, damage } = await read(new TextEncoder().encode(answersFile(all, SAVED_AT)));
		expect(damage).toBeUndefined();
		expect(entriesIn(backup)).toEqual(all);
		expect(backup?.savedAt).toBe(SAVED_AT);
	});
	test('cut short, they are known as damaged', async () => {
		const { fault } = await read(new TextEncoder().encode(answersFile(all, SAVED_AT).slice(0, -50)));
		expect(fault?.kind).toBe('nothing-sound');
	});
	test('everything that a newer version had stored is read once this version knows it', async () => {
		const file = {
			about: { what: 'Everything', format: 'entente-raw/1', version: 20 },
			stores: {
				entries: { keys: [], values: rows },
				segments: {
					keys: ['x'],
					values: [{ id: 'x', bytes: { $type: 'bytes', of: 'Uint8Array', value: Buffer.from(packSegment(old)).toString('base64') } }]
				},
				settings: { keys: ['theme'], values: ['dark'] }
			}
		};
		const { backup } = await read(new TextEncoder().encode(JSON.stringify(file)));
		expect(entriesIn(backup)).toEqual(merge(old, rows));
		expect(backup?.stores['settings']).toEqual({ theme: 'dark' });
	});
});

function future(): string {
	const lines = 'Entente backup, format 7\nWhatever a later version says here.\n\u0001\u0002\n';
	return `${lines}crc32 ${crc32(new TextEncoder().encode(lines)).toString(16).padStart(8, '0')}\nmore`;
}

/** Where the frame of a part begins. */
function findPart(bytes: Uint8Array, number: number): number {
	for (let at = 0; at < bytes.length; at += 1) {
		const isFrame = bytes[at] === 0xeb && bytes[at + 1] === 0x42 && bytes[at + 2] === 0x0a && bytes[at + 3] === 0xff;
		if (isFrame && (bytes[at + 6] ?? 0) === number) return at;
	}
	throw new Error(`There is no part ${number}.`);
}

test('the source is asked for nothing twice over, and for no more than there is', async () => {
	const bytes = await written(whole);
	let asked = 0;
	await read({ ...source(bytes), read: (from, to) => ((asked += Math.min(to, bytes.length) - from), source(bytes).read(from, to)) });
	expect(asked).toBeLessThan(bytes.length * 2 + 8192);
});
