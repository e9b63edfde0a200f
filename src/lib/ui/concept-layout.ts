/**
 * Where a concept map's concepts stand and how its lines run, from top to bottom: what is understood first stands higher. Groups that hang
 * together are laid out by dagre, the only user of it, and stand beside each other where there is room; concepts without ties come last, in rows.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { Tie } from '#lib/core/deck/concept-map.ts';
import { starOf } from './concept-star.ts';
import {
	BESIDE,
	BETWEEN,
	merged,
	moveBlock,
	RADIUS,
	runOf,
	type Block,
	type MapNode,
	type Point,
	type Run,
	type Sized
} from './map-block.ts';
import { layersOf } from './map-layers.ts';
import { LINE, widthOf, wrapLabel } from './map-label.ts';

/** From the disc's lowest point to the middle of the label's first line. */
const BELOW = 14;
const EDGE = 4;

/** A line of the map: an SVG path. */
export interface MapLine extends Tie {
	readonly path: string;
}

export interface MapLayout {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly MapNode[];
	readonly lines: readonly MapLine[];
}

interface Named {
	readonly id: string;
	/** Plain text. */
	readonly name: string;
}

/** Lays a map out for a width; it becomes wider only where a group of concepts cannot be made so narrow. Every concept has a place. */
export function layOutConcepts(concepts: readonly Named[], ties: readonly Tie[], width: number): MapLayout {
	const known = new Set(concepts.map(({ id }) => id));
	const sound = ties.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
	const sized = concepts.map(sizedOf);
	const groups = groupsOf(sized, sound);
	const blocks = groups.filter((group) => group.length > 1).map((group) => blockOf(group, sound, width - 2 * EDGE));
	const room = Math.max(width - 2 * EDGE, ...blocks.map((block) => block.width));
	const rows = rowsOf(blocks, room);
	const singles = groups.flatMap((group) => (group.length === 1 ? group : []));
	const rest = singles.length > 0 ? [gridOf(singles, room)] : [];
	return stack([...rows, ...rest], room + 2 * EDGE);
}

function sizedOf(concept: Named): Sized {
	const lines = wrapLabel(concept.name);
	return {
		id: concept.id,
		lines,
		width: Math.max(2 * RADIUS, ...lines.map(widthOf)),
		height: 2 * RADIUS + BELOW + (lines.length - 0.5) * LINE
	};
}

/** Concepts that hang together, each group in the deck's order. */
function groupsOf(concepts: readonly Sized[], ties: readonly Tie[]): readonly (readonly Sized[])[] {
	const leader = new Map(concepts.map(({ id }) => [id, id]));
	const leaderOf = (id: string): string => {
		let at = id;
		for (let up = leader.get(at) ?? at; up !== at; up = leader.get(at) ?? at) at = up;
		return at;
	};
	for (const { from, to } of ties) leader.set(leaderOf(to), leaderOf(from));
	const groups = new Map<string, Sized[]>();
	for (const concept of concepts) {
		const group = groups.get(leaderOf(concept.id));
		if (group) group.push(concept);
		else groups.set(leaderOf(concept.id), [concept]);
	}
	return [...groups.values()];
}

/** A group as narrow as it must be: with ever fewer concepts side by side, until it fits. */
function blockOf(group: readonly Sized[], ties: readonly Tie[], width: number): Block {
	const ids = new Set(group.map(({ id }) => id));
	const own = ties.filter(({ from }) => ids.has(from));
	const star = starOf(group, own, width);
	if (star) return star;
	let best: Block | undefined;
	let tried: string | undefined;
	const widest = Math.max(...group.map((one) => one.width));
	for (let most = Math.max(1, Math.floor((width + BESIDE) / (Math.min(widest, 70) + BESIDE))); most >= 1; most--) {
		const layers = layersOf([...ids], own, most);
		const key = [...layers.values()].join();
		if (key === tried) continue;
		tried = key;
		const block = laidOut(group, own, layers);
		if (best === undefined || block.width < best.width) best = block;
		if (best.width <= width) break;
	}
	return best as Block;
}

