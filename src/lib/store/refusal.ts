import type { Copy } from './copy.ts';

/** Whatever a copy has thrown that the log can do without. */
export class Refusal extends Error {
	constructor(cause: unknown) {
		super('The second copy refuses.', { cause });
	}
}

/** The same copy, whose failures can be told from those of the other one. */
export function refusing(copy: Copy): Copy {
	const told = <Given extends readonly unknown[], Result>(act: (...given: Given) => Promise<Result>) => {
		return async (...given: Given): Promise<Result> => {
			try {
				return await act(...given);
			} catch (error) {
				throw new Refusal(error);
			}
		};
	};
	return {
		start: told(copy.start),
		note: told(copy.note),
		keys: told(copy.keys),
		held: told(copy.held),
		damaged: told(copy.damaged),
		rowsAt: told(copy.rowsAt),
		rowsUpTo: told(copy.rowsUpTo),
		segmentsOf: told(copy.segmentsOf),
		append: told(copy.append),
		addSegments: told(copy.addSegments),
		takeOut: told(copy.takeOut),
		keepCheckpoint: told(copy.keepCheckpoint),
		seal: told(copy.seal),
		replace: told(copy.replace),
		rest: told(copy.rest),
		setAside: told(copy.setAside)
	};
}
