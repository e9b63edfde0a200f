import type { Reading } from '../reading.ts';
import { problem } from '../problem.ts';
import { valueRange, type Field } from '../scope.ts';

const YES: ReadonlySet<string> = new Set(['yes', 'true', 'on']);
const NO: ReadonlySet<string> = new Set(['no', 'false', 'off']);

/** What `Reverse:` says, or the default. */
export function saysYes(fields: readonly Field[], reading: Reading | undefined, byDefault: boolean): boolean {
	const field = fields.find(({ key }) => key === 'Reverse');
	if (!field || field.value === '') return byDefault;
	const word = field.value.toLowerCase();
	if (YES.has(word)) return true;
	if (NO.has(word)) return false;
	const message = `"Reverse: ${field.value}" is not understood. Write "Reverse: yes" or "Reverse: no".`;
	reading?.problems.push(problem('E307', valueRange(field), message));
	return byDefault;
}
