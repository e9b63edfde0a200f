/**
 * A long computation in small pieces: each `next()` does one and yields the progress so far (0 to 1, never less than before); the
 * last returns what was computed. It is stopped by asking no further. How long the pieces may take together is the caller's affair.
 */
export type Planning<T> = Generator<number, T, void>;

/** Does the whole at once. */
export function finish<T>(planning: Planning<T>): T {
	for (;;) {
		const turn = planning.next();
		if (turn.done) return turn.value;
	}
}

/** The progress of a part as that of the whole, which it takes from one share to another (each 0 to 1). */
export function* part<T>(planning: Planning<T>, from: number, to: number): Planning<T> {
	for (;;) {
		const turn = planning.next();
		if (turn.done) return turn.value;
		yield from + turn.value * (to - from);
	}
}
