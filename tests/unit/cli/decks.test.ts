// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const FIXTURES = 'tests/unit/deck/fixtures';
let folder = '';

interface Ran {
	readonly status: number | null;
	readonly out: string;
	readonly err: string;
}

function run(...args: string[]): Ran {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	return { status, out: stdout, err: stderr };
}

/** Runs the command and gives what it printed. It was bundled once: compiling it for each of these runs would take four times their time. */
function decks(...args: string[]): Ran {
	return run(join(folder, 'cli', 'decks.mjs'), ...args);
}

const write = (name: string, text: string | Buffer): string => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};

const HEAD = '---\ntitle: T\nid: t\n---\n\n';

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'decks-'));
	await build({
		configFile: false,
		logLevel: 'error',
		ssr: { noExternal: true },
		build: {
			ssr: 'src/cli/decks.ts',
			outDir: join(folder, 'cli'),
			rolldownOptions: { output: { entryFileNames: 'decks.mjs', codeSplitting: false } }
		}
	});
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('the command runs from its source, as `npm run decks` runs it', () => {
	const { status, out } = run('--import', 'tsx', 'src/cli/decks.ts', 'check', '--no-hints', `${FIXTURES}/canonical.md`);
	expect([status, out]).toEqual([0, decks('check', '--no-hints', `${FIXTURES}/canonical.md`).out]);
});

describe('check', { timeout: 60_000 }, () => {
	test('is content with a sound deck', () => {
		const { status, out } = decks('check', '--no-hints', `${FIXTURES}/canonical.md`);
		expect(status).toBe(0);
		expect(out).toMatch(/^No problems in 1 deck\./u);
	});

	test('shows the line, a caret under the words, and the fix', () => {
		const path = write('bad.md', `${HEAD}## 文 Why?\n<!-- #why -->\n<!-- #two -->\n\nSo.\n\n- Hnit: x\n`);
		const { status, out } = decks('check', '--no-hints', path);
		expect(status).toBe(1);
		expect(out).toContain(
			`${path}:8:1: error E201: This card has two ids. Keep one and delete the other.\n8 | <!-- #two -->\n  | ^^^^^^^^^^^^^\n  = fix: Delete this id`
		);
		expect(out).toContain('12 | - Hnit: x\n   |   ^^^^\n   = fix: Write "Hint"');
		expect(out).toContain('1 error and 1 warning in 1 deck.');
		expect(out).not.toContain('\u001b[');
	});

	test('prints one array for other programs', () => {
		const path = write('json.md', `${HEAD}## Why?\n`);
		const { status, out } = decks('check', '--json', path);
		expect(status).toBe(1);
		const [problem] = JSON.parse(out) as Record<string, unknown>[];
		expect(problem).toMatchObject({ file: path, code: 'E504', severity: 'error', range: { line: 6, column: 4, endLine: 6, endColumn: 8 } });
	});

	test('cannot run without a file, with an unknown option, or with an unknown command', () => {
		for (const args of [
			['check', join(folder, 'none.md')],
			['check', '--loud'],
			['check', '-x'],
			['check', 'package.json'],
			['format', 'README.md'],
			['export', '--json', FIXTURES],
			['shout'],
			[]
		]) {
			const { status, out, err } = decks(...args);
			expect(status).toBe(2);
			expect(out).toBe('');
			expect(err).not.toBe('');
		}
	});

	test('reads the folder of a file for names, and reports on the file only', () => {
		mkdirSync(join(folder, 'library'));
		write('library/terms.md', `---\ntitle: Terms\nnamespace: n\n---\n\n## Term: Anarchy\n<!-- #anarchy -->\n\nNone above.\n\n## Broken\n`);
		write('library/README.md', 'not a deck');
		write('library/_draft.md', 'not a deck');
		const path = write(
			'library/uses.md',
			`---\ntitle: Uses\nid: uses\nnamespace: n\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n\n- Needs: anarchy\n`
		);
		expect(decks('check', '--json', path)).toMatchObject({ status: 0, out: '[]\n' });
		expect(decks('check', '--no-hints', join(folder, 'library')).out).toContain('1 error in 2 decks.');
	});

	test('tells of bytes that are not UTF-8', () => {
		const path = write('latin.md', Buffer.from(`${HEAD}## Caf\u00e9?\n<!-- #a -->\n\nSo.\n`, 'latin1'));
		const { status, out } = decks('check', '--json', path);
		expect(status).toBe(1);
		expect((JSON.parse(out) as { code: string; range: { line: number; column: number } }[])[0]).toMatchObject({
			code: 'E008',
			range: { line: 6, column: 7 }
		});
	});

	test('refuses a file of 100 MB without reading it', () => {
		const path = join(folder, 'huge.md');
		writeFileSync(path, '');
		truncateSync(path, 100_000_000);
		const { status, out } = decks('check', '--json', path);
		expect(status).toBe(1);
		expect(JSON.parse(out)).toMatchObject([{ file: path, code: 'E008', range: { line: 1, column: 1 } }]);
		expect(decks('check', path).out).toContain(`${path}:1:1: error E008: This file is larger than 5 MB`);
		expect(decks('format', path)).toMatchObject({
			status: 0,
			out: `${path} is larger than 5 MB and was left as it is.\n1 deck checked, nothing to format.\n`
		});
		expect(statSync(path).size).toBe(100_000_000);
		expect(decks('diff', path, path).status).toBe(2);
		rmSync(path);
	});

	test('--fix makes the repairs that cannot change meaning', () => {
		const path = write('fix.md', `${HEAD}##Which?\n<!-- #which -->\n\n- [] one thing\n> No.\n☑ two things\n`);
		const { status } = decks('check', '--fix', path);
		expect(readFileSync(path, 'utf8')).toBe(`${HEAD}## Which?\n<!-- #which -->\n\n- [ ] one thing\n  > No.\n- [x] two things\n`);
		expect(status).toBe(0);
	});
});

