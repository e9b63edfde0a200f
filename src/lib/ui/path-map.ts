import { m } from '#lib/messages/messages.js';
import type { ScenarioNote, Step } from '#lib/core/deck/deck.ts';
import { isEnding, stepBehind, type Taken } from '#lib/core/session/scenario.ts';
import { stepsOf } from '#lib/core/session/uses.ts';

/** A step on the map, or the end. */
export interface MapNode {
	/** The step's id; END for the end that options lead to without a step of its own. */
	readonly id: string;
	/** "1", "2b": how far along, and which of those. Endings have their title instead. */
	readonly name: string;
	readonly title: string;
	readonly ending: boolean;
	/** The run came through it. */
	readonly taken: boolean;
	readonly x: number;
	readonly y: number;
	/** The nodes that its options lead to. */
	readonly to: readonly { readonly id: string; readonly taken: boolean }[];
}

/** A way from one node to another, as an SVG path. */
export interface MapWay {
	readonly d: string;
	readonly taken: boolean;
}

export interface PathMap {
	readonly width: number;
	readonly height: number;
	/** In the order of reading: column by column. */
	readonly nodes: readonly MapNode[];
	/** Those that were not taken first. */
	readonly ways: readonly MapWay[];
}

/** No step has this id: a slug has no blanks. */
export const END = ' end';

const [MARGIN, COLUMN, ROW, LABELS] = [16, 72, 42, 128];
const WIDTH = 346;

/** A place in a column: a node, or where a way that spans several columns passes. */
interface Place {
	readonly id: string;
	readonly column: number;
	y: number;
}

/** The branches of a scenario from left to right, with the path of a run in it; `at` is the ending that it came to. */
export function pathMap(note: ScenarioNote, path: readonly Pick<Taken, 'step' | 'option'>[], at: string | undefined): PathMap {
	const graph = graphOf(note);
	const columns = columnsOf(note, graph);
	const last = Math.max(0, ...columns.values());
	const step = last === 0 ? 0 : Math.max(COLUMN * 0.6, Math.min(COLUMN * 1.6, (WIDTH - 2 * MARGIN - LABELS) / last));
	const taken = takenIn(note, path, at);

	const places = new Map<string, Place>();
	const rows: Place[][] = Array.from({ length: last + 1 }, () => []);
	const put = (id: string, column: number) => {
		if (places.has(id)) return;
		const place = { id, column, y: 0 };
		places.set(id, place);
		rows[column]?.push(place);
	};
	const ways: { readonly through: readonly string[]; readonly taken: boolean }[] = [];
	for (const [id, targets] of graph) {
		const from = columns.get(id) ?? 0;
		put(id, from);
		for (const to of targets) {
			const until = columns.get(to) ?? 0;
			const between = Array.from({ length: Math.max(0, until - from - 1) }, (_, index) => `${id}>${to}>${index}`);
			between.forEach((passing, index) => {
				put(passing, from + 1 + index);
			});
			put(to, until);
			ways.push({ through: [id, ...between, to], taken: taken.ways.has(`${id}>${to}`) });
		}
	}
	const height = Math.max(1, ...rows.map((row) => row.length)) * ROW;
	settle(
		rows,
		ways.map(({ through }) => through),
		height
	);

	const xOf = (id: string) => MARGIN + (places.get(id)?.column ?? 0) * step;
	const yOf = (id: string) => places.get(id)?.y ?? 0;
	const curve = (through: readonly string[]) =>
		through.slice(1).reduce(
			(d, id, index) => {
				const before = through[index] ?? id;
				const bend = (xOf(id) - xOf(before)) / 2;
				return `${d}C${xOf(before) + bend} ${yOf(before)} ${xOf(id) - bend} ${yOf(id)} ${xOf(id)} ${yOf(id)}`;
			},
			`M${xOf(through[0] ?? '')} ${yOf(through[0] ?? '')}`
		);
	const titles = new Map(stepsOf(note).map(({ id, title }) => [id, title]));
	const isEnd = (id: string) => (graph.get(id) ?? []).length === 0;
	const nodes = rows.flatMap((row, column) => {
		const named = row.filter(({ id }) => graph.has(id)).sort((a, b) => a.y - b.y);
		return named.map(({ id, y }, index) => ({
			id,
			name: isEnd(id) ? '' : `${column + 1}${named.length === 1 ? '' : String.fromCharCode(97 + index)}`,
			title: titles.get(id) ?? m.scenario_the_end(),
			ending: isEnd(id),
			taken: taken.nodes.has(id),
			x: xOf(id),
			y,
			to: (graph.get(id) ?? []).map((to) => ({ id: to, taken: taken.ways.has(`${id}>${to}`) }))
		}));
	});
	return {
		width: Math.max(WIDTH, 2 * MARGIN + last * step + LABELS),
		height,
		nodes,
		ways: ways.map((way) => ({ d: curve(way.through), taken: way.taken })).sort((a, b) => Number(a.taken) - Number(b.taken))
	};
}

