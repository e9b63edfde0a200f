import { seeded } from './seeded.ts';

const WORDS =
	'the a of to in and that state states power fear anarchy alliance war peace treaty border army trade embargo sanction rival neighbour leader regime balance threat order hegemon deterrence weapon intention security dilemma signal cost crisis interest norm institution empire revolution election minister summit pledge credible offence defence buildup spiral trust verify inspection neutral partner buffer sphere influence doctrine strategy escalate restrain compel attract persuade which would could because although since before after against between without toward under over never often seldom most some both each its their one’s Walt’s Nye’s Kraków São façade'.split(
		' '
	);
const SOURCES = ['waltz1979', 'walt1987', 'jervis1978', 'herz1950', 'nye2004', 'mearsheimer2001', 'schelling1966', 'kennan1947'];
const LOCATORS = ['ch. 6', 'p. 169', 'pp. 12-14', 'par. 4', '§ 3', 'fig. 2'];
const LINE = 90;

interface Writer {
	/** A whole number below this. */
	readonly upTo: (most: number) => number;
	readonly chance: (share: number) => boolean;
	readonly words: (count: number) => string;
	/** A sentence of about that many words. */
	readonly sentence: (count: number) => string;
	/** Sentences, wrapped as a careful author wraps them. */
	readonly prose: (sentences: number) => string;
}

function writer(random: () => number): Writer {
	const upTo = (most: number): number => Math.floor(random() * most);
	const words = (count: number): string => Array.from({ length: count }, () => WORDS[upTo(WORDS.length)]).join(' ');
	const sentence = (count: number): string => {
		const text = words(Math.max(3, count - 3 + upTo(7)));
		const middle = text.indexOf(' ', text.length / 2);
		const joined = random() < 0.4 && middle > 0 ? `${text.slice(0, middle)}${random() < 0.2 ? ' –' : ','}${text.slice(middle)}` : text;
		return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
	};
	const prose = (sentences: number): string => wrap(Array.from({ length: sentences }, () => sentence(12)).join(' '));
	return { upTo, chance: (share) => random() < share, words, sentence, prose };
}

function wrap(text: string): string {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line.length + word.length >= LINE) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line].join('\n');
}

/** A card's heading, id line and body, without its facts. */
type Kind = (w: Writer, number: number) => string;

function heading(text: string, id: string, w: Writer): string {
	return w.chance(0.98) ? `## ${text}\n<!-- #${id} -->\n\n` : `## ${text}\n\n`;
}

function options(w: Writer, count: number, arrow: (at: number) => string): string {
	const right = w.upTo(count);
	return Array.from({ length: count }, (_, at) => {
		const feedback = w.chance(0.9) ? `\n  > ${w.sentence(14)}` : '';
		return `- [${at === right ? 'x' : ' '}] ${w.sentence(9).slice(0, -1)}${arrow(at)}${feedback}`;
	}).join('\n');
}

const term: Kind = (w, n) => `${heading(`Term: Concept ${w.words(1)} ${n}`, `concept-${n}`, w)}${w.prose(2)}\n`;
const question: Kind = (w, n) => `${heading(`Why does ${w.words(8)} ${n}?`, `why-${n}`, w)}${w.prose(2)}\n`;
const choice: Kind = (w, n) => `${heading(`Which of these ${w.words(9)} ${n}?`, `which-${n}`, w)}${options(w, 4, () => '')}`;
const cloze: Kind = (w, n) =>
	`${heading(`About ${w.words(3)} ${n}`, `about-${n}`, w)}${w.prose(1)} The ==${w.words(1)}==\nof ${w.words(6)} is ==${w.words(2)}=={1: a hint}.\n`;
const trueFalse: Kind = (w, n) =>
	`${heading(`True or false: ${w.sentence(10)} ${n}`, `tf-${n}`, w)}${w.chance(0.5) ? 'True' : 'False'}. ${w.prose(1)}\n`;
const typed: Kind = (w, n) =>
	`${heading(`Who ${w.words(6)} ${n}?`, `who-${n}`, w)}- Answer: ${w.words(2)}\n- Also accept: ${w.words(1)}; ${w.words(2)}`;
const numeric: Kind = (w, n) => `${heading(`In what year ${w.words(6)} ${n}?`, `year-${n}`, w)}- Answer: ${1800 + w.upTo(220)} ± 1`;
const order: Kind = (w, n) =>
	`${heading(`Put in order: ${w.words(4)} ${n}`, `order-${n}`, w)}${[1, 2, 3, 4].map((at) => `${at}. ${w.sentence(6)}`).join('\n')}\n`;