describe('format', { timeout: 60_000 }, () => {
	test('--check says what it would do and leaves the file alone', () => {
		const path = join(folder, 'phone.md');
		cpSync(`${FIXTURES}/as-typed-on-a-phone.md`, path);
		const before = readFileSync(path, 'utf8');
		expect(decks('format', '--check', path)).toMatchObject({ status: 1, out: `${path} would be formatted.\n` });
		expect(readFileSync(path, 'utf8')).toBe(before);
		expect(decks('format', path).status).toBe(0);
		expect(decks('format', '--check', path)).toMatchObject({ status: 0, out: '1 deck checked, nothing to format.\n' });
	});
});

describe('contents', { timeout: 60_000 }, () => {
	test('writes what the decks of a folder teach, with links, and says when that is no longer current', () => {
		mkdirSync(join(folder, 'taught'));
		write(
			'taught/a.md',
			`${HEAD}# Part\n\n## Term: Ebb [tide]\n<!-- #ebb -->\n\nFalling.\n\n## Scenario: Wreck\n<!-- #wreck -->\n\nA ship.\n\n- [x] Help\n- [ ] Wait\n- About: ebb\n`
		);
		const path = join(folder, 'taught', 'CONTENTS.md');
		expect(decks('contents', '--check', join(folder, 'taught')).status).toBe(1);
		expect(decks('contents', join(folder, 'taught'))).toMatchObject({ status: 0, out: `${path} written.\n` });
		expect(readFileSync(path, 'utf8')).toContain(
			'| Ebb \\[tide\\] | [Ebb \\[tide\\]](a.md#term-ebb-tide) | [Wreck](a.md#scenario-wreck) |  |'
		);
		expect(decks('contents', '--check', join(folder, 'taught')).status).toBe(0);
		write('taught/b.md', `---\ntitle: B\nid: b\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n`);
		expect(decks('contents', '--check', join(folder, 'taught')).out).toBe(`${path} is not current.\n`);
		expect(decks('check', path).status).toBe(2);
		expect(decks('contents', path).status).toBe(2);
	});
});

describe('diff and export', { timeout: 60_000 }, () => {
	test('diff says what an edit means', () => {
		const old = write('old.md', `${HEAD}## Why?\n<!-- #why -->\n\nSo.\n\n## Who?\n<!-- #who -->\n\nHe.\n`);
		const fresh = write('new.md', `${HEAD}## Why then?\n<!-- #why -->\n\nSo.\n\n## What?\n<!-- #what -->\n\nIt.\n`);
		expect(JSON.parse(decks('diff', old, fresh, '--json').out)).toEqual([
			{ old: 't/why/main', new: 't/why/main', verdict: 'kept' },
			{ old: 't/who/main', verdict: 'gone' },
			{ new: 't/what/main', verdict: 'new' }
		]);
		expect(decks('diff', old, fresh).out).toContain('1 card keeps its history.');
		expect(decks('diff', old).status).toBe(2);
	});

	test('export prints the parsed deck', () => {
		const { status, out } = decks('export', '--json', `${FIXTURES}/every-kind.md`);
		expect(status).toBe(0);
		expect((JSON.parse(out) as { notes: unknown[] }).notes).toHaveLength(13);
	});
});
