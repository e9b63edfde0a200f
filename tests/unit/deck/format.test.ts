import { describe, expect, test } from 'vitest';
import { formatDeck } from '#lib/core/deck/format.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { fixture } from './reading.ts';
import { fortyCards } from './forty-cards.ts';

describe('the formatter', () => {
	test.each(['canonical.md', 'every-kind.md'])('leaves %s as it is', (name) => {
		expect(formatDeck(name, fixture(name))).toBe(fixture(name));
	});

	test('leaves a deck of forty cards as it is', () => {
		expect(formatDeck('forty.md', fortyCards())).toBe(fortyCards());
	});

	test.each([
		['texts on the two sides of an id', '## A\n\n<!-- a -->\n\n\n<!-- #b -->\n\n\nThe ==shield==.\n'],
		['texts close to an id', '## A\n\n<!-- a -->\n<!-- #b -->\nThe ==shield==.\n'],
		['words behind two byte order marks', '\ufeff\ufeffWords'],
		['bare hashes in a comment that is never closed', '<!--\n### B\n## '],
		['bare hashes in code that is never closed', '```\ntext\n##  \n'],
		['bare hashes in a header that is never closed', '---\ntitle: A\n## \nid: b\n---\n'],
		[
			'the values around a header line that cannot be read',
			'---\ntitle: A\nlanguage: en\n \nA chain.\nauthors: [B]\nlicense: C\n---\n\n## Term: A\nB\n'
		],
		['a title that goes on behind a tab', '---\ntitle: The security dilemma\n\tand more\n---\n\n## Term: A\nB\n'],
		['a title that goes on below a blank line', '---\ntitle: The security dilemma\n\n  and more\n---\n\n## Term: A\nB\n']
	])('does not change how %s are read', (_, text) => {
		const once = formatDeck('any.md', text);
		expect(formatDeck('any.md', once)).toBe(once);
		const { notes, ...header } = parseDeck('any.md', text).deck;
		expect(parseDeck('any.md', once).deck).toMatchObject({
			...header,
			idWritten: expect.any(Boolean) as boolean,
			notes: notes.map((note) => ({ ...note, idWritten: true }))
		});
	});

	test('makes a deck typed on a phone canonical', () => {
		const formatted = formatDeck('security-dilemma.md', fixture('as-typed-on-a-phone.md'));
		expect(formatted).toMatchInlineSnapshot(`
			"---
			title: The security dilemma
			id: security-dilemma
			sources:
			  - id: jervis1978
			    title: Cooperation under the Security Dilemma
			---

			# Core ideas

			## Term: Security dilemma
			<!-- #security-dilemma -->

			A situation in which the steps one state takes to make itself safer
			make other states less safe.
			- Hint: Think of two neighbours who each buy a guard dog.
			- Source: jervis1978, p. 169

			## When is the security dilemma most severe?
			<!-- #when-is-the-security-dilemma-most-severe -->

			- [ ] Defence is easier than attack, and weapons show their purpose
			  > The safest of the four worlds.
			- [x] Attack is easier than defence, and weapons do not show their purpose
			  > Yes. Nobody can tell a shield from a sword.

			## Scenario: Rivals across a strait
			<!-- #rivals-across-a-strait -->

			You advise the government of Avaria.

			### What do you advise first?
			<!-- #what-do-you-advise-first -->

			- [ ] Mobilise the reserves → [Borduria mobilises too](#borduria-mobilises-too)
			  > You feel safer for a day.
			- [x] Invite inspectors → end

			### Borduria mobilises too
			<!-- #borduria-mobilises-too -->

			Both coasts are on alert.
			- [x] Use the hotline → end
			- [ ] Send an air patrol → end
			"
		`);
		expect(formatDeck('security-dilemma.md', formatted)).toBe(formatted);
		expect(parseDeck('security-dilemma.md', formatted).problems.map(({ code }) => code)).toEqual(['I917']);
	});

	test.each([
		['line ends', '## Why?\r\n<!-- #why -->\r\n\r\nSo.\r\n', '## Why?\n<!-- #why -->\n\nSo.\n'],
		['a BOM', '\ufeff## Why?\n<!-- #why -->\n\nSo.\n', '## Why?\n<!-- #why -->\n\nSo.\n'],
		['trailing blanks', '## Why?\t\n<!-- #why --> \n\nSo  \nit is. \n\n\n', '## Why?\n<!-- #why -->\n\nSo  \nit is.\n'],
		['an id in the heading', '## Why? {#why}\nSo.\n', '## Why?\n<!-- #why -->\n\nSo.\n'],
		['a comment in the heading', '## Why? <!-- #why -->\nSo.\n', '## Why?\n<!-- #why -->\n\nSo.\n'],
		['an id after a blank line', '## Why?\n\n<!--#why-->\n\n\nSo.\n', '## Why?\n<!-- #why -->\n\nSo.\n'],
		['a missing id', '## Why so?\nSo.\n', '## Why so?\n<!-- #why-so -->\n\nSo.\n'],
		[
			'keys',
			'## Why?\n<!-- #why -->\n\nSo.\n\n* **hint:** a\n+ DOUBT : b\n- part OF： c\n',
			'## Why?\n<!-- #why -->\n\nSo.\n\n- Hint: a\n- Doubt: b\n- Part of: c\n'
		],
		['boxes', '## Why?\n<!-- #why -->\n\n* [X] a\n>No\n* [ ] b\n', '## Why?\n<!-- #why -->\n\n- [x] a\n  > No\n- [ ] b\n'],
		['marks', '## Why\n<!-- #why -->\n\nSo {{c1::it::h}} is.\n', '## Why\n<!-- #why -->\n\nSo ==it=={1: h} is.\n'],
		[
			'headings',
			'##   Why?\n<!-- #why -->\n\nSo.\n##Who?\n<!-- #who -->\n\nHe.\n',
			'## Why?\n<!-- #why -->\n\nSo.\n\n## Who?\n<!-- #who -->\n\nHe.\n'
		],
		['terms', '## Terms\n<!-- #terms -->\n\n* **A**: b\n', '## Terms\n<!-- #terms -->\n\n- **A**: b <!-- #a -->\n']
	])('puts %s right', (_, text, expected) => {
		const header = '---\ntitle: T\nid: t\n---\n\n';
		const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
		expect(formatDeck('t.md', bom + header + text.replace('\ufeff', ''))).toBe(header + expected);
	});

	test('repairs a link whose label or target is stale, and leaves one that is lost', () => {
		const scenario = (link: string): string =>
			`---\ntitle: T\nid: t\n---\n\n## Scenario: A\n<!-- #a -->\n\n- [x] Go ${link}\n- [ ] Stay → end\n\n### Second place\n<!-- #second -->\n\nHere.\n`;
		const right = scenario('→ [Second place](#second-place)');
		for (const link of [
			'-> Second place',
			'=> second place',
			'→ [Old title](#second)',
			'→ [Second place](#old)',
			'-> [x](#second-place)'
		]) {
			expect(formatDeck('t.md', scenario(link))).toBe(right);
		}
		const lost = scenario('→ [Nowhere](#nowhere)');
		expect(formatDeck('t.md', lost)).toBe(lost);
	});

	test('leaves comments, code and unknown facts byte for byte', () => {
		const text =
			'---\ntitle: T\nid: t\nx-own:   {a:   1}\n---\n\n## Why?\n<!-- #why -->\n\n<!--   odd\t comment -->\n\n```\n* code  \t\n\n\n## no\n```\n\n- Source: x\n* Level :  hard\n';
		expect(formatDeck('t.md', text)).toBe(text.replace('* Level', '- Level'));
	});
});