/** The steps that can be reached, each with those that its options lead to. */
function graphOf(note: ScenarioNote): ReadonlyMap<string, readonly string[]> {
	const graph = new Map<string, readonly string[]>();
	const reach = (step: Step) => {
		if (graph.has(step.id)) return;
		const next = isEnding(note, step) ? [] : targetsOf(note, step);
		graph.set(step.id, [...new Set(next.map((to) => to?.id ?? END))]);
		for (const to of next) {
			if (to) reach(to);
			else graph.set(END, []);
		}
	};
	const first = firstOf(note);
	if (first) reach(first);
	return graph;
}

/** Where the branches begin: a vignette that asks nothing is not on the map. */
function firstOf(note: ScenarioNote): Step | undefined {
	const [vignette] = stepsOf(note);
	return vignette?.options.length === 0 ? stepBehind(note, vignette, undefined) : vignette;
}

function targetsOf(note: ScenarioNote, step: Step): readonly (Step | undefined)[] {
	if (step.options.length === 0) return [stepBehind(note, step, undefined)];
	return step.options.map((option) => stepBehind(note, step, option));
}

/** How far along each step stands: behind every step that leads to it, ways back left aside; endings last of all. */
function columnsOf(note: ScenarioNote, graph: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
	const first = firstOf(note)?.id ?? '';
	/** Every step before those that it leads to, as far as no way leads back. */
	const order: string[] = [];
	const seen = new Set<string>();
	const visit = (id: string) => {
		if (seen.has(id)) return;
		seen.add(id);
		for (const to of graph.get(id) ?? []) visit(to);
		order.unshift(id);
	};
	visit(first);
	const rank = new Map(order.map((id, index) => [id, index]));
	const columns = new Map(order.map((id) => [id, 0]));
	for (const id of order) {
		for (const to of graph.get(id) ?? []) {
			if ((rank.get(to) ?? 0) > (rank.get(id) ?? 0)) columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
		}
	}
	const last = Math.max(0, ...columns.values());
	for (const [id, targets] of graph) if (targets.length === 0) columns.set(id, last);
	return columns;
}

function takenIn(note: ScenarioNote, path: readonly Pick<Taken, 'step' | 'option'>[], at: string | undefined) {
	const steps = stepsOf(note);
	const nodes = new Set(path.map(({ step }) => step));
	if (at !== undefined) nodes.add(at);
	const ways = new Set<string>();
	for (const { step: id, option } of path) {
		const step = steps.find((one) => one.id === id);
		const to = step && (stepBehind(note, step, step.options[option])?.id ?? END);
		if (to === END) nodes.add(END);
		ways.add(`${id}>${to}`);
	}
	return { nodes, ways };
}

/** Gives each place its height: a row apart from its neighbours, and near those it comes from. */
function settle(rows: readonly Place[][], ways: readonly (readonly string[])[], height: number): void {
	for (const [column, row] of rows.entries()) {
		const before = new Map((rows[column - 1] ?? []).map((place) => [place.id, place.y]));
		const wanted = new Map(
			row.map(({ id }) => [
				id,
				meanOf(
					sourcesOf(id, ways).flatMap((from) => before.get(from) ?? []),
					height / 2
				)
			])
		);
		row.sort((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
		const gap = height / row.length;
		row.forEach((place, index) => {
			place.y = Math.round(gap * (index + 0.5));
		});
	}
}

function sourcesOf(id: string, ways: readonly (readonly string[])[]): readonly string[] {
	return ways.flatMap((through) => through.flatMap((one, index) => (one === id && index > 0 ? (through[index - 1] ?? []) : [])));
}

function meanOf(numbers: readonly number[], otherwise: number): number {
	return numbers.length === 0 ? otherwise : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A title in lines that fit beside the map. */
export function labelLines(title: string, length = 19): readonly string[] {
	const lines: string[] = [''];
	for (const word of title.replaceAll(/[*_`]/g, '').split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line !== '' && line.length + word.length >= length) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`.trim();
	}
	return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1] ?? ''} …`];
}
