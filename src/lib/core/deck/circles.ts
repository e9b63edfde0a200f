import { conceptName } from './meaning.ts';
import { termNames, type LibraryDeck, type Place, type Report } from './library.ts';
import { problem } from './problem.ts';

type Relation = 'Needs' | 'Part of';

/** Terms that need, or are part of, each other in a circle (E605): reported once for each circle, at the line that closes it. */
export function circlesIn(library: readonly LibraryDeck[], report: Report): void {
	for (const relation of ['Needs', 'Part of'] as const) {
		const { ways, places } = graphOf(library, relation);
		for (const circle of findCircles(ways)) {
			const [first = '', second = first] = circle;
			const place = places.get(`${first}\n${second}`);
			if (!place) continue;
			const related = circle.slice(1).flatMap((from, at) => {
				const next = places.get(`${from}\n${circle[at + 2] ?? first}`);
				return next ? [{ ...next, message: 'The circle goes on here.' }] : [];
			});
			const names = [...circle, first].join(' → ');
			const message = `"${relation}" goes in a circle: ${names}. Delete one of these lines.`;
			report(place.file, problem('E605', place.range, message, related.length > 0 ? { related } : {}));
		}
	}
}

function graphOf(library: readonly LibraryDeck[], relation: Relation): { ways: Map<string, string[]>; places: Map<string, Place> } {
	const { sound } = termNames(library);
	const ways = new Map<string, string[]>();
	const places = new Map<string, Place>();
	for (const { file, outline } of library) {
		for (const { key, name, range, note } of outline.concepts) {
			const target = sound.get(name) ?? sound.get(conceptName(name));
			if (key !== relation || target === undefined || sound.get(note) !== note) continue;
			const targets = ways.get(note);
			if (targets) targets.push(target);
			else ways.set(note, [target]);
			if (!places.has(`${note}\n${target}`)) places.set(`${note}\n${target}`, { file, range });
		}
	}
	return { ways, places };
}

/** One circle for each way back to a node that is being visited; without recursion, so that no depth is too much. */
function findCircles(ways: ReadonlyMap<string, readonly string[]>): string[][] {
	const circles: string[][] = [];
	const done = new Set<string>();
	for (const start of ways.keys()) {
		const path: string[] = [];
		const onPath = new Map<string, number>();
		const next: number[] = [];
		const enter = (node: string): void => {
			onPath.set(node, path.length);
			path.push(node);
			next.push(0);
		};
		if (!done.has(start)) enter(start);
		while (path.length > 0) {
			const node = path[path.length - 1] ?? '';
			const at = next[next.length - 1] ?? 0;
			const target = ways.get(node)?.[at];
			next[next.length - 1] = at + 1;
			if (target === undefined) {
				done.add(node);
				onPath.delete(node);
				path.pop();
				next.pop();
				continue;
			}
			const back = onPath.get(target);
			if (back !== undefined) circles.push(path.slice(back));
			else if (!done.has(target)) enter(target);
		}
	}
	return circles;
}
