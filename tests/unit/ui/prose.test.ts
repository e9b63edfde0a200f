import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { picturesIn } from '#lib/ui/pictures.ts';
import Prose from '#lib/ui/Prose.svelte';
import { expectHarmless } from '../../harmless.ts';
import { HOSTILE } from '../../hostile.ts';

const html = (text: string, inline = false) =>
	render(Prose, { text, inline })
		.container.innerHTML.replaceAll(/<!--.*?-->/g, '')
		.replaceAll(/ class="[^"]*"/g, '')
		.trim();

describe('Markdown', () => {
	test.each([
		['*a* **b** `c<d` ~~e~~', '<p><em>a</em> <strong>b</strong> <code>c&lt;d</code> <del>e</del></p>'],
		['AT&amp;T &#8212; &mdash; &#x41;', '<p>AT&amp;T — — A</p>'],
		['a ==b *c*== d', '<p>a <mark>b <em>c</em></mark> d</p>'],
		['a == b and c == d', '<p>a == b and c == d</p>'],
		['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
		['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
		['> a', '<blockquote><p>a</p></blockquote>'],
		['<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>']
	])('%j becomes %s', (text, expected) => {
		expect(html(text)).toBe(`<div dir="auto">${expected}</div>`);
	});

	test('in a line has no blocks', () => {
		expect(html('*a* b', true)).toBe('<em>a</em> b');
	});

	test('links show where they lead', () => {
		expect(html('[a](https://example.org/b)')).toContain(
			'<a rel="noopener noreferrer" href="https://example.org/b">a<small> (example.org)</small></a>'
		);
	});

	test('a link to nowhere, or to an insecure place, is plain text', () => {
		expect(html('[a](b.html) [c](http://example.org)', true)).toBe('a c');
	});

	test('the comments that an author leaves are not shown', () => {
		expect(html('a <!-- b --> c\n\n<!-- d\ne -->\n\nf')).toBe('<div dir="auto"><p>a  c</p><p>f</p></div>');
	});

	test('names of characters are read, unknown ones stand as typed', () => {
		expect(html('&euro; &frac12; &Uuml; &constructor; &nonsense;', true)).toBe('€ ½ Ü &amp;constructor; &amp;nonsense;');
	});

	test.each(HOSTILE)('nothing runs in %s', (text) => {
		const { container } = render(Prose, { text });
		expectHarmless(container);
	});
});

describe('a table', () => {
	test('scrolls in a box of its own, which has a name and is reached by keys', () => {
		render(Prose, { text: '| *Author* | | Year |\n| :-: | - | -: |\n| Herz | a | 1950 |' });
		const box = screen.getByRole('group', { name: 'Table: Author, Year' });
		expect(box.tabIndex).toBe(0);
		expect(
			within(box)
				.getAllByRole('columnheader')
				.map((cell) => cell.getAttribute('scope'))
		).toEqual(['col', 'col', 'col']);
		expect(within(box).getByRole('cell', { name: '1950' }).className).toContain('right');
	});
});

test('code runs from left to right and is reached by keys', () => {
	render(Prose, { text: '```\na < b\n```' });
	const box = screen.getByRole('group', { name: 'Code' });
	expect([box.textContent, box.getAttribute('dir'), box.tabIndex]).toEqual(['a < b', 'ltr', 0]);
});

describe('a picture', () => {
	const pictures = picturesIn({ 'map.svg': '/assets/map-1.svg', 'a b/c.png': 'blob:https://example.org/1' });
	test.each([
		['map.svg', '/assets/map-1.svg'],
		['./map.svg', '/assets/map-1.svg'],
		['x/../map.svg', '/assets/map-1.svg'],
		['a%20b/c.png', 'blob:https://example.org/1']
	])('written as %s is shown', (file, address) => {
		render(Prose, { text: `![A map](${file})`, pictures });
		expect(screen.getByRole('img', { name: 'A map' }).getAttribute('src')).toBe(address);
	});
	test.each([
		'../map.svg',
		'/map.svg',
		'other.svg',
		'https://example.org/map.svg',
		'//example.org/map.svg',
		'data:image/svg+xml,x',
		'constructor',
		'toString'
	])('written as %s stands in words', (file) => {
		const { container } = render(Prose, { text: `![A map](${file})`, pictures });
		expect(container.querySelector('img')).toBeNull();
		expect(container.textContent.trim()).toBe('A map');
	});
	test('that cannot be loaded stands in words', async () => {
		const { container } = render(Prose, { text: '![A map](map.svg)', pictures });
		await fireEvent.error(screen.getByRole('img'));
		expect(container.querySelector('img')).toBeNull();
		expect(container.textContent.trim()).toBe('A map');
	});
});

describe('a cloze', () => {
	const text = 'Arming for ==defence== looks ==offensive=={2: the opposite} and ==defence==.';
	const marks = [
		{ hidden: 'defence', part: 'cloze:defence' },
		{ hidden: 'offensive', group: '2', hint: 'the opposite', part: 'cloze:2' },
		{ hidden: 'defence', part: 'cloze:defence' }
	];
	const said = (part: string, hidden: boolean) =>
		render(Prose, { text, cloze: { marks, part, hidden } }).container.textContent.replaceAll(/\s+/g, ' ').trim();

	test('hides every place of the part that is asked, and no other', () => {
		expect(said('cloze:defence', true)).toBe('Arming for hidden part? looks offensive and hidden part?.');
	});
	test('gives the hint in the place of the hidden words', () => {
		expect(said('cloze:2', true)).toBe('Arming for defence looks hidden part: the opposite and defence.');
	});
	test('shows the words once it is answered', () => {
		expect(said('cloze:2', false)).toBe('Arming for defence looks offensive and defence.');
	});
});
