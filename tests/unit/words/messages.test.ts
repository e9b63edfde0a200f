// The files of words: complete in every language, and each word of use.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pseudo } from '../../../src/cli/pseudo.mjs';

type Message = string | readonly { readonly declarations: readonly string[]; readonly match: Readonly<Record<string, string>> }[];
type Messages = Readonly<Record<string, Message>>;

const read = (locale: string) => JSON.parse(readFileSync(`src/messages/${locale}.json`, 'utf8')) as Messages;
const english = read('en');
const others = readdirSync('src/messages').flatMap((file) => (/^(?!en\.).*\.json$/.test(file) ? [file.replace('.json', '')] : []));
const textsOf = (message: Message) => (typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match)));
const placesOf = (message: Message) => [...new Set(textsOf(message).flatMap((text) => text.match(/\{[^{}]*\}/g) ?? []))].sort();
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('lib/messages/'))
	.map((file) => readFileSync(`src/${file}`, 'utf8'))
	.join('\n');

test('there is a second language', () => {
	expect(others).toContain('de');
});

describe.each(others)('%s', (locale) => {
	const messages = read(locale);
	test('says all that English says, and no more', () => {
		expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
	});
	test('has the same things put in', () => {
		const differing = Object.keys(english).filter((key) => placesOf(english[key] ?? '').join() !== placesOf(messages[key] ?? '').join());
		expect(differing).toEqual([]);
	});
	test('leaves nothing empty', () => {
		expect(Object.entries(messages).filter(([, message]) => textsOf(message).some((text) => text.trim() === ''))).toEqual([]);
	});
});

test('every word of the files is said somewhere', () => {
	const used = new Set(code.match(/\bm\.[a-z0-9_]+/g));
	expect(Object.keys(english).filter((key) => !used.has(`m.${key}`))).toEqual([]);
});

test('the pseudo-locale makes words longer and leaves alone what is put in', () => {
	expect(pseudo('{count} cards due')).toBe('[{count} çàrds düé ~~~~]');
});
