import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DECKS = 40;
const WORDS = 'order power treaty border fleet grain steel council crown market river canal harbour census tariff alliance'.split(' ');

/** A word that belongs to a number alone, so that no two questions look alike. */
function nameOf(number: number): string {
	const letters = 'bcdfghjklmnprstvz';
	const vowels = 'aeiou';
	let name = '';
	for (let rest = number + 17; rest > 0; rest = Math.floor(rest / (letters.length * vowels.length))) {
		name += (letters[rest % letters.length] ?? '') + (vowels[Math.floor(rest / letters.length) % vowels.length] ?? '');
	}
	return name;
}

/**
 * Writes decks of so many cards in all into a folder, with the keys that `generateSegments` answers: card n is
 * "course-<n % 40>/concept-<n>/main".
 */
export function generateLibrary(folder: string, cards: number): void {
	mkdirSync(folder, { recursive: true });
	for (let course = 0; course < DECKS; course++) {
		const notes: string[] = [];
		for (let card = course; card < cards; card += DECKS) {
			const [a, b] = [WORDS[card % WORDS.length], WORDS[Math.floor(card / 7) % WORDS.length]];
			notes.push(`## Who founded ${nameOf(card)}?\n\n<!-- #concept-${card} -->\n\nThe ${a} of ${nameOf(card * 31)} and its ${b}.\n`);
		}
		const head = `---\ntitle: Course ${course}\nid: course-${course}\nnamespace: course-${course}\nformat: 1\n---\n\n`;
		writeFileSync(join(folder, `course-${course}.md`), head + notes.join('\n'));
	}
}
