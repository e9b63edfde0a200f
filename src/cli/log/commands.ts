import { existsSync } from 'node:fs';
import type { Backup, Stores } from '#lib/core/backup/backup.ts';
import { newsFor } from '#lib/core/backup/compare.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf } from '#lib/core/review/segment.ts';
import { CannotRun } from '../decks/files.ts';
import { readFile, writeFile } from './files.ts';
import { contentsAsText, summaryOf } from './report.ts';
import { damageText, faultText, numbered, sizeText } from './words.ts';

export const USAGE = `Usage:
  npm run log -- check FILE…                         reads each backup and says whether it is sound
  npm run log -- show [--json] FILE…                 says what a backup holds; --json: every entry, one a line
  npm run log -- merge [--sound] FILE… --out NEW     makes one backup of several; --sound: of damaged ones what is sound`;

interface Arguments {
	readonly options: ReadonlySet<string>;
	readonly paths: readonly string[];
	readonly out: string | undefined;
}

function readArguments(args: readonly string[], known: readonly string[]): Arguments {
	const options = new Set<string>();
	const paths: string[] = [];
	let out: string | undefined;
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? '';
		if (arg === '--out' && known.includes(arg)) out = args[++at];
		else if (!arg.startsWith('-')) paths.push(arg);
		else if (known.includes(arg)) options.add(arg);
		else throw new CannotRun(`There is no option "${arg}".\n${USAGE}`);
	}
	if (paths.length === 0) throw new CannotRun(`Name at least one file.\n${USAGE}`);
	return { options, paths, out };
}

/** A file that was read, with what is to be said about it. */
interface Read {
	readonly path: string;
	readonly backup: Backup | undefined;
	/** What is wrong; undefined if nothing is. */
	readonly wrong: string | undefined;
}

async function readAll(paths: readonly string[]): Promise<readonly Read[]> {
	const all: Read[] = [];
	for (const path of paths) {
		const read = await readFile(path);
		const wrong = 'fault' in read ? faultText(read.fault) : read.damage && damageText(read.damage);
		all.push({ path, backup: 'backup' in read ? read.backup : undefined, wrong });
	}
	return all;
}

export async function runCheck(args: readonly string[]): Promise<number> {
	const read = await readAll(readArguments(args, []).paths);
	for (const { path, backup, wrong } of read) {
		console.log(`${path}: ${wrong ?? 'Sound.'}${backup ? ` ${wrong === undefined ? '' : 'Sound in it: '}${summaryOf(backup)}` : ''}`);
	}
	return read.some(({ wrong }) => wrong !== undefined) ? 1 : 0;
}

export async function runShow(args: readonly string[]): Promise<number> {
	const { options, paths } = readArguments(args, ['--json']);
	const read = await readAll(paths);
	for (const { path, backup, wrong } of read) {
		if (wrong !== undefined) console.error(`${path}: ${wrong}`);
		if (backup === undefined) continue;
		if (options.has('--json')) for (const entry of entriesIn(backup)) console.log(JSON.stringify(entry));
		else console.log(`${path}\n${contentsAsText(backup, entriesIn(backup))}`);
	}
	return read.some(({ wrong }) => wrong !== undefined) ? 1 : 0;
}

export async function runMerge(args: readonly string[]): Promise<number> {
	const { options, paths, out } = readArguments(args, ['--sound', '--out']);
	if (out === undefined) throw new CannotRun(`Say where to write it: --out NEW.\n${USAGE}`);
	if (existsSync(out)) throw new CannotRun(`"${out}" is there already, and was left as it is. Name a file that is not.`);
	const read = await readAll(paths);
	for (const { path, wrong } of read) if (wrong !== undefined) console.error(`${path}: ${wrong}`);
	const bad = read.filter(({ backup, wrong }) => backup === undefined || (wrong !== undefined && !options.has('--sound')));
	if (bad.length > 0) {
		console.error('Nothing was written.');
		return 1;
	}
	// Of two values of a setting the one that was saved last.
	const backups = read.flatMap(({ backup }) => backup ?? []).sort((a, b) => (a.savedAt ?? 0) - (b.savedAt ?? 0));
	const { segments, entries } = newsFor(
		[],
		backups.flatMap(({ parts }) => parts)
	);
	const stores = backups.map((backup) => backup.stores).reduce(joined, {});
	const size = await writeFile(out, { savedAt: Date.now(), segments: segments.map(({ bytes }) => bytes), rows: [], stores });
	console.log(`${out}: ${numbered(entries)} entries of ${backups.length} backups, ${sizeText(size)}.`);
	return 0;
}

function joined(older: Stores, newer: Stores): Stores {
	const names = new Set([...Object.keys(older), ...Object.keys(newer)]);
	return Object.fromEntries([...names].map((name) => [name, { ...older[name], ...newer[name] }]));
}

function entriesIn({ parts }: Backup) {
	return merge(
		parts.flatMap(({ segment }) => entriesOf(segment)),
		[]
	);
}
