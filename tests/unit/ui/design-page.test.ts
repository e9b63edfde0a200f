import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenGroups } from '../../../src/routes/design/tokens.ts';

const page = ['Parts', 'Cards'].map((name) => readFileSync(`src/routes/design/${name}.svelte`, 'utf8')).join('');
const css = readFileSync('src/styles/tokens.css', 'utf8');

/** Shown as parts of others: by the first component of the list that is on the page. */
const WITHIN = new Set(
	readdirSync('src/lib/ui')
		.filter((file) => file.endsWith('.svelte'))
		.flatMap((file) => [...readFileSync(`src/lib/ui/${file}`, 'utf8').matchAll(/from '\.\/(\w+)\.svelte'/g)].map(([, name]) => name ?? ''))
);

test('the page of the design shows every component, by itself or within another', () => {
	const components = readdirSync('src/lib/ui').flatMap((file) => /^(\w+)\.svelte$/.exec(file)?.[1] ?? []);
	expect(components.filter((name) => !page.includes(`ui/${name}.svelte`) && !WITHIN.has(name))).toEqual([]);
});

test('the page of the design shows every token, each under what its group is for', () => {
	const named = tokenGroups(css).flatMap(({ tokens }) => tokens.map(({ name }) => name));
	const root = css.slice(0, css.indexOf('\n}'));
	expect(named).toEqual([...root.matchAll(/^\t--([\w-]+):/gm)].map(([, name]) => name));
	expect(tokenGroups(css).every(({ about }) => about.length > 0)).toBe(true);
});
