/**
 * A picture's path from the deck's folder, by the name that the deck writes ("./a%20b.svg" is "a b.svg"); undefined if it leads out
 * of the folder, or to another place altogether.
 */
export function picturePath(written: string): string | undefined {
	const path = unescape(written);
	if (path.startsWith('/') || path.startsWith('\\') || /^[a-z][a-z0-9+.-]*:/iu.test(path)) return undefined;
	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

/** "%20" and the like as what they stand for; a text that is no such code stays as it is. */
function unescape(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
