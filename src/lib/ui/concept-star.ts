/** Stars of a concept map: one concept, and many that hang together with it alone. dagre would set them one below the other on a phone. */
import type { Tie } from '#lib/core/deck/concept-map.ts';
import { BESIDE, BETWEEN, RADIUS, runOf, type Block, type MapNode, type Point, type Sized } from './map-block.ts';

/**
 * A star in rows: what its middle builds on above it, what builds on it below; lines to a row further off run between the concepts of
 * the nearer ones. Undefined for what is no star, for one whose concepts have room side by side, and where not even two have.
 */
export function starOf(group: readonly Sized[], ties: readonly Tie[], width: number): Block | undefined {
	const hub = group.find(({ id }) => ties.length === group.length - 1 && ties.every(({ from, to }) => from === id || to === id));
	if (!hub) return undefined;
	const above = group.filter(({ id }) => ties.some(({ from, to }) => from === id && to === hub.id));
	const below = group.filter(({ id }) => ties.some(({ from, to }) => to === id && from === hub.id));
	const columns = Math.floor((width + BESIDE) / (Math.max(...[...above, ...below].map((one) => one.width)) + BESIDE));
	const isStar = above.length + below.length === group.length - 1;
	if (!isStar || columns < 2 || [above, below].every((side) => sideBySide(side) <= width)) return undefined;
	const up = rowsOf(above, columns, width).reverse();
	const down = rowsOf(below, columns, width);
	let y = 0;
	const placed = [...up, [{ ...hub, x: width / 2 }], ...down].map((row) => {
		const nodes = row.map((one): MapNode => ({ ...one, y: y + RADIUS }));
		y += Math.max(...row.map(({ height }) => height)) + BETWEEN;
		return nodes;
	});
	const middle = placed[up.length]?.[0];
	const gaps = Array.from({ length: columns - 1 }, (_, index) => ((index + 1) * width) / columns);
	/** The way past the rows between a concept and the middle: down the nearest gap between their columns. */
	const past = (node: MapNode, row: number): readonly Point[] => {
		const between = row < up.length ? placed.slice(row + 1, up.length) : placed.slice(up.length + 1, row);
		const x = gaps.reduce((best, gap) => (Math.abs(gap - node.x) < Math.abs(best - node.x) ? gap : best), gaps[0] ?? 0);
		const ys = between.flat().flatMap((one) => [one.y - RADIUS - 6, one.y - RADIUS + one.height + 2]);
		return ys.length === 0
			? []
			: [
					{ x, y: Math.min(...ys) },
					{ x, y: Math.max(...ys) }
				];
	};
	const at = new Map(placed.flatMap((row, index) => row.map((node) => [node.id, { node, row: index }] as const)));
	const runs = ties.map((tie) => {
		const leaf = at.get(tie.from === hub.id ? tie.to : tie.from);
		const way = leaf ? past(leaf.node, leaf.row) : [];
		return { tie, points: tie.from === hub.id ? runOf(middle, leaf?.node, way) : runOf(leaf?.node, middle, way) };
	});
	return { width, height: y - BETWEEN, nodes: placed.flat(), runs };
}

/** As near as concepts of one row may stand to each other. */
const CLOSE = 10;
const sideBySide = (concepts: readonly Sized[]) => concepts.reduce((sum, one) => sum + one.width + CLOSE, -CLOSE);

/** In rows, the nearest to the middle first; the last one stands in the middle of the width. */
function rowsOf(concepts: readonly Sized[], columns: number, width: number): (Sized & Pick<MapNode, 'x'>)[][] {
	return Array.from({ length: Math.ceil(concepts.length / columns) }, (_, row) => {
		const some = concepts.slice(row * columns, (row + 1) * columns);
		return some.map((one, index) => ({ ...one, x: width / 2 + (index - (some.length - 1) / 2) * (width / columns) }));
	});
}
