// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { isKnown } from '#lib/core/review/entry.ts';
import { browserMeans } from '#lib/store/means.ts';
import { entriesIn, means, read } from './files.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/${name}`));
const { entries } = JSON.parse(new TextDecoder().decode(bytesOf('answers-1.json'))) as { readonly entries: readonly Entry[] };

describe('files of every format that was ever given out', () => {
	test.each(['backup-1.entente', 'answers-1.json'])('%s is read whole', async (name) => {
		for (const by of [means, browserMeans]) {
			const { backup, damage } = await read(bytesOf(name), by);
			expect(damage).toBeUndefined();
			expect(entriesIn(backup)).toEqual(entries);
			expect(backup?.savedAt).toBe(Date.UTC(2026, 10, 22, 9));
		}
	});
	test('format 1 holds settings and texts besides', async () => {
		expect((await read(bytesOf('backup-1.entente'))).backup?.stores).toEqual({
			settings: { theme: 'dark' },
			texts: { power: '{"title":"Kraków"}' }
		});
	});
	test('they hold entries that this version reads, and one that it passes on', () => {
		expect(entries).toHaveLength(49);
		expect(entries.filter((entry) => !isKnown(entry))).toMatchObject([{ kind: 'from-the-future' }]);
	});
});
