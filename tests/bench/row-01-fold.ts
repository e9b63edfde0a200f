import { FSRSAlgorithm } from 'ts-fsrs';
import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { Segment } from '#lib/core/review/segment.ts';
import { rebuild } from '#lib/core/schedule/rebuild.ts';
import { joined } from '#lib/core/schedule/stretch.ts';
import { segmentIn } from '../logs.ts';
import type { Row } from './row.ts';

const fsrs = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: true });

/** Nothing but ts-fsrs's `next_state`, over arrays that are there. */
function referenceFold(segments: readonly Segment[]): () => unknown {
	const dictionary = new CardDictionary();
	const { card, day, marks } = joined(segments, dictionary);
	return () => {
		const memories = new Array<ReturnType<typeof fsrs.next_state> | null>(dictionary.size).fill(null);
		const lastDay = new Int32Array(dictionary.size);
		for (let row = 0; row < card.length; row++) {
			const number = card[row] ?? 0;
			const today = day[row] ?? 0;
			const memory = memories[number] ?? null;
			memories[number] = fsrs.next_state(memory, memory ? Math.max(0, today - (lastDay[number] ?? 0)) : 0, ((marks[row] ?? 0) & 3) + 1);
			lastDay[number] = today;
		}
		return memories;
	};
}

export function foldRow(log: () => Promise<readonly Uint8Array[]>): Row {
	return {
		number: '1',
		what: "fold 1,000,000 reviews, against ts-fsrs's next_state",
		async prepare() {
			const segments = (await log()).map(segmentIn);
			return { product: () => rebuild(segments), reference: referenceFold(segments), most: 1.3 };
		}
	};
}
