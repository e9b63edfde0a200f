// No word of the interface stands in the code: all are in the files of messages.
import { readdirSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOMS = ['lib/words/', 'lib/app/', 'lib/ui/', 'routes/'];
/** Where words stand that are no part of the interface, and why. */
const NOT_OF_THE_INTERFACE: Readonly<Record<string, string>> = { 'routes/design/': 'for those who build the app' };
/** A name is the same in every language. */
const NAMES = ['Entente', 'FSRS-6'];
/** Attributes that are read out or shown. */
const SPOKEN = new Set([
	'aria-label',
	'aria-description',
	'aria-roledescription',
	'aria-valuetext',
	'title',
	'placeholder',
	'alt',
	'label'
]);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
	(file) => ROOMS.some((room) => file.startsWith(room)) && /\.(ts|svelte)$/.test(file)
);

const isWord = (text: string) => {
	const left = NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text);
	return /\p{L}{2}/u.test(left);
};
/** A sentence, or the beginning of one: what no name of a class, key or event looks like. */
const isSentence = (text: string) => /^[^\p{L}./]*\p{Lu}\p{Ll}*[ .?!…]/u.test(text.trimStart()) && isWord(text);

/** The sentences that stand as strings in a script; what an exception says is for those who read the code. */
function inScript(text: string): string[] {
	const found: string[] = [];
	const walk = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return;
		if (ts.isNewExpression(node) && /Error|DOMException/.test(node.expression.getText())) return;
		const literal =
			ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text : ts.isTemplateHead(node) ? node.text : undefined;
		if (literal !== undefined && isSentence(literal)) found.push(literal);
		ts.forEachChild(node, walk);
	};
	walk(ts.createSourceFile('script.ts', text, ts.ScriptTarget.Latest, true));
	return found;
}

/** The words that stand in markup: as text, in what is read out, and as strings in its expressions. */
function inMarkup(source: string): string[] {
	const found: string[] = [];
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) {
			node.forEach(walk);
			return;
		}
		if (typeof node !== 'object' || node === null) return;
		const { type } = node as { type?: string };
		if (type === 'Text') {
			if (isWord((node as AST.Text).data)) found.push((node as AST.Text).data.trim());
			return;
		}
		if (type === 'Attribute' || type === 'StyleDirective') {
			const { name, value } = node as AST.Attribute | AST.StyleDirective;
			// A class, an id: their text is no word, but what is put into it may be.
			if (Array.isArray(value)) walk(SPOKEN.has(name) ? value : value.filter((part) => part.type !== 'Text'));
			else walk(value);
			return;
		}
		if (type === 'Literal' && typeof (node as { value?: unknown }).value === 'string') {
			const { value } = node as { value: string };
			if (isSentence(value)) found.push(value);
			return;
		}
		if (type === 'TemplateElement') {
			const { value } = node as { value: { cooked: string } };
			if (isSentence(value.cooked)) found.push(value.cooked);
			return;
		}
		for (const [key, child] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent') walk(child);
	};
	walk(parse(source, { modern: true }).fragment);
	return found;
}

test.each([
	['<p>Two cards</p>', ['Two cards']],
	['<button aria-label="Close"></button>', ['Close']],
	['<p class="soft wide">{m.two_cards()}</p>', []],
	['<p>{due ? "It is due." : ""}</p>', ['It is due.']],
	['<p>{`Seen ${times} times`}</p>', ['Seen ']],
	['<p>Entente</p>', []]
])('%s says %j by itself', (source, words) => {
	expect(inMarkup(source)).toEqual(words);
});
test.each([
	["const text = 'Nothing was changed.';", ['Nothing was changed.']],
	["throw new Error('Nothing to read.');", []],
	["const key = 'study.place';", []]
])('%s says %j by itself', (source, words) => {
	expect(inScript(source)).toEqual(words);
});

describe('no word of the interface stands in', () => {
	test.each(files.filter((file) => !Object.keys(NOT_OF_THE_INTERFACE).some((room) => file.startsWith(room))))('%s', (file) => {
		const text = readFileSync(`src/${file}`, 'utf8');
		const script = file.endsWith('.svelte') ? (/<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '') : text;
		expect([...inScript(script), ...(file.endsWith('.svelte') ? inMarkup(text) : [])]).toEqual([]);
	});
});
