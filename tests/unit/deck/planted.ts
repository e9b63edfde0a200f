/** A mistake planted in a sound deck: `«` marks where it must be found, `@` where an emoji may stand before it in the line. */
export interface Planted {
	readonly code: string;
	readonly text: string;
	/** What the fix must leave at the place of the mistake. */
	readonly fixed?: string;
}

export const HEAD =
	'---\ntitle: Test\nid: test\nlint: { I910: off, I917: off, I915: off }\nsources:\n  - id: jervis1978\n    title: Cooperation\n---\n\n';

const note = (code: string, body: string, fixed?: string): Planted => ({ code, text: HEAD + body, ...(fixed !== undefined && { fixed }) });
const choice = '- [ ] One\n  > No, because.\n- [x] Two\n  > Yes.\n';
const card = '## Why?\n<!-- #why -->\n\n';

export const PLANTED: readonly Planted[] = [
	{ code: 'E001', text: '«---\ntitle: Test\nid: test\n\n## Why?\n<!-- #why -->\n\nSo.\n', fixed: '---\ntitle: Test\nid: test\n---\n' },
	{
		code: 'E002',
		text: '---\ntitle: «@Realism: an introduction\nid: test\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n',
		fixed: '"@Realism: an introduction"'
	},
	{
		code: 'E002',
		text: '---\ntitle: Test\ndescription: «@Realism #1\nid: test\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n',
		fixed: '"@Realism #1"'
	},
	{ code: 'E002', text: '---\ntitle: Test\nid: test\nauthors: «[A, B\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n' },
	{ code: 'E002', text: '---\ntitle: Test\nid: test\nsources:\n  - «title: No id\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n' },
	{
		code: 'E002',
		text: '---\ntitle: Test\nid: test\nsources:\n  - id: a\n«\ttitle: A\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n- Source: a\n'
	},
	{ code: 'E002', text: '---\ntitle: «"@Test\nid: test\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n', fixed: '"@Test"' },
	note('E107', '## Why?\n«<!-- #why\n\nSo.\n', '<!-- #why -->\n'),
	note('E304', `${card}So.\n\n- Source: jervis1978\n«Hint: @x\n`, '- Hint: @x'),
	{ code: 'W003', text: '---\ntitle: Test\nid: test\n«licence: MIT\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n', fixed: 'license: MIT' },
	{ code: 'I004', text: '---\ntitle: Test\nid: test\n«school: Lyceum\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n' },
	{ code: 'I006', text: '«---\nid: test\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n' },
	{ code: 'E007', text: '---\ntitle: Test\nid: test\n«—-\n\n## Why?\n<!-- #why -->\n\nSo.\n', fixed: '---\n\n## Why?' },
	note('E007', `## Why?\n\n«<!— #why —>\n\nSo.\n`, '<!-- #why -->'),
	note('E007', `${card}«• One\n- Two\n`, '- One'),
	note('E007', `## Which?\n<!-- #which -->\n\n«☐ One\n  > No.\n- [x] Two\n`, '- [ ] One'),
	note('E007', `${card}More.\n\n«—-\n\nSo.\n`, '---'),
	{ code: 'E008', text: `---\ntitle: Test\nid: test\nauthors: &a [A]\nlicense: «*a\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n` },
	note('E101', '«##Why?\n<!-- #why -->\n\nSo.\n', '## Why?'),
	note('E103', `${card}More.\n«---\n\nSo.\n`, '\n---'),
	note('E104', `${card}So.\n\n«#### More\n\nMore.\n`),
	note('W104', `${card}So.\n\n«### More\n\nMore.\n`),
	note('W105', '«@Text.\n\n## Why?\n<!-- #why -->\n\nSo.\n'),
	note(
		'W106',
		'## «Scenraio: Rivals\n<!-- #rivals -->\n\nText.\n\n### Step\n<!-- #step -->\n\n- [x] One → end\n- [ ] Two → end\n',
		'Scenario: Rivals'
	),
	note('W106', '## «Temr: Anarchy\n<!-- #anarchy -->\n\nNone above.\n', 'Term: Anarchy'),
	note('E107', `${card}So.\n\n«\`\`\`js\ncode\n`),
	note('E107', `${card}So.\n\n«<!-- note\n`),
	note('W108', '## «@Words\n<!-- #words -->\n\n- **Anarchy**: none above.\n- **Balance**: none ahead.\n', 'Terms'),
	note('W109', `${card}@So«\u202e it is.\n`),
	note('E201', '## Why?\n<!-- #why -->\n«<!-- #why-2 -->\n\nSo.\n', '\nSo.'),
	note('I202', '## «@Why?\n\nSo.\n', undefined),
	note('E203', '## Why?\n<!-- #why -->\n\nSo.\n\n## Who?\n<!-- #«why -->\n\nHe.\n'),
	note('E204', '## Why?\n<!-- #«Why_so -->\n\nSo.\n', 'why-so'),
	note('I301', '## Which?\n<!-- #which -->\n\n- [ ] One\n«> No.\n- [x] Two\n', '  > No.'),
	note('W302', `${card}So.\n\n- «Hnit: x\n- Source: jervis1978\n`, 'Hint: x'),
	note('W302', `${card}So.\n\n- Source: jervis1978\n- **«Statuss:** fact\n`),
	note('I303', `${card}So.\n\n- Source: jervis1978\n- «Level: hard\n`),
	note('E304', '## Which?\n<!-- #which -->\n\n- [ ] One\n«- @Two\n- [x] Three\n'),
	note('E304', `${card}So.\n\n- Source: jervis1978\n«- @and more\n`),
	note('E305', '## Which?\n<!-- #which -->\n\n- «[] One\n- [x] Two\n', '[ ] One'),
	note('E305', '## Which?\n<!-- #which -->\n\n«-[ ] One\n- [x] Two\n', '- [ ] One'),
	note('E305', '## Which?\n<!-- #which -->\n\n- [ ] One\n- «[ x] Two\n', '[x] Two'),
	note('I305', '## Which?\n<!-- #which -->\n\n- [ ] One\n- [x] Two\n\n«@Because.\n', '- Why: @Because.'),
	note('E306', `${card}So.\n\n- Why: a\n«- Why: b\n`.replace('«- Why', '- «Why')),
	note('E307', `## Term: Anarchy\n<!-- #anarchy -->\n\nNone above.\n\n- Reverse: «@maybe\n`),
	note('E307', `${card}So.\n\n- Changed: «@yesterday\n`),
	note('E401', `## The spiral\n<!-- #why -->\n\n@It looks «==offensive and so on.\n`),
	note('W402', `${card}@So «![](spiral.svg)\n`),
	note('W404', '## «@Why so?\n<!-- #why -->\n\nIt looks ==offensive== here.\n'),
	note('E405', '## The spiral\n<!-- #why -->\n\n@It looks «==offensive\n\nand so== on.\n'),
	note('E406', '## Parts\n<!-- #why -->\n\n![Two arrows](spiral.svg)\n\n- Alt asked: arrows\n- Hide: «@12% 30% 20% = arms\n'),
	note('E406', '## Parts\n<!-- #why -->\n\n![Two arrows](spiral.svg)\n\n- «Hide: 12% 30% 20% 8% = arms\n'),
	note('E407', '## «@Which?\n<!-- #which -->\n\n- [ ] One\n- [x] Two\n- Answer: Two\n'),
	note('E407', '## «Term: @Anarchy\n<!-- #which -->\n\n- [ ] One\n- [x] Two\n'),
	note('W408', `## Who?\n<!-- #who -->\n\n@It was «John Herz.\n\n- Answer: John Herz\n`),
	note('E501', '## Which?\n<!-- #which -->\n\n- «[ ] One\n- [ ] Two\n'),
	note('E502', '## «@Which?\n<!-- #which -->\n\n- [x] One\n'),
	note('E503', '## Which?\n<!-- #which -->\n\n- [x] @One\n- [ ] «@One\n'),
	note('E504', '## «@Why?\n<!-- #why -->\n'),
	note('E504', '## «Term: @Anarchy\n<!-- #why -->\n'),
	note('E504', '## Terms\n<!-- #terms -->\n\n- **A**: b. <!-- #a -->\n- «**@B**\n'),
	note('E505', '## Which?\n<!-- #which -->\n\n- [x] One\n- [x] Two\n- «Choose: one\n'),
	note('E506', '## True or false: War is peace.\n<!-- #why -->\n\n«@It is not.\n'),
	note('E507', '## How many?\n<!-- #why -->\n\n- Answer: 9.81 «+/- 0.1 m/s\n', '± 0.1'),
	note('E507', '## How many?\n<!-- #why -->\n\n- Answer: 9.81 «± a bit\n'),
	note('E508', '## «Put in order: @Steps\n<!-- #why -->\n\n1. One\n2. Two\n'),
	note('E509', '## «Match: @Ideas\n<!-- #why -->\n\n| A |\n| --- |\n| b |\n'),
	note('E509', '## Match: Ideas\n<!-- #why -->\n\n| A | B |\n| --- | --- |\n| b | c |\n«| b | d |\n'),
	note('E601', `${card}So.\n\n- Source: «jarvis1978, p. 3\n`, 'jervis1978, p. 3'),
	note('E602', `${card}So.\n\n- Status: «contestd\n- Doubt: x\n`, 'contested'),
	note('W603', `${card}So.\n\n- Status: «contested\n`),
	note('W603', `${card}So.\n\n- Status: «author’s claim\n`),
	note('W606', `${card}So.\n\n- Source: jervis1978, «@somewhere\n`),
	note('E701', '## «Scenario: @Rivals\n<!-- #why -->\n\nText.\n'),
	note(
		'E702',
		'## Scenario: Rivals\n<!-- #why -->\n\nText.\n\n### First\n<!-- #first -->\n\n- [x] @One «→ [Secnd](#secnd)\n- [ ] Two → end\n\n### Second\n<!-- #second -->\n\nMore.\n',
		'→ [Second](#second)'
	),
	note(
		'W703',
		'## Scenario: Rivals\n<!-- #why -->\n\nText.\n\n### First\n<!-- #first -->\n\n- [x] One → end\n- [ ] Two → end\n\n### «@Second\n<!-- #second -->\n\nMore.\n'
	),
	note(
		'W704',
		'## Scenario: Rivals\n<!-- #why -->\n\nText.\n\n### «@First\n<!-- #first -->\n\n- [x] One → [Second](#second)\n- [ ] Two → [Second](#second)\n\n### Second\n<!-- #second -->\n\n- [x] Back → [First](#@first)\n- [ ] Again → [First](#first)\n'.replace(
			'#@first',
			'#first'
		)
	),
	note('E502', `## «@Which?\n<!-- #which -->\n\n- [x] One\n\n## Other?\n<!-- #other -->\n\n${choice}`),
	note('W302', `${card}So.\n\n- «Hint @Think of two neighbours\n- Source: jervis1978\n`, 'Hint: '),
	note('W302', `${card}So.\n\n- «Also accept @Herz\n- Source: jervis1978\n`, 'Also accept: '),
	note('W302', `${card}So.\n\n- «**Hint** @Think\n- Source: jervis1978\n`, '**Hint**: '),
	note('W105', `# Part\n\nBecause nobody protects them.\n\n- «Hint: @Think\n- Source: jervis1978\n\n## Why?\n<!-- #why -->\n\nSo.\n`),
	note('I202', '## Scenario: Rivals\n<!-- #why -->\n\nText.\n\n### «@First\n\n- [x] One → end\n- [ ] Two → end\n'),
	note(
		'E401',
		'## Scenario: Rivals\n<!-- #why -->\n\nText.\n\n### First\n<!-- #first -->\n\n@It «==looks bad.\n\n- [x] One → end\n- [ ] Two → end\n'
	),
	...['[xx]', '[*]', '[v]', '[х]', '[ x ]', '\\[x\\]', '(x)'].map((box) =>
		note('E305', `## Which?\n<!-- #which -->\n\n- [ ] One\n- «${box} @Two\n`, '- [x] @Two')
	),
	...['[-]', '[_]', '[  ]', '\\[ \\]', '( )'].map((box) =>
		note('E305', `## Which?\n<!-- #which -->\n\n- [x] One\n- «${box} @Two\n`, '- [ ] @Two')
	),
	note('W302', `${card}So.\n\n- «Hints: @x\n- Source: jervis1978\n`, 'Hint: @x'),
	note('W302', `${card}So.\n\n- «Hints: @x\n`, 'Hint: @x'),
	note('E101', '«##\u00a0Why?\n<!-- #why -->\n\nSo.\n', '## Why?'),
	note('W109', `${card}So.\n\n«\u200b## Who?\n`, '## Who?'),
	note('W109', `${card}So.\n\n- «\ufeffHint: x\n- Source: jervis1978\n`, '- Hint: x'),
	note('W105', '# «@Why?\n\nSo.\n\n# Who?\n\nHe.\n'),
	note('E504', '## «@Why?\n<!-- #why -->\n\n<!-- to do -->\n'),
	note('E504', '## How many?\n<!-- #why -->\n\n- «Answer:\n'),
	note(
		'E702',
		'## Scenario: A\n<!-- #a -->\n\nText.\n\n### First\n<!-- #first -->\n\n- [x] @Go «➔ Secnd\n- [ ] Stay –> end\n\n### Second\n<!-- #second -->\n\nMore.\n',
		'→ [Second](#second)'
	),
	{
		code: 'E002',
		text: '---\ntitle: Test\nid: test\nsources:\n  - id: a\n    title: A\n    «author: \n- @Answer: 3\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n\n- Source: a\n'
	},
	note('W110', '## Which?\n<!-- #which -->\n\n    «- [ ] @One\n    - [x] Two\n', '\n- [ ] @One\n- [x] Two'),
	note('W110', '## Which?\n<!-- #which -->\n\n\t«- [ ] @One\n\t- [x] Two\n', '\n- [ ] @One\n- [x] Two'),
	note('E305', '## Which?\n<!-- #which -->\n\n- [x] One\n«-\u00a0[ ] @Two\n', '\n- [ ] @Two'),
	note('E305', '## Which?\n<!-- #which -->\n\n- [x] One\n«- \u00a0[ ] @Two\n', '\n- [ ] @Two'),
	note('E007', `${card}So.\n\n- Source: jervis1978\n«-\u00a0Hint: @x\n`, '\n- Hint: @x'),
	note('E007', `${card}So.\n\n«-\u202fHint: @x\n- Source: jervis1978\n`, '\n- Hint: @x'),
	note('W302', `${card}So.\n\n«Hint: @x\n`, '\n- Hint: @x'),
	note('W302', `${card}So.\n«Why: @x\n`, '\n- Why: @x'),
	note('W302', '## Which?\n<!-- #which -->\n\n- [ ] One\n- [x] Two\n\n«Hint: @x\n', '\n- Hint: @x'),
	note('W302', '## Which?\n<!-- #which -->\n\n- [ ] One thing or another\n- [x] Two\n«Hint: @x\n', '\n- Hint: @x'),
	note('W302', `${card}So.\n\n1. «Source: jervis1978\n`.replace('1. «', '«1. '), '\n- Source: jervis1978'),
	note('W302', `${card}So.\n\n- «Source = jervis1978\n`, '- Source: jervis1978'),
	note('E304', `${card}So.\n\n- Hint: @x\n- «Source = jervis1978\n`, '- Source: jervis1978'),
	note('W302', `${card}So.\n\n- «Source= jervis1978\n- Hint: @x\n`, '- Source: jervis1978'),
	note('W106', '## «True/False: @War is peace.\n<!-- #why -->\n\nFalse. It is not.\n', '## True or false: @War is peace.'),
	note('W106', '## «True or false? @War is peace.\n<!-- #why -->\n\nFalse. It is not.\n', '## True or false: @War is peace.'),
	note('W106', '## «Term Anarchy\n<!-- #why -->\n\n@None above.\n', '## Term: Anarchy'),
	note(
		'W106',
		'## «Scenario A @crisis\n<!-- #why -->\n\nText.\n\n### First\n<!-- #first -->\n\n- [x] One → end\n- [ ] Two → end\n',
		'## Scenario: A @crisis'
	),
	note('I205', '## Why @so?\n«<!-- why-so -->\n\nSo.\n', '\n<!-- #why-so -->\n'),
	note('W308', '## Which?\n<!-- #which -->\n\n- [ ] One\n  «- @because it is\n- [x] Two\n', '\n  > @because it is'),
	note('W606', `${card}So.\n\n- Source: «jervis1978, p. 3; jervis1978, p. 5\n`, '- Source: jervis1978, p. 3\n- Source: jervis1978, p. 5'),
	note('E601', `${card}So.\n\n- Source: «jervis1978; jervis1978, p. 5\n`, '- Source: jervis1978\n- Source: jervis1978, p. 5'),
	note('E503', '## Which?\n<!-- #which -->\n\n- [x] @One\n- [ ] «@one .\n'.replace(' .', '.'))
];
