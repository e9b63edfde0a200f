// Compiles the words of the interface (src/messages/*.json) into functions (src/lib/messages), if they are older than their sources.
// With PSEUDO_LOCALE=1 into a folder apart, with a third language from right to left: English words, marked and made longer.
import { compile } from '@inlang/paraglide-js';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { pseudoMessages } from './pseudo.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(root, 'src/messages');
const SHIPPED = join(root, 'src/lib/messages');
const PSEUDO = join(root, '.svelte-kit/pseudo-messages');
const PSEUDO_LOCALE = 'ar-XB';

/** Where the compiled words are for this build. */
export const compiledMessages = process.env.PSEUDO_LOCALE ? join(PSEUDO, 'compiled') : SHIPPED;

/** What Paraglide is told, whoever calls it. Which language is spoken is decided by the app (lib/app/language.ts). */
export const OPTIONS = {
	project: process.env.PSEUDO_LOCALE ? join(PSEUDO, 'project.inlang') : join(SOURCES, 'project.inlang'),
	outdir: compiledMessages,
	strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale']),
	emitTsDeclarations: true,
	emitReadme: false,
	emitGitIgnore: false,
	emitPrettierIgnore: false
};

export async function compileMessages() {
	if (process.env.PSEUDO_LOCALE) writePseudo();
	else if (age(join(SHIPPED, 'messages/_index.d.ts')) > newest()) return;
	const log = console.info;
	console.info = () => undefined;
	await compile(OPTIONS);
	console.info = log;
	rememberRules();
}

const MADE_ANEW = 'return new Intl.PluralRules(locale, options).select(Number(input))';

/** Paraglide makes a language's rules anew for each count that is said, which takes longer than all else in a message: they are made once. */
function rememberRules() {
	const registry = join(compiledMessages, 'registry.js');
	const code = readFileSync(registry, 'utf8');
	if (code.includes('RULES.get(key)')) return;
	if (!code.includes(MADE_ANEW)) throw new Error(`Paraglide counts in another way now: see ${registry}.`);
	const remembered = `const key = locale + (options?.type ?? '');
	let rules = RULES.get(key);
	if (rules === undefined) RULES.set(key, (rules = new Intl.PluralRules(locale, options)));
	return rules.select(Number(input));`;
	writeFileSync(
		registry,
		`${code.replace(MADE_ANEW, remembered)}\n\n/** @type {Map<string, Intl.PluralRules>} */\nconst RULES = new Map();\n`
	);
}

/** A project of its own, so that no language is shipped that nobody speaks. */
function writePseudo() {
	const project = join(PSEUDO, 'project.inlang');
	mkdirSync(project, { recursive: true });
	const settings = /** @type {{ locales: readonly string[] }} */ (readJson(join(SOURCES, 'project.inlang/settings.json')));
	for (const locale of settings.locales)
		writeFileSync(join(PSEUDO, `${locale}.json`), readFileSync(join(SOURCES, `${locale}.json`), 'utf8'));
	const english = /** @type {Record<string, unknown>} */ (readJson(join(SOURCES, 'en.json')));
	writeFileSync(join(PSEUDO, `${PSEUDO_LOCALE}.json`), JSON.stringify(pseudoMessages(english)));
	writeFileSync(join(project, 'settings.json'), JSON.stringify({ ...settings, locales: [...settings.locales, PSEUDO_LOCALE] }));
}

/** @param {string} path @returns {unknown} */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** When the youngest source was written. */
function newest() {
	const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.json'));
	return Math.max(
		...sources.map((name) => age(join(SOURCES, name))),
		age(join(SOURCES, 'project.inlang/settings.json')),
		age(join(root, 'node_modules/@inlang/paraglide-js/package.json')),
		age(fileURLToPath(import.meta.url))
	);
}

/** @param {string} path */
const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) await compileMessages();
