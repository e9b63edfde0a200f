/** A deck of forty cards of every kind, in four sections; its file should be called forty.md. */
export function fortyCards(): string {
	const cards = Array.from({ length: 40 }, (_, at) => KINDS[at % KINDS.length]?.(at) ?? '');
	const parts = [0, 1, 2, 3].map((part) => `# Part ${part}\n\n${cards.slice(part * 10, part * 10 + 10).join('\n')}`);
	return `---\ntitle: Forty cards\nid: forty\nsources:\n  - id: jervis1978\n    title: Cooperation\n---\n\n${parts.join('\n')}`;
}

const KINDS: readonly ((at: number) => string)[] = [
	(at) =>
		`## Term: Word ${at}\n<!-- #word-${at} -->\n\nWhat word ${at} means.\nIn two lines.\n\n- Source: jervis1978, p. ${at}\n- Tags: core\n`,
	(at) =>
		`## Why number ${at}?\n<!-- #why-${at} -->\n\nBecause of ${at}:\n\n- one thing\n- another\n\n- Source: jervis1978\n- Hint: think\n`,
	(at) => `## Text ${at}\n<!-- #text-${at} -->\n\nThe ==shield== of ${at} looks\nlike a ==sword=={1: a weapon}.\n\n- Source: jervis1978\n`,
	(at) => `## Which of ${at}?\n<!-- #which-${at} -->\n\n- [ ] One\n  > No.\n- [x] Two\n  > Yes.\n- [ ] Three\n- Why: so\n`,
	(at) => `## Code ${at}?\n<!-- #code-${at} -->\n\n\`\`\`\nx = ${at}\n## no card\n- [ ] no box\n\`\`\`\n\nThat is it.\n`,
	(at) => `## True or false: It is ${at}.\n<!-- #tf-${at} -->\n\nTrue. It is ${at}.\n`,
	(at) => `## How many in ${at}?\n<!-- #many-${at} -->\n\n- Answer: ${at} ± 1\n`,
	(at) => `## Put in order: Steps ${at}\n<!-- #order-${at} -->\n\n1. One\n2. Two\n3. Three\n4. Four\n`,
	(at) => `## Match: Ideas ${at}\n<!-- #match-${at} -->\n\n| A | B |\n| --- | --- |\n| one | two |\n| three | four |\n| five | six |\n`,
	(at) =>
		`## Scenario: Case ${at}\n<!-- #case-${at} -->\n\nYou are there.\n\n<!-- a note\nof two lines -->\n\n### First of ${at}?\n<!-- #first -->\n\n- [x] Go → [Second of ${at}](#second-of-${at})\n  > Good.\n- [ ] Stay → end\n\n### Second of ${at}\n<!-- #second -->\n\nIt is late.\n`
];
