/** Runs one act at a time, in the order of the calls; a failed one holds up nothing. */
export type Serial = <T>(act: () => Promise<T>) => Promise<T>;

export function serial(): Serial {
	let last: Promise<unknown> = Promise.resolve();
	return (act) => {
		const turn = last.then(act);
		last = turn.catch(() => undefined);
		return turn;
	};
}
