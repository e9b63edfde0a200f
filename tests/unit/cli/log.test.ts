// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packSegment } from '#lib/core/review/segment.ts';
import { reviewsOn } from '../../logs.ts';
import { written } from '../backup/files.ts';

const FIXTURE = 'tests/fixtures/backup-1.entente';
let folder = '';
const path = (name: string): string => join(folder, name);

/** Runs the command and gives what it printed. */
function log(...args: string[]): { status: number | null; out: string; err: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/log.ts', ...args], { encoding: 'utf8' });
	return { status, out: stdout, err: stderr };
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'log-'));
	writeFileSync(
		path('phone.entente'),
		await written({ segments: [packSegment(reviewsOn(20_000, 0, 30))], stores: { settings: { theme: 'dark' } } })
	);
	writeFileSync(path('laptop.entente'), await written({ rows: [...reviewsOn(20_000, 0, 10), ...reviewsOn(20_002, 500, 5)] }));
	const bytes = readFileSync(FIXTURE);
	writeFileSync(path('cut.entente'), bytes.subarray(0, bytes.length - 200));
	writeFileSync(path('diary.txt'), 'Dear diary');
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

describe('check', { timeout: 60_000 }, () => {
	test('says of a sound backup what it holds', () => {
		expect(log('check', FIXTURE)).toEqual({
			status: 0,
			out: `${FIXTURE}: Sound. 49 entries, of them 43 answers from 4 October 2024 to 14 October 2024; 1 setting; 1 text of a deck. Saved on 2026-11-22 at 09:00 UTC.\n`,
			err: ''
		});
	});
	test('says what is wrong with each of the others, and what is sound in them', () => {
		const { status, out } = log('check', path('cut.entente'), path('diary.txt'), FIXTURE);
		expect(status).toBe(1);
		expect(out.split('\n').slice(0, 3)).toEqual([
			expect.stringMatching(
				/cut\.entente: This backup is damaged: the file ends before it should\. Missing: .*settings or texts of decks\. Sound in it: \d+ entries/
			),
			expect.stringMatching(/diary\.txt: This is not a backup of Entente\. It is some other text\.$/),
			expect.stringMatching(/^tests\/fixtures\/backup-1\.entente: Sound\./)
		]);
	});
	test('refuses 500 MB without reading them', () => {
		const huge = path('huge.entente');
		writeFileSync(huge, readFileSync(FIXTURE));
		truncateSync(huge, 500_000_000);
		expect(log('check', huge)).toMatchObject({
			status: 1,
			out: `${huge}: This file is too large for a backup: 500 MB, and at most 268 MB are read.\n`
		});
		rmSync(huge);
	});
	test('cannot run without a file, with an unknown option, or with an unknown command', () => {
		for (const args of [['check'], ['check', path('none')], ['check', folder], ['check', '--loud', FIXTURE], ['shout'], []]) {
			const { status, out, err } = log(...args);
			expect(status).toBe(2);
			expect(out).toBe('');
			expect(err).not.toBe('');
		}
	});
});

describe('show', { timeout: 60_000 }, () => {
	test('counts entries by kind and answers by deck', () => {
		const { status, out } = log('show', FIXTURE);
		expect(status).toBe(0);
		expect(out).toMatch(/\n {2}review +43\n/);
		expect(out).toMatch(/\n {2}from-the-future \(not known here\) +1\n/);
		expect(out).toMatch(/\n {2}deck +answers\n {2}d +43\n/);
	});
	test('prints every entry for other programs', () => {
		const { out } = log('show', '--json', FIXTURE);
		const entries = out
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { kind: string });
		expect(entries).toHaveLength(49);
		expect(entries.filter(({ kind }) => kind === 'retraction')).toHaveLength(1);
	});
});

describe('merge', { timeout: 60_000 }, () => {
	test('makes one sound backup of several, each entry once', () => {
		const out = path('both.entente');
		expect(log('merge', path('phone.entente'), path('laptop.entente'), '--out', out)).toMatchObject({
			status: 0,
			out: expect.stringMatching(/: 35 entries of 2 backups, [\d.]+ (kB|bytes)\.\n$/) as string
		});
		expect(log('check', out)).toMatchObject({ status: 0, out: expect.stringContaining('Sound. 35 entries, of them 35 answers') as string });
		expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
	});
	test('never writes over a file', () => {
		const before = readFileSync(path('phone.entente'));
		expect(log('merge', FIXTURE, '--out', path('phone.entente')).status).toBe(2);
		expect(readFileSync(path('phone.entente'))).toEqual(before);
	});
	test('takes damaged backups only when it is told to, and then what is sound', () => {
		const out = path('saved.entente');
		const refused = log('merge', path('cut.entente'), path('phone.entente'), '--out', out);
		expect(refused).toMatchObject({ status: 1, out: '' });
		expect(refused.err).toMatch(/cut\.entente: This backup is damaged.*\nNothing was written\.\n$/s);
		expect(existsSync(out)).toBe(false);
		expect(log('merge', '--sound', path('cut.entente'), path('phone.entente'), '--out', out).status).toBe(0);
		expect(log('check', out).status).toBe(0);
		expect(log('merge', '--sound', path('diary.txt'), '--out', path('never')).status).toBe(1);
	});
	test('wants to be told where to write', () => {
		expect(log('merge', FIXTURE)).toMatchObject({ status: 2, err: expect.stringContaining('--out NEW') as string });
	});
});
