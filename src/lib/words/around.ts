/** Stands for a thing in a text (Unicode's object replacement character). */
const PLACE = '\uFFFC';

/** What a message says before and after a place at which more than plain text stands. */
export function around(say: (place: string) => string): readonly [before: string, after: string] {
	const [before = '', after = ''] = say(PLACE).split(PLACE, 2);
	return [before, after];
}
