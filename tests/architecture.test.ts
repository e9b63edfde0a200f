import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Who may import whom. A room may use itself and the rooms listed; packages, single virtual modules and the compiled words are named outright. */
const MAY_IMPORT: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
	'lib/core/deck': { rooms: [], packages: ['yaml', 'github-slugger', '@noble/hashes'] },
	'lib/core/card': { rooms: ['lib/core/deck'], packages: [] },
	'lib/core/review': { rooms: ['lib/core/card'], packages: [] },
	'lib/core/grade': { rooms: ['lib/core/deck', 'lib/core/card', 'lib/core/review'], packages: [] },
	'lib/core/schedule': { rooms: ['lib/core/card', 'lib/core/review', 'lib/core/grade'], packages: ['ts-fsrs'] },
	'lib/core/session': { rooms: ['lib/core/deck', 'lib/core/card', 'lib/core/review', 'lib/core/schedule'], packages: [] },
	'lib/core/stats': { rooms: ['lib/core/card', 'lib/core/review', 'lib/core/schedule'], packages: [] },
	'lib/core/search': { rooms: ['lib/core/deck', 'lib/core/grade'], packages: [] },
	'lib/core/backup': { rooms: ['lib/core/card', 'lib/core/review'], packages: [] },
	'lib/words': { rooms: ['lib/core/*'], packages: ['lib/messages'] },
	'lib/markdown': { rooms: [], packages: ['marked', 'lib/messages'] },
	'lib/store': { rooms: ['lib/core/*'], packages: ['dexie'] },
	'lib/app': { rooms: ['lib/core/*', 'lib/store', 'lib/words', 'lib/markdown'], packages: ['svelte', 'virtual:library', 'lib/messages'] },
	'lib/ui': {
		rooms: ['lib/core/*', 'lib/words', 'lib/markdown'],
		packages: ['svelte', '@dagrejs/dagre', '@lucide/svelte', 'lib/messages']
	},
	routes: {
		rooms: ['lib/core/*', 'lib/app', 'lib/ui', 'lib/words', 'lib/markdown'],
		packages: ['svelte', '@sveltejs/kit', '@lucide/svelte', '$app', 'lib/messages']
	},
	compile: { rooms: ['lib/core/deck', 'lib/core/card', 'lib/core/session', 'cli'], packages: ['vite', 'node', 'virtual:library'] },
	'service-worker': { rooms: [], packages: ['$service-worker'] },
	cli: {
		rooms: ['lib/core/deck', 'lib/core/backup', 'lib/core/review'],
		packages: ['node', 'sirv', '@playwright/test', '@inlang/paraglide-js']
	}
};
/** The one file of its room that may know this package. */
const ONLY: Readonly<Record<string, string>> = {
	'ts-fsrs': 'lib/core/schedule/memory.ts',
	marked: 'lib/markdown/marked.ts',
	'@dagrejs/dagre': 'lib/ui/concept-layout.ts'
};

const rooms = Object.keys(MAY_IMPORT);
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));
const textOf = (path: string) => readFileSync(join('src', path), 'utf8');

function importsOf(path: string): readonly string[] {
	const text = textOf(path);
	const script = path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
		: text;
	return ts.preProcessFile(script, true, true).importedFiles.map((file) => file.fileName);
}

/** Where an import leads: a path under src, or a package's name. */
function target(from: string, specifier: string): string {
	if (specifier.startsWith('#lib/messages/')) return 'lib/messages';
	if (specifier.startsWith('#lib/')) return `lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return join(dirname(from), specifier);
	if (specifier.startsWith('node:')) return 'node';
	return specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
	(file) => /\.(ts|mjs|svelte)$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('lib/messages/')
);
const inRooms = files.filter((file) => roomOf(file) !== undefined);

test('every source file stands in a room, but for the one that Kit wants at the top', () => {
	expect(files.filter((file) => roomOf(file) === undefined)).toEqual(['hooks.client.ts']);
});

describe('imports', () => {
	test.each(inRooms)('%s uses only what its room may', (file) => {
		const room = roomOf(file) ?? '';
		const { rooms: allowed = [], packages = [] } = MAY_IMPORT[room] ?? {};
		const may = (to: string) => to === room || allowed.includes(to) || (to.startsWith('lib/core/') && allowed.includes('lib/core/*'));
		const wrong = importsOf(file).filter((specifier) => {
			const to = target(file, specifier);
			const toRoom = roomOf(to);
			if (toRoom !== undefined) return !may(toRoom);
			if ((to === 'app.css' || to.startsWith('styles/')) && room === 'routes') return false;
			if (to.startsWith('routes') || to === '$types') return false;
			return !packages.includes(to) || (ONLY[to] !== undefined && ONLY[to] !== file);
		});
		expect(wrong).toEqual([]);
	});
});

describe('what a room keeps away from', () => {
	test.each(inRooms.filter((file) => file.startsWith('lib/core/')))('%s has no clock and no chance', (file) => {
		expect(textOf(file).match(/Date\.now|new Date\(\)|Math\.random|performance\.|crypto\.|\$state|\$effect|console\./g)).toBeNull();
	});
	test.each(inRooms.filter((file) => file.startsWith('lib/app/') && file !== 'lib/app/clock.ts'))(
		'%s asks the clock for time and ids',
		(file) => {
			expect(textOf(file).match(/Date\.now|new Date\(\)|Math\.random|randomUUID/g)).toBeNull();
		}
	);
	test.each(inRooms.filter((file) => file.endsWith('.svelte')))('%s has no effects and no raw HTML', (file) => {
		expect(textOf(file).match(/\$effect|\{@html|innerHTML/g)).toBeNull();
	});
});
