/** What teachers really type. `read`: what comes of it, as `digest` tells it; `problems`: codes with line and column, hints of missing ids and lints left out. */
export interface RealInput {
	readonly name: string;
	readonly text: string;
}

export const REAL_INPUT: readonly RealInput[] = [
	{
		name: 'an answer that is a list, with a source below it',
		text: '## What drives the spiral?\n- fear\n- arms\n- Source: jervis1978, p. 3\n'
	},
	{
		name: 'an answer that is a list, a blank line, and a source',
		text: '## What drives the spiral?\n\n- fear\n- arms\n\n- Source: jervis1978\n'
	},
	{ name: 'a bullet with a colon as an answer', text: '## Who exports what?\n- Russia: exports raw materials\n' },
	{
		name: 'bullets that begin with Note and State',
		text: '## What is meant?\n- Note: read it twice\n- State: an actor\n- Hint: two words\n'
	},
	{
		name: 'a wrapped option',
		text: '## Which?\n- [ ] an option that is so long that it\ngoes on at the margin\n- [x] another that\n  goes on indented\n'
	},
	{ name: 'an explanation after the options', text: '## Which?\n- [ ] one thing\n- [x] two things\n\nBecause two is more.\nEven more.\n' },
	{
		name: 'headings, boxes and marks in code and comments',
		text: '## What is this?\n\n```\n## no card\n- [x] no box\n==no mark==\n```\n\n<!-- ## no\n- [ ] box\n==mark== -->\n\nCode, and `==none==`.\n'
	},
	{ name: 'bold keys pasted from a chat', text: '## Why?\nSo.\n\n- **Hint:** think\n- **Source**: jervis1978\n* __Why:__ it is\n' },
	{ name: 'full-width colons', text: '## 什么是无政府状态？\n没有更高的权威。\n- Hint：想一想\n- Source： jervis1978\n' },
	{
		name: 'French spacing before the colon',
		text: '## Pourquoi ?\nParce que.\n- Hint : deux voisins\n- Source\u00a0: jervis1978\n- Why\u202f: voilà\n'
	},
	{ name: 'smart dashes for a rule', text: '## Why?\n\nMore of the question.\n\n—-\n\nSo.\n' },
	{ name: 'smart dashes in an id', text: '## Why?\n<!— #why —>\nSo.\n' },
	{ name: 'drawn bullets', text: '## Why?\n• one\n• two\n' },
	{ name: 'drawn boxes', text: '## Which?\n☐ one thing\n☑ two things\n' },
	{ name: 'drawn boxes behind bullets', text: '## Which?\n- ☐ one thing\n- ☒ two things\n' },
	{ name: 'a title heading and no front matter', text: '# Realism\n\nAn introduction.\n\n## Why?\nSo.\n' },
	{ name: 'a title with a colon', text: '---\ntitle: Realism: an introduction\n---\n## Why?\nSo.\n' },
	{ name: 'a title that is a number', text: '---\ntitle: 1984\n---\n## Why?\nSo.\n' },
	{ name: 'a title with a hash', text: '---\ntitle: #1 in the world\n---\n## Why?\nSo.\n' },
	{ name: 'a title that YAML reads as yes', text: '---\ntitle: Yes\nid: 0x10\n---\n## Why?\nSo.\n' },
	{ name: 'a Hindi heading', text: '## अराजकता क्या है?\nकोई सत्ता नहीं।\n' },
	{ name: 'an Arabic heading', text: '## ما هي الفوضى؟\nلا سلطة فوق الدول.\n' },
	{ name: 'a Cyrillic term', text: '## Term: Анархия\nНет власти над государствами.\n' },
	{ name: 'an emoji as the whole heading', text: '## 🕊️\nPeace.\n' },
	{ name: 'a picture as the whole heading', text: '## ![A dove](dove.svg)\nPeace.\n' },
	{ name: 'a picture without description as the whole heading', text: '## ![](white-dove.svg)\nPeace.\n' },
	{ name: 'the same heading twice', text: '## Why?\nSo.\n\n## Why?\nOr so.\n' },
	{ name: 'the same words hidden twice', text: '## The spiral\nWhere ==fear== rules, more ==fear== follows in time.\n' },
	{
		name: 'claims matched to two authors',
		text: '## Match: Claim and author\n| Claim | Author |\n|---|---|\n| Anarchy | Herz |\n| Offence | Jervis |\n| Spirals | Jervis |\n'
	},
	{ name: 'a date as an answer', text: '## When did it end?\n- Answer: 20 July 2023\n' },
	{ name: 'a percentage with a tolerance', text: '## How much?\n- Answer: 26.3 % ± 1\n' },
	{ name: 'a relative tolerance', text: '## How many?\n- Answer: 1500 ± 2 %\n' },
	{ name: 'CRLF', text: '## Why?\r\nSo\r\nit is.\r\n' },
	{ name: 'a BOM and no final newline', text: '\ufeff## Why?\nSo.' },
	{ name: 'CR alone', text: '## Why?\rSo.\r- Hint: x\r' },
	{ name: 'Markdown copied from Word', text: '## Why?\n\n·\u00a0\u00a0 one\n\n·\u00a0\u00a0 two\n\n“So,” he said…\n' },
	{ name: 'Markdown copied from Google Docs', text: '## **Why?** {#why}\n\n* one  \n* two\n\n[image1]: <data:image/png;base64,AAAA>\n' },
	{ name: 'closing hashes', text: '## Why? ##\nSo.\n' },
	{ name: 'curly apostrophe in a status', text: '## Why?\nSo.\n- Status: author’s claim\n- Source: jervis1978\n' },
	{ name: 'a status in capitals', text: '## Why?\nSo.\n- Status: Contested\n- Doubt: perhaps not\n' },
	{ name: 'a misspelt key alone', text: '## Why?\nSo.\n- Soruce: jervis1978\n' },
	{ name: 'a misspelt kind', text: '## Trem: Anarchy\nNone above.\n' },
	{ name: 'capitals in keys and kinds', text: '## TERM: Anarchy\nNone above.\n- HINT: x\n' },
	{ name: 'a rule directly under text', text: '## Why?\nMore.\n---\nSo.\n' },
	{ name: 'no space after the hashes', text: '##Why?\nSo.\n##Who?\nHe.\n' },
	{ name: 'a box without a bullet', text: '## Which?\n[ ] one thing\n[x] two things\n' },
	{ name: 'a box without a space', text: '## Which?\n- []one thing\n- [x]two things\n' },
	{ name: 'numbered options', text: '## Which?\n1. one thing\n2. two things\n' },
	{ name: 'links that look like boxes', text: '## Where?\n- [x](https://x.org)\n- [ ](https://y.org)\n' },
	{ name: 'feedback after a blank line', text: '## Which?\n- [ ] one thing\n\n  > No.\n\n- [x] two things\n\n  > Yes.\n' },
	{ name: 'equal signs in formulas and addresses', text: '## What is tested?\nWhether a == b, or x==y; see https://x.org/?a=b==\n' },
	{ name: 'a third level of headings under a question', text: '## Why?\nSo.\n\n### More\nAnd so on.\n' },
	{ name: 'a table as an answer', text: '## Who did what?\n| Who | What |\n| --- | --- |\n| A | b |\n- Source: jervis1978\n' },
	{ name: 'an address as a source', text: '## Why?\nSo.\n- Source: https://example.org/x\n' },
	{ name: 'a comment between facts', text: '## Why?\nSo.\n- Hint: x\n<!-- check this -->\n- Source: jervis1978\n' },
	{ name: 'true or false with a bold verdict', text: '## True or false: War is peace.\n**False.** It is not.\n' },
	{ name: 'text behind the facts', text: '## Why?\nSo.\n\n- Source: jervis1978\n\nAnd so on.\n' },
	{ name: 'a quotation as an answer', text: '## What did he say?\n> The strong do what they can.\n- Source: jervis1978\n' },
	{
		name: 'terms with dashes and no bold',
		text: '## Key terms\n- Anarchy – none above\n- **Balance:** none ahead\n- **Order** - some rules\n'
	},
	{ name: 'a term list under another heading', text: '## Vocabulary\n- **Anarchy**: none above\n- **Balance**: none ahead\n' },
	{ name: 'an arrow in a plain option', text: '## Which?\n- [x] fear -> arms\n- [ ] arms -> peace\n' },
	{ name: 'an answer with an arrow to nowhere', text: '## Scenario: A\nText.\n- [x] Go -> the end of the world\n- [ ] Stay -> end\n' }
];
