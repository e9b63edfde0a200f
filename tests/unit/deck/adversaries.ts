/** A line of nothing but this, as long as a line may be. */
function line(piece: string): string {
	return `${piece.repeat(Math.floor(19_990 / piece.length))}\n`;
}

/** One piece after the other until there is as much text as asked for. */
function many(make: (at: number) => string): (size: number) => string {
	return (size) => {
		const pieces: string[] = [];
		let length = 0;
		for (let at = 0; length < size; at++) {
			const piece = make(at);
			pieces.push(piece);
			length += piece.length;
		}
		return pieces.join('');
	};
}

/** Below a beginning of its own. */
function below(head: string, make: (at: number) => string): (size: number) => string {
	return (size) => head + many(make)(size);
}

/** Texts of any size that are made to take long: of each the shape that would cost most if a reader looked back or ahead at every step. */
export const ADVERSARIES: Readonly<Record<string, (size: number) => string>> = {
	'sound cards': many((at) => `## Why is ${at}?\n<!-- #why-${at} -->\n\nBecause of ${at} and so.\n\n- Hint: think\n\n`),
	'lines of ==': many(() => line('==')),
	'a long line of marks on each card': many((at) => `## Text ${at}\n${line(`a ==b${at}== c `)}`),
	'a long line of [ on each card': many((at) => `## Text ${at}\n${line('[')}`),
	'a long line of ![]( on each card': many((at) => `## Text ${at}\n${line('![](')}`),
	'a long line of runs of ` on each card': many((at) => `## Text ${at}\n${line(`${'`'.repeat(1 + (at % 50))} `)}`),
	'a long line of {{c1:: on each card': many((at) => `## Text ${at}\n${line('{{c1::')}`),
	'a long line of ** on each card': many((at) => `## Text ${at}\n${line('**a')}`),
	'a long line of bars on each card': many((at) => `## Text ${at}\n${line('|')}`),
	'many hidden words in one text': below('## Text\n', (at) => `word ==hidden${at}== and ==same== so\n`),
	"many of Anki's hidden words": below('## Text\n', (at) => `{{c${at % 9}::w${at}::h}} so\n`),
	'nested lists': many(() => Array.from({ length: 19 }, (_, depth) => `${' '.repeat(2 * depth)}- item\n`).join('')),
	'bullets further and further in': below('## A\n', (at) => `${' '.repeat(at % 3000)}- x\n`),
	'open comments': many(() => '<!-- open\n'),
	'an open comment on each card': many((at) => `## Why ${at}?\n<!-- open\n`),
	'an open id on each card': many((at) => `## Why ${at}?\n<!-- #a\n`),
	'an open fence on each card': many((at) => `## Why ${at}?\n\`\`\`\n`),
	'fences of all lengths': many((at) => `${'`'.repeat(3 + (at % 200))}\n`),
	'equal headings': many(() => '## Why?\nSo.\n'),
	'headings that differ in a number': many((at) => `## What is the reason for the war of ${at}?\nThe answer is ${at * 7}.\n`),
	'equal ids': many((at) => `## Why ${at}?\n<!-- #a -->\nSo.\n`),
	'ids below ids': many(() => '<!-- #a -->\n'),
	sections: many((at) => `# Part ${at % 7}\n- Source: a\n`),
	'equal terms': below('## Terms\n', () => '- **a**: b\n'),
	'terms that need one another': below('## Terms\n', (at) => `- **a${at}**: b\n  - Needs: a${at + 1}\n`),
	'terms in a long chain': many((at) => `## Term: T${at}\n<!-- #t${at} -->\nD.\n- Needs: t${at + 1}; t${at + 2}\n`),
	'names of no term': many((at) => `## Q${at}?\nD.\n- Needs: n${at}\n`),
	'equal steps': below('## Scenario: A\n', () => '### Step\n- [x] a -> Step\n- [ ] b -> Stp\n'),
	'many steps': below('## Scenario: A\n', (at) => `### Step ${at}\n- [x] a -> Step ${at + 1}\n- [ ] b -> Step ${(at * 7919) % 1000}\n`),
	'arrows after arrows': below('## Scenario: A\n', () => `- [x] ${'→ [a](#b) -> c '.repeat(50)}\n`),
	options: below('## Which?\n', (at) => `- [ ] option ${at}\n  > no\n`),
	'equal options': below('## Which?\n', () => '- [x] option\n'),
	'text after options': below('## Which?\n- [x] a\n- [ ] b\n\n', () => 'text\n\n'),
	'a long feedback': below('## A\n- [x] b\n', () => '  > c\n'),
	facts: below('## Why?\nSo.\n', (at) => `- Source: a${at}\n- Needs: b${at}\n`),
	'a fact of many lines': below('## Why?\nSo.\n- Needs: x\n', (at) => `  b${at}; c;\n`),
	'misspelt facts': below('## Why?\nSo.\n', () => '- Hnit: a\n- Soruce: b\n'),
	'plain bullets among facts': below('## Why?\nSo.\n- Hint: a\n', () => '- plain\n'),
	'unknown facts': below('## Why?\nSo.\n- Hint: a\n', (at) => `- Word${at}: b\n`),
	'a long header': (size) => `---\ntitle: T\n${many((at) => `x${at}: y\n`)(size)}---\n`,
	'a header that is not closed': below('---\n', (at) => `x${at}: y\n`),
	'many sources': (size) =>
		`---\nsources:\n${many((at) => `  - id: s${at}\n    title: t\n`)(size / 2)}---\n${many((at) => `## Q${at}?\nA.\n- Source: z${at}\n`)(size / 2)}`,
	'a long table to match': below('## Match: A\n| a | b |\n| --- | --- |\n', (at) => `| a${at} | b${at % 3} |\n`),
	'a long list to put in order': below('## Put in order: A\n', (at) => `${at}. a${at % 5}\n`),
	'labels on a picture': below('## A\n![b](c.svg)\n- Alt asked: x\n', (at) => `- Hide: 1% 2% 3% 4% = l${at}\n`),
	pictures: many((at) => `## A ${at}\n![](pic${at}.svg)\n`),
	'other answers': below('## A\n- Answer: b\n', (at) => `- Also accept: b${at}; c${at}\n`),
	'direction marks': many(() => '\u202e\u2066a'),
	'returns alone': many(() => '\r'),
	'blank lines': many(() => '\n'),
	underlines: many(() => 'a\n---\n\n'),
	'long headings': many((at) => `## ${'word '.repeat(3000)}${at}\nSo.\n`),
	'long ids': many((at) => `## A ${at}\n<!-- #${'a-'.repeat(4000)}${at} -->\nSo.\n`),
	hashes: many(() => '## ## ##\n'),
	tags: many(() => '<div>\n')
};
