import type { Piece } from './body.ts';

/** A run of bullets and boxes: the indexes of its pieces, with the comments between them, and how many boxes it has. */
export interface Run {
	readonly from: number;
	readonly to: number;
	readonly boxes: number;
}

/** The last run of bullets and boxes; comments do not interrupt it. */
export function lastRun(pieces: readonly Piece[]): Run {
	let to = pieces.length;
	while (to > 0 && !isItem(pieces[to - 1])) to--;
	let from = to;
	let boxes = 0;
	for (let at = to - 1; at >= 0; at--) {
		const kind = pieces[at]?.kind;
		if (kind === 'box') boxes++;
		else if (kind !== 'bullet' && kind !== 'comment') break;
		if (kind !== 'comment') from = at;
	}
	return { from, to, boxes };
}

function isItem(piece: Piece | undefined): boolean {
	return piece?.kind === 'bullet' || piece?.kind === 'box';
}

/** Tells which bullets stand in a run that holds a box; asked for ascending ones. */
export class AmongBoxes {
	private readonly pieces: readonly Piece[];
	/** Where the run ends that was asked about last, and whether it holds a box. */
	private end = 0;
	private hasBox = false;

	constructor(pieces: readonly Piece[]) {
		this.pieces = pieces;
	}

	has(at: number): boolean {
		const { pieces } = this;
		if (at < this.end) return this.hasBox;
		let from = at;
		while (isInRun(pieces[from - 1])) from--;
		this.end = at + 1;
		while (isInRun(pieces[this.end])) this.end++;
		this.hasBox = false;
		for (let near = from; near < this.end; near++) this.hasBox ||= pieces[near]?.kind === 'box';
		return this.hasBox;
	}
}

function isInRun(piece: Piece | undefined): boolean {
	return isItem(piece) || piece?.kind === 'comment';
}
