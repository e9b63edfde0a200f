// How the app looks: the choice, and the script in the page that shows it before anything is painted.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseLook, chosenLook, TEXT_SIZES, USUAL_LOOK, type Look } from '#lib/app/appearance.ts';

const page = readFileSync('src/app.html', 'utf8');
const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
const metas = page.match(/<meta name="theme-color".*?>/g) ?? [];
const root = document.documentElement;

/** The page begins: its head is read, and its script runs. */
function begin(): void {
	for (const name of ['theme', 'face', 'motion', 'text']) Reflect.deleteProperty(root.dataset, name);
	root.style.fontSize = '';
	document.head.replaceChildren(document.createRange().createContextualFragment(metas.join('')));
	// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is the page's own script that is tested
	new Function(script)();
}
const shown = () => ({ ...(root.dataset as Record<string, string>), size: root.style.fontSize });
const colours = () => [...document.querySelectorAll<HTMLMetaElement>('meta')].map(({ media }) => media);

beforeEach(() => {
	localStorage.clear();
});
afterEach(() => {
	vi.restoreAllMocks();
});

test('the page has one script and a colour for each theme', () => {
	expect(page.match(/<script>/g)).toHaveLength(1);
	expect(metas).toHaveLength(2);
});

describe('the look', () => {
	test('is the usual one where nothing was chosen', () => {
		begin();
		expect(chosenLook()).toEqual(USUAL_LOOK);
		expect(shown()).toEqual({ size: '' });
		expect(colours()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
	});
	test('is shown at once when it is chosen, and from the beginning the next time', () => {
		begin();
		const look: Look = { theme: 'dark', text: 175, face: 'sans', motion: 'reduced' };
		expect(chooseLook(look)).toBe(true);
		const wanted = { theme: 'dark', face: 'sans', motion: 'reduced', text: 'large', size: '175%' };
		expect(shown()).toEqual(wanted);
		expect(colours()).toEqual(['not all', 'all']);
		begin();
		expect(shown()).toEqual(wanted);
		expect(chosenLook()).toEqual(look);
		chooseLook(USUAL_LOOK);
		expect(shown()).toEqual({ size: '' });
	});
	test.each(TEXT_SIZES)('at %d %% the dock is let go from 150 on', (text) => {
		begin();
		chooseLook({ ...USUAL_LOOK, text });
		expect(shown()).toEqual({ size: text === 100 ? '' : `${text}%`, ...(text >= 150 ? { text: 'large' } : {}) });
	});
	test.each(['', 'null', '[]', '7', '{', '{"theme":"pink","text":"huge","face":7,"motion":{}}', '{"text":1e9}'])(
		'is the usual one where %j stands',
		(kept) => {
			localStorage.setItem('entente.look', kept);
			begin();
			expect(shown()).toEqual({ size: '' });
			expect(chosenLook()).toEqual(USUAL_LOOK);
		}
	);
	test('changes with another tab', () => {
		begin();
		localStorage.setItem('entente.look', '{"theme":"light"}');
		dispatchEvent(new Event('storage'));
		expect(shown()).toEqual({ theme: 'light', size: '' });
	});
	test('stays as it is where the browser keeps nothing, and that is said', () => {
		begin();
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('no room', 'QuotaExceededError');
		});
		expect(chooseLook({ ...USUAL_LOOK, theme: 'dark' })).toBe(false);
		expect(shown()).toEqual({ size: '' });
	});
});
