import type { Piece } from './body.ts';
import type { Reading } from './reading.ts';
import { bulletText, KEYS, readKeyLine, type Key } from './field.ts';
import { isBlank } from './lines.ts';
import { orderedText } from './line.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';

/**
 * Facts without a bullet, or in a numbered list, in the last lines of what stands below a heading: text all the same, but most likely
 * meant as facts (W302). Only keys that are spelt as the format spells them: sentences begin with "why" too.
 */
export function warnOfLooseFacts(reading: Reading, pieces: readonly Piece[]): void {
	let last = pieces.length - 1;
	while (last >= 0 && pieces[last]?.kind === 'comment') last--;
	const piece = pieces[last];
	if (!piece || piece.kind === 'rule') return;
	const { lines, inert } = reading;
	const top = piece.kind === 'prose' ? piece.from : piece.from + 1;
	for (let at = piece.to - 1; at >= top; at--) {
		const line = lines[at] ?? '';
		if (isBlank(line)) continue;
		const key = inert.has(at) ? undefined : looseKey(line);
		if (!key) return;
		const range = rangeOn(at, 0, line.trimEnd().length);
		const edit = rangeOn(at, 0, Math.max(0, orderedText(line)));
		const message = `"${key}:" stands here without a bullet, so this line is part of the text. Write "- " before it if it is a fact about the card.`;
		reading.problems.push(problem('W302', range, message, { fix: replace('Write "- "', edit, '- ') }));
	}
}

/** The known key at the beginning of a line at the margin, also behind a number. */
function looseKey(line: string): Key | undefined {
	const code = line.charCodeAt(0);
	// Keys begin with a capital.
	if (!(code >= 65 && code <= 90) && !(code >= 48 && code <= 57)) return undefined;
	const keyLine = readKeyLine(line, Math.max(0, orderedText(line)));
	return keyLine?.key === keyLine?.name ? keyLine?.key : undefined;
}

/** Bullets above the facts of a run in which an equals sign follows a known key: content all the same, but most likely meant as facts (W302). */
export function warnOfEquals({ lines, problems }: Reading, pieces: readonly Piece[], from: number, to: number): void {
	for (let at = from; at < to; at++) {
		const piece = pieces[at];
		if (piece?.kind === 'bullet') reportEquals(problems, 'W302', lines[piece.from] ?? '', piece.from);
	}
}

/** Reports `- Source = x`; whether it is one. */
export function reportEquals(problems: Problem[], code: 'W302' | 'E304', line: string, at: number): boolean {
	const equals = line.indexOf('=');
	if (equals < 0 || line.charAt(equals + 1) === '=') return false;
	const from = bulletText(line);
	const word = from < 0 ? '' : line.slice(from, equals).trimEnd();
	const key = KEYS.find((known) => known === word);
	if (!key) return false;
	let end = equals + 1;
	while (line.charCodeAt(end) === 32) end++;
	const message = `"${key} =" is not read as a fact, because an equals sign stands in place of the colon. Write "${key}: ".`;
	const fix = replace(`Write "${key}: "`, rangeOn(at, from, end), `${key}: `);
	problems.push(problem(code, rangeOn(at, from, equals + 1), message, { fix }));
	return true;
}
