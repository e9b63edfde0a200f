import { expect, test } from 'vitest';
import { chunksOf } from '../../../src/compile/chunks.ts';

/** A small app: who imports whom. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
	'/node_modules/@sveltejs/kit/src/runtime/client/entry.js': ['/node_modules/svelte/src/index.js'],
	'/node_modules/svelte/src/index.js': [],
	'/src/lib/app/start-journal.ts': ['/src/lib/app/journal.ts', '\0virtual:library'],
	'/src/lib/app/journal.ts': ['/src/lib/core/day.ts'],
	'/src/lib/core/day.ts': ['/src/lib/core/day.ts'],
	'\0virtual:library': [],
	'/src/routes/study/+page.svelte': ['/src/lib/ui/Card.svelte', '/src/lib/ui/Notice.svelte', '/src/lib/core/day.ts'],
	'/src/routes/(home)/Due.svelte': ['/src/lib/ui/Notice.svelte', '/src/lib/ui/Week.svelte'],
	'/src/lib/ui/Card.svelte': [],
	'/src/lib/ui/Notice.svelte': ['/node_modules/svelte/src/index.js'],
	'/src/lib/ui/Week.svelte': [],
	'/src/routes/settings/+page.svelte': ['/src/lib/ui/Switch.svelte'],
	'/src/lib/ui/Switch.svelte': []
};

test('what every start needs, what Today and study share, and what study needs besides, each stand in one file', () => {
	const chunks = chunksOf(Object.keys(IMPORTS), (id) => IMPORTS[id] ?? []);
	const inChunk = (name: string) => [...chunks].filter(([, chunk]) => chunk === name).map(([id]) => id.split('/').at(-1));
	expect(inChunk('framework')).toEqual(['entry.js', 'index.js']);
	expect(inChunk('shelf')).toEqual(['\0virtual:library']);
	expect(inChunk('start').sort()).toEqual(['day.ts', 'journal.ts', 'start-journal.ts']);
	expect(inChunk('both')).toEqual(['Notice.svelte']);
	expect(inChunk('study').sort()).toEqual(['+page.svelte', 'Card.svelte']);
	expect([...chunks.keys()].filter((id) => /Week|Switch|settings/.test(id))).toEqual([]);
});
