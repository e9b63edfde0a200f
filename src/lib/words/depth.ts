import { m } from '#lib/messages/messages.js';

/** How well something is held, in a word: a depth of the scale (0 to 4). */
export function depthWord(depth: 0 | 1 | 2 | 3 | 4): string {
	switch (depth) {
		case 0:
			return m.depth_none();
		case 1:
			return m.depth_shaky();
		case 2:
			return m.depth_fair();
		case 3:
			return m.depth_good();
		case 4:
			return m.depth_firm();
	}
}
