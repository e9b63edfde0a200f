import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { formatDeck } from '#lib/core/deck/format.ts';
import { join, relative } from 'node:path';
import { diffDecks, type DeckAt } from '#lib/core/deck/identity.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { checkDecks, fixDecks } from './check.ts';
import { CONTENTS, contentsOf } from './contents.ts';
import { CannotRun, decksNamed, readDeck } from './files.ts';
import { changesAsText, painter, plural, report, summary } from './report.ts';

export const USAGE = `Usage:
  npm run decks -- check [--json] [--no-hints] [--fix] FILE|FOLDER…
  npm run decks -- format [--check] FILE|FOLDER…
  npm run decks -- diff OLD NEW [--json]
  npm run decks -- export --json FILE
  npm run decks -- contents [--check] [FOLDER]`;

/** The options and the paths among the arguments; an unknown option cannot run. */
export function readArguments(args: readonly string[], known: readonly string[]): { options: Set<string>; paths: string[] } {
	const options = new Set<string>();
	const paths: string[] = [];
	for (const arg of args) {
		if (!arg.startsWith('-')) paths.push(arg);
		else if (known.includes(arg)) options.add(arg);
		else throw new CannotRun(`There is no option "${arg}".\n${USAGE}`);
	}
	return { options, paths };
}

function defaultFolder(paths: readonly string[]): readonly string[] {
	if (paths.length > 0) return paths;
	if (!existsSync('decks')) throw new CannotRun('There is no folder "decks" here. Name a file or a folder.');
	return ['decks'];
}

export function runCheck(args: readonly string[]): number {
	const { options, paths } = readArguments(args, ['--json', '--no-hints', '--fix']);
	const folders = defaultFolder(paths);
	let decks = checkDecks(folders);
	const fixed = options.has('--fix') ? fixDecks(decks) : 0;
	if (fixed > 0) decks = checkDecks(folders);
	const shown = decks.map((deck) => ({
		...deck,
		problems: options.has('--no-hints') ? deck.problems.filter(({ severity }) => severity !== 'hint') : deck.problems
	}));
	const all = shown.flatMap(({ problems }) => problems);
	if (options.has('--json')) {
		const list = shown.flatMap(({ path, problems }) => problems.map((problem) => ({ file: path, ...problem })));
		console.log(JSON.stringify(list, undefined, '\t'));
	} else {
		const paint = painter(process.stdout.isTTY && process.env.NO_COLOR === undefined);
		for (const { path, text, problems } of shown) if (problems.length > 0) console.log(report(path, text, problems, paint));
		if (fixed > 0) console.log(`${plural(fixed, 'fix').replace('fixs', 'fixes')} made.`);
		const hidden = decks.flatMap(({ problems }) => problems).length - all.length;
		console.log(summary(all, decks.length, hidden));
	}
	return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export function runFormat(args: readonly string[]): number {
	const { options, paths } = readArguments(args, ['--check']);
	const decks = decksNamed(defaultFolder(paths)).map(readDeck);
	const changed = decks.filter(({ path, text, notUtf8At, tooLarge }) => notUtf8At === undefined && !tooLarge && formatDeck(path, text) !== text);
	for (const { path, text } of changed) {
		if (!options.has('--check')) writeFileSync(path, formatDeck(path, text));
		console.log(options.has('--check') ? `${path} would be formatted.` : `${path} formatted.`);
	}
	for (const { path } of decks.filter(({ notUtf8At }) => notUtf8At !== undefined)) console.log(`${path} is not UTF-8 and was left as it is.`);
	for (const { path } of decks.filter(({ tooLarge }) => tooLarge)) console.log(`${path} is larger than 5 MB and was left as it is.`);
	if (changed.length === 0) console.log(`${plural(decks.length, 'deck')} checked, nothing to format.`);
	return options.has('--check') && changed.length > 0 ? 1 : 0;
}

export function runDiff(args: readonly string[]): number {
	const { options, paths } = readArguments(args, ['--json']);
	const [old, fresh, ...more] = paths;
	if (old === undefined || fresh === undefined || more.length > 0) throw new CannotRun(USAGE);
	const changes = diffDecks(decksAt(old), decksAt(fresh, old));
	if (options.has('--json')) console.log(JSON.stringify(changes, undefined, '\t'));
	else console.log(changesAsText(changes));
	return 0;
}

/** The decks of a side of a diff. A single file is compared as if it had the name of the other one. */
function decksAt(path: string, as = path): DeckAt[] {
	const names = decksNamed([path]);
	const single = names.length === 1 && names[0] === path;
	return names.map((name) => {
		const shown = single ? as : relative(path, name);
		const { text, tooLarge } = readDeck(name);
		if (tooLarge) throw new CannotRun(`"${name}" is larger than 5 MB and was not read.`);
		return { path: shown, deck: parseDeck(shown, text).deck };
	});
}

export function runExport(args: readonly string[]): number {
	const { options, paths } = readArguments(args, ['--json']);
	const [path, ...more] = paths;
	if (path === undefined || more.length > 0 || !options.has('--json')) throw new CannotRun(USAGE);
	const [deck, ...others] = checkDecks([path]);
	if (!deck || others.length > 0 || deck.path !== path) throw new CannotRun(`"${path}" is a folder. Name one deck.`);
	console.log(JSON.stringify(deck.deck, undefined, '\t'));
	return deck.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export function runContents(args: readonly string[]): number {
	const { options, paths } = readArguments(args, ['--check']);
	const [folder = 'decks', ...more] = defaultFolder(paths);
	if (more.length > 0 || !existsSync(folder) || !statSync(folder).isDirectory()) throw new CannotRun(`Name one folder of decks.\n${USAGE}`);
	const path = join(folder, CONTENTS);
	const text = contentsOf(folder, checkDecks([folder]));
	const current = existsSync(path) && readFileSync(path, 'utf8') === text;
	if (!current && !options.has('--check')) writeFileSync(path, text);
	console.log(current ? `${path} is current.` : `${path} ${options.has('--check') ? 'is not current' : 'written'}.`);
	return options.has('--check') && !current ? 1 : 0;
}
