import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
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

	test.each(HOSTILE)('nothing runs in %s', (text) => {
		const { container } = render(Prose, { text });
		expectHarmless(container);
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
