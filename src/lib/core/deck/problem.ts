/** A place in a deck's text. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

/** `error`: the note cannot be used. `warning`: it is used, but probably not as meant. `hint`: it could be better. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Fix {
	readonly title: string;
	readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

/** Something in a deck's text that its author should know. `message`: one sentence on what, one on what to do. */
export interface Problem {
	/** Stable: "E501". Its letter is that of the severity (E, W, I). */
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly range: Range;
	readonly fix?: Fix;
	readonly related?: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}

/** What a problem may say besides its code, place and message. */
export type Extra = Pick<Problem, 'fix' | 'related'>;

const NOTHING: Extra = {};
const SEVERITIES: Readonly<Record<string, Severity>> = { E: 'error', W: 'warning', I: 'hint' };

/** A problem; its severity is that of the letter of its code. */
export function problem(code: string, range: Range, message: string, extra: Extra = NOTHING): Problem {
	const severity = SEVERITIES[code.charAt(0)] ?? 'error';
	return extra === NOTHING ? { code, severity, message, range } : { code, severity, message, range, ...extra };
}