const match: Kind = (w, n) =>
	`${heading(`Match: ${w.words(4)} ${n}`, `match-${n}`, w)}| Claim | Author |\n| --- | --- |\n${[1, 2, 3, 4].map((at) => `| ${w.words(3)} ${at} | ${w.words(2)} |`).join('\n')}\n`;
const list: Kind = (w, n) =>
	`${heading(`What are the **three** parts of ${w.words(3)} ${n}?`, `parts-${n}`, w)}${[1, 2, 3].map(() => `- ${w.sentence(6)}`).join('\n')}\n\nSee [the essay](https://example.org/${n}) and \`code ${n}\`, _as ${w.words(2)} says_.\n`;
const code: Kind = (w, n) =>
	`${heading(`What does this print ${n}?`, `print-${n}`, w)}\`\`\`js\n## no card\nlog(${n});\n\`\`\`\n\n${w.sentence(8)}\n`;
const terms: Kind = (w, n) =>
	`${heading('Key terms', `terms-${n}`, w)}${[1, 2, 3, 4].map((at) => `- **${w.words(1)} ${n} ${at}**: ${w.sentence(9)} <!-- #entry-${n}-${at} -->`).join('\n')}\n`;
const scenario: Kind = (w, n) => {
	const steps = [1, 2, 3].map((at) => {
		const next = at < 3 ? ` → [Step ${at + 1} of ${n}](#step-${at + 1}-of-${n})` : ' → end';
		return `### Step ${at} of ${n}\n<!-- #step-${at} -->\n\n${w.prose(2)}\n\n${options(w, 3, (option) => (option === 1 ? next : ''))}\n`;
	});
	return `${heading(`Scenario: ${w.words(3)} ${n}`, `case-${n}`, w)}${w.prose(3)}\n\n- About: concept-${n % 40}\n\n${steps.join('\n')}`;
};

/** Each kind as often as in the shipped decks, roughly, and the rarer ones now and then. */
const KINDS: readonly (readonly [Kind, number])[] = [
	[term, 22],
	[question, 22],
	[choice, 20],
	[cloze, 14],
	[typed, 4],
	[numeric, 2],
	[trueFalse, 4],
	[order, 2],
	[match, 2],
	[list, 4],
	[terms, 1],
	[scenario, 2],
	[code, 1]
];

function facts(w: Writer): string {
	const lines: string[] = [];
	if (w.chance(0.7)) lines.push(`- Hint: ${w.sentence(9)}`);
	if (w.chance(0.6)) lines.push(`- About: concept-${w.upTo(40)}${w.chance(0.3) ? `; concept-${w.upTo(40)}` : ''}`);
	if (w.chance(0.95)) lines.push(`- Source: ${SOURCES[w.upTo(SOURCES.length)]}, ${LOCATORS[w.upTo(LOCATORS.length)]}`);
	if (w.chance(0.3)) lines.push(`- Source: ${SOURCES[w.upTo(SOURCES.length)]}`);
	if (w.chance(0.8)) lines.push(`- Status: ${w.chance(0.7) ? 'fact' : "author's claim"}`);
	if (w.chance(0.2)) lines.push(`- Why: ${w.sentence(16)}`);
	// What authors get wrong: now and then a misspelt key or an unknown source.
	if (w.chance(0.01)) lines.push(`- Hnit: ${w.sentence(4)}`);
	if (w.chance(0.01)) lines.push('- Source: walt1978');
	return lines.join('\n');
}

function cardOf(w: Writer, number: number): string {
	let left = w.upTo(KINDS.reduce((sum, [, share]) => sum + share, 0));
	for (const [kind, share] of KINDS) {
		left -= share;
		if (left < 0) return kind === scenario || kind === terms ? `${kind(w, number)}\n` : `${kind(w, number)}\n${facts(w)}\n\n`;
	}
	return '';
}

/** A deck of about that many bytes of UTF-8, never more: sections, cards of every kind, facts, and a few mistakes. */
export function generateDeck(bytes: number, seed = 1): string {
	const w = writer(seeded(seed));
	const sources = SOURCES.map((id) => `  - id: ${id}\n    title: ${w.words(5)}\n    date: ${id.slice(-4)}`).join('\n');
	const parts = [`---\ntitle: A generated deck\nid: generated\nlanguage: en\nsources:\n${sources}\nformat: 1\n---\n\n# Part 0\n\n`];
	let size = Buffer.byteLength(parts[0] ?? '');
	for (let number = 0; ; number++) {
		// The concepts that the other cards are about come first.
		const card = number < 40 ? `${term(w, number)}\n` : number % 25 === 0 ? `# Part ${number / 25}: ${w.words(3)}\n\n` : cardOf(w, number);
		size += Buffer.byteLength(card);
		if (size > bytes) return parts.join('');
		parts.push(card);
	}
}
