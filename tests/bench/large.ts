import type { LogSize } from './generate-log.ts';

/** The log that the goals are about. */
export const LARGE: LogSize = { reviews: 1_000_000, cards: 100_000 };
