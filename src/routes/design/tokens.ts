/** A token as the style sheet has it, with what its comment says of its use. */
export interface Token {
	readonly name: string;
	readonly value: string;
	readonly use: string | undefined;
}

/** Tokens under the comment that stands above them. */
export interface TokenGroup {
	readonly about: string;
	readonly tokens: readonly Token[];
}

/** All tokens of a style sheet (styles/tokens.css), in its order: it is the only place that lists them. */
export function tokenGroups(css: string): readonly TokenGroup[] {
	const root = css.slice(css.indexOf('{'), css.indexOf('\n}'));
	const groups: { about: string; tokens: Token[] }[] = [];
	for (const [, about, name, value, use] of root.matchAll(/^\t\/\* ([^]*?) \*\/$|^\t--([\w-]+): ([^;]+);(?: \/\* (.*?) \*\/)?$/gm)) {
		if (about !== undefined) groups.push({ about: about.replace(/\s+/g, ' '), tokens: [] });
		else if (name !== undefined && value !== undefined) groups.at(-1)?.tokens.push({ name, value, use });
	}
	return groups.filter(({ tokens }) => tokens.length > 0);
}
