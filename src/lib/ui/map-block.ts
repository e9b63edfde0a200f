/** What the parts of a concept map are made of: concepts with their sizes, lines, and blocks that are put together to the whole. */
import type { Tie } from '#lib/core/deck/concept-map.ts';

/** The radius of a concept's disc, in the map's units: px at the usual text size. */
export const RADIUS = 13;
/** Between two concepts side by side, at least. */
export const BESIDE = 14;
/** Between two rows that lines run between. */
export const BETWEEN = 34;

/** A concept at its place: the middle of its disc, and its label's lines below it. `width` and `height` are of both together. */
export interface MapNode {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly lines: readonly string[];
}

/** A concept without a place. */
export type Sized = Omit<MapNode, 'x' | 'y'>;

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A line while it can still be moved. */
export interface Run {
	readonly tie: Tie;
	readonly points: readonly Point[];
}

/** A part of the map by itself, its upper left corner at 0, 0. */
export interface Block {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly MapNode[];
	readonly runs: readonly Run[];
}

/** A line from below a label to a disc; by way of the points that lie between the two. */
export function runOf(above: MapNode | undefined, below: MapNode | undefined, points: readonly Point[]): readonly Point[] {
	if (!above || !below) return [];
	const first = { x: above.x, y: above.y - RADIUS + above.height + 2 };
	const last = { x: below.x, y: below.y - RADIUS - 3 };
	const between = points.filter(({ y }) => y > first.y && y < last.y);
	return [first, ...(between.length > 1 ? between : []), last];
}

export function merged(blocks: readonly Block[]): Block {
	return {
		width: Math.max(0, ...blocks.map(({ width }) => width)),
		height: Math.max(0, ...blocks.map(({ height }) => height)),
		nodes: blocks.flatMap(({ nodes }) => nodes),
		runs: blocks.flatMap(({ runs }) => runs)
	};
}

export function moveBlock(block: Block, dx: number, dy: number): Block {
	return {
		...block,
		nodes: block.nodes.map((node) => ({ ...node, x: node.x + dx, y: node.y + dy })),
		runs: block.runs.map(({ tie, points }) => ({ tie, points: points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) }))
	};
}
