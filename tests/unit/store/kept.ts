import { expect } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import type { Copy } from '#lib/store/copy.ts';
import { KeptLog } from '#lib/store/kept-log.ts';
import { memoryCopy } from '#lib/store/memory-copy.ts';
import { baseOf, reviewsOn } from '../../logs.ts';

export const limits = { least: 4, most: 50 };

export async function holding(entries: readonly Entry[]): Promise<Copy> {
	const copy = memoryCopy();
	await copy.append(entries);
	return copy;
}

/** Opens the log on these copies, as after a restart. */
export async function reopened(first: Copy, second: Copy | undefined): Promise<KeptLog> {
	const log = new KeptLog(first, { second, limits });
	await log.open();
	return log;
}

export async function checkpointed(log: KeptLog): Promise<void> {
	const base = baseOf(await log.readWhole());
	const bytes = packCheckpoint(base);
	if (bytes && base.end) await log.keepCheckpoint(bytes, base.end);
}

/** All that a copy holds by itself. */
export async function alone(copy: Copy): Promise<readonly Entry[]> {
	return new KeptLog(copy).read();
}

/** Two copies that agree, with a checkpoint, a sealed part and a tail. */
export async function kept(): Promise<{ readonly first: Copy; readonly second: Copy; readonly all: readonly Entry[] }> {
	const first = memoryCopy();
	const second = memoryCopy();
	const log = await reopened(first, second);
	await log.append([...reviewsOn(10, 0, 6), ...reviewsOn(12, 10, 3)]);
	await checkpointed(log);
	expect(await log.seal(11)).toBe(6);
	await log.append(reviewsOn(13, 20, 2));
	await log.verify();
	return { first, second, all: [...reviewsOn(10, 0, 6), ...reviewsOn(12, 10, 3), ...reviewsOn(13, 20, 2)] };
}