function laidOut(group: readonly Sized[], ties: readonly Tie[], layers: ReadonlyMap<string, number>): Block {
	const graph = new Graph({ multigraph: true });
	graph.setGraph({ rankdir: 'TB', rankalign: 'top', nodesep: 10, edgesep: 4, ranksep: BETWEEN });
	for (const { id, width, height } of group) graph.setNode(id, { width, height });
	for (const { from, to, kind } of ties) {
		const steps = (layers.get(to) ?? 0) - (layers.get(from) ?? 0);
		// A line of a circle runs upwards: it is laid out the other way round.
		const [above, below] = steps > 0 ? [from, to] : [to, from];
		graph.setEdge(above, below, { minlen: Math.max(1, Math.abs(steps)) }, kind + from);
	}
	layout(graph);
	const nodes = group.map(({ id, width, height, lines }) => {
		const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
		return { id, x, y: y - height / 2 + RADIUS, width, height, lines };
	});
	const at = new Map(nodes.map((node) => [node.id, node]));
	const runs = ties.map((tie) => {
		const [above, below] = (layers.get(tie.to) ?? 0) > (layers.get(tie.from) ?? 0) ? [tie.from, tie.to] : [tie.to, tie.from];
		const { points = [] } = graph.edge(above, below, tie.kind + tie.from) as { points?: readonly Point[] };
		return { tie, points: runOf(at.get(above), at.get(below), points.slice(1, -1)) };
	});
	return framed(nodes, runs);
}

/** A block whose corner is at 0, 0, whatever dagre has made of it. */
function framed(nodes: readonly MapNode[], runs: readonly Run[]): Block {
	const points = runs.flatMap((run) => run.points);
	const left = Math.min(...nodes.map(({ x, width }) => x - width / 2), ...points.map(({ x }) => x));
	const right = Math.max(...nodes.map(({ x, width }) => x + width / 2), ...points.map(({ x }) => x));
	const top = Math.min(...nodes.map(({ y }) => y - RADIUS));
	const bottom = Math.max(...nodes.map(({ y, height }) => y - RADIUS + height));
	return moveBlock({ width: right - left, height: bottom - top, nodes, runs }, -left, -top);
}

/** A line that leaves and arrives upright. */
function pathOf(points: readonly Point[]): string {
	const whole = (n: number) => Math.round(n * 10) / 10;
	return points
		.map(({ x, y }, index) => {
			const before = points[index - 1];
			if (!before) return `M${whole(x)} ${whole(y)}`;
			const middle = whole((before.y + y) / 2);
			return `C${whole(before.x)} ${middle} ${whole(x)} ${middle} ${whole(x)} ${whole(y)}`;
		})
		.join('');
}

/** Blocks side by side as long as there is room, the room that is left shared out among them. */
function rowsOf(blocks: readonly Block[], room: number): readonly Block[] {
	const rows: Block[][] = [];
	for (const block of blocks) {
		const row = rows.at(-1);
		const used = row?.reduce((sum, { width }) => sum + width + BESIDE, 0) ?? Infinity;
		if (row && used + block.width <= room) row.push(block);
		else rows.push([block]);
	}
	return rows.map((row) => {
		const spare = (room - row.reduce((sum, { width }) => sum + width, 0)) / row.length;
		let x = 0;
		return merged(
			row.map((block) => {
				const moved = moveBlock(block, x + spare / 2, 0);
				x += block.width + spare;
				return moved;
			})
		);
	});
}

/** Concepts without ties: in columns of one width; a wide one takes two. */
function gridOf(singles: readonly Sized[], room: number): Block {
	const columns = Math.max(1, Math.floor((room + BESIDE) / (100 + BESIDE)));
	const cell = room / columns;
	const nodes: MapNode[] = [];
	let column = 0;
	let y = 0;
	let tallest = 0;
	for (const { id, width, height, lines } of singles) {
		const span = Math.min(columns, width + BESIDE / 2 > cell ? 2 : 1);
		if (column + span > columns) {
			y += tallest + BETWEEN / 2;
			column = 0;
			tallest = 0;
		}
		nodes.push({ id, x: (column + span / 2) * cell, y: y + RADIUS, width, height, lines });
		column += span;
		tallest = Math.max(tallest, height);
	}
	return { width: room, height: y + tallest, nodes, runs: [] };
}

function stack(rows: readonly Block[], width: number): MapLayout {
	let y = EDGE;
	const placed = rows.map((row) => {
		const moved = moveBlock(row, EDGE, y);
		y += row.height + BETWEEN;
		return moved;
	});
	const { nodes, runs } = merged(placed);
	const lines = runs.map(({ tie, points }) => ({ ...tie, path: pathOf(points) }));
	return { width, height: rows.length === 0 ? 0 : y - BETWEEN + EDGE, nodes, lines };
}
