import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutConcepts, type MapLayout } from '#lib/ui/concept-layout.ts';
import { RADIUS } from '#lib/ui/map-block.ts';
import { layersOf } from '#lib/ui/map-layers.ts';
import { widthOf, wrapLabel } from '#lib/ui/map-label.ts';

const PHONE = 346;
const named = (count: number, name = (index: number) => `Concept ${index}`) =>
	Array.from({ length: count }, (_, index) => ({ id: `c${index}`, name: name(index) }));
const tie = (from: number, to: number, kind: 'needs' | 'part-of' = 'needs') => ({ from: `c${from}`, to: `c${to}`, kind });
const NAMES = [
	'Anarchy',
	'The enemy of my enemy',
	'Intergovernmental organisation',
	'安全保障のジレンマ',
	'Donaudampfschifffahrtsgesellschaftskapitän',
	'“No limits”',
	''
];

/** The pairs of concepts whose discs and labels lie over each other. */
function overlaps({ nodes }: MapLayout): readonly string[] {
	return nodes.flatMap((a, index) =>
		nodes.slice(index + 1).flatMap((b) => {
			const apart = Math.abs(a.x - b.x) - (a.width + b.width) / 2;
			const below = Math.max(a.y, b.y) - (a.y < b.y ? a.y + a.height : b.y + b.height);
			return apart < -0.01 && below < -0.01 ? [`${a.id} and ${b.id}`] : [];
		})
	);
}

const maps = fc.integer({ min: 0, max: 14 }).chain((count) =>
	fc.record({
		concepts: fc
			.array(fc.constantFrom(...NAMES), { minLength: count, maxLength: count })
			.map((names) => names.map((name, index) => ({ id: `c${index}`, name }))),
		ties: fc.array(
			fc
				.record({ from: fc.nat(15), to: fc.nat(15), kind: fc.constantFrom('needs', 'part-of') })
				.map(({ from, to, kind }) => tie(from, to, kind as 'needs')),
			{ maxLength: 16 }
		),
		width: fc.integer({ min: 120, max: 600 })
	})
);

describe('the layout of a concept map', () => {
	test('gives every concept a place within the map, and lays none over another, circles and strangers among the ties or not', () => {
		fc.assert(
			fc.property(maps, ({ concepts, ties, width }) => {
				const once = ties.filter(
					(one, index) => ties.findIndex(({ from, to, kind }) => from === one.from && to === one.to && kind === one.kind) === index
				);
				const map = layOutConcepts(concepts, once, width);
				expect(map.nodes.map(({ id }) => id).sort()).toEqual(concepts.map(({ id }) => id).sort());
				expect(overlaps(map)).toEqual([]);
				for (const node of map.nodes) {
					expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0);
					expect(node.x + node.width / 2).toBeLessThanOrEqual(map.width + 0.01);
					expect(node.y - RADIUS).toBeGreaterThanOrEqual(0);
					expect(node.y - RADIUS + node.height).toBeLessThanOrEqual(map.height + 0.01);
				}
				for (const { path } of map.lines) expect(path).not.toContain('NaN');
			}),
			{ numRuns: 80 }
		);
	});
	test('what is understood first stands higher, where nothing goes in a circle', () => {
		fc.assert(
			fc.property(maps, ({ concepts, ties, width }) => {
				const down = ties.filter(({ from, to }) => Number(from.slice(1)) < Number(to.slice(1)));
				const known = down.filter(
					(one, index) => down.findIndex(({ from, to, kind }) => from === one.from && to === one.to && kind === one.kind) === index
				);
				const at = new Map(layOutConcepts(concepts, known, width).nodes.map((node) => [node.id, node.y]));
				for (const { from, to } of known) if (at.has(from) && at.has(to)) expect(at.get(from)).toBeLessThan(at.get(to) ?? 0);
			}),
			{ numRuns: 60 }
		);
	});
	test.each([
		['that eight build on', Array.from({ length: 8 }, (_, index) => tie(0, index + 1))],
		['that builds on eight', Array.from({ length: 8 }, (_, index) => tie(index + 1, 0))],
		[
			'that builds on five and that seven build on',
			Array.from({ length: 12 }, (_, index) => (index < 5 ? tie(index + 1, 0) : tie(0, index + 1)))
		]
	])('one %s: is no higher than a phone, and no line runs through a name', (_, ties) => {
		const concepts = named(ties.length + 1, (index) => NAMES[index % 2 === 0 ? 0 : 5] ?? '');
		const map = layOutConcepts(concepts, ties, PHONE);
		expect(map.height).toBeLessThan(500);
		expect(map.width).toBeLessThanOrEqual(PHONE);
		expect(overlaps(map)).toEqual([]);
		for (const { path } of map.lines) {
			const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=C|$)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const);
			for (const [x, y] of points)
				for (const node of map.nodes)
					expect(Math.abs(x - node.x) < node.width / 2 && y > node.y - RADIUS && y < node.y - RADIUS + node.height).toBe(false);
		}
	});
	test.each([
		['no concept', 0, []],
		['one', 1, []],
		['twenty without ties', 20, []],
		['a chain of sixty', 60, Array.from({ length: 59 }, (_, index) => tie(index, index + 1))],
		['one that eight build on', 9, Array.from({ length: 8 }, (_, index) => tie(0, index + 1))],
		['a circle of three', 3, [tie(0, 1), tie(1, 2), tie(2, 0)]],
		['two that need each other and are parts of each other', 2, [tie(0, 1), tie(1, 0), tie(0, 1, 'part-of')]]
	])('%s: fits on a phone', (_, count, ties) => {
		const map = layOutConcepts(named(count), ties, PHONE);
		expect(map.nodes).toHaveLength(count);
		expect(map.lines).toHaveLength(ties.length);
		expect(map.width).toBeLessThanOrEqual(PHONE);
		expect(overlaps(map)).toEqual([]);
	});
});

describe('layers', () => {
	test('hold no more than may stand side by side', () => {
		fc.assert(
			fc.property(maps, fc.integer({ min: 1, max: 4 }), ({ concepts, ties }, most) => {
				const counts = new Map<number, number>();
				const known = new Set(concepts.map(({ id }) => id));
				const own = ties.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
				for (const layer of layersOf([...known], own, most).values()) counts.set(layer, (counts.get(layer) ?? 0) + 1);
				for (const count of counts.values()) expect(count).toBeLessThanOrEqual(most);
			})
		);
	});
});

describe('a label', () => {
	test.each([
		['Anarchy', ['Anarchy']],
		['The enemy of my enemy', ['The enemy of', 'my enemy']],
		['Non-governmental organisation', ['Non-', 'governmental', 'organisation']],
		['', ['']]
	])('“%s” is wrapped as %j', (text, lines) => {
		expect(wrapLabel(text)).toEqual(lines);
	});
	test('loses no letter and is never too wide', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				const lines = wrapLabel(text);
				expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
				for (const line of lines) if (line.length > 8) expect(widthOf(line)).toBeLessThanOrEqual(124 + 13);
			})
		);
	});
});
