import GithubSlugger from 'github-slugger';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Anchors } from '#lib/core/deck/anchor.ts';

test('anchors are those of GitHub, for any headings in any order', () => {
	const heading = fc.oneof(
		fc.constantFrom('A', 'a', 'A 1', 'a-1', 'What now?', 'Ärger', '中文 x', 'a_b', 'x  y', '"q" & (r)'),
		fc.string({ maxLength: 8 })
	);
	fc.assert(
		fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
			const slugger = new GithubSlugger();
			const anchors = new Anchors();
			expect(headings.map((it) => anchors.next(it))).toEqual(headings.map((it) => slugger.slug(it)));
		})
	);
});
