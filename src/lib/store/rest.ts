/**
 * What two copies note about whether anything is being written. A new mark goes to the first copy, then to the second; before anything
 * is written again, the second notes that the rest is over. So whoever finds both notes knows which write a kill can have torn.
 */
import type { Start } from './copy.ts';

/** `resting`: neither copy can be torn. `torn`: the second may be, while going to rest. `awake`: nothing is known. */
export type Rest = 'resting' | 'torn' | 'awake';

/** The mark of a rest that is over. */
export function over(mark: string): string {
	return `${mark} is over`;
}

export function restOf({ resting: one }: Start, { resting: other }: Start): Rest {
	if (one === undefined || other === over(one)) return 'awake';
	return other === one ? 'resting' : 'torn';
}
