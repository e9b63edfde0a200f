import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import type { Backup, Contents, Damage, Fault } from '#lib/core/backup/backup.ts';
import type { Means, Source } from '#lib/core/backup/means.ts';
import { readBackup } from '#lib/core/backup/read.ts';
import { writeBackup } from '#lib/core/backup/write.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf } from '#lib/core/review/segment.ts';

/** With Node's own gzip. */
export const means: Means = {
	pack: (bytes) => Promise.resolve(new Uint8Array(gzipSync(bytes))),
	unpack: (bytes, size) => {
		try {
			const whole = new Uint8Array(gunzipSync(bytes, { maxOutputLength: Math.max(1, size) }));
			return Promise.resolve(whole.length === size ? whole : 'broken');
		} catch (error) {
			return Promise.resolve((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken');
		}
	},
	hash: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
};

export const SAVED_AT = Date.UTC(2026, 10, 22, 9);

export function contents(given: Partial<Contents> = {}): Contents {
	return { savedAt: SAVED_AT, segments: [], rows: [], stores: {}, ...given };
}

/** A backup as one run of bytes. */
export async function written(given: Partial<Contents>, by: Means = means): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	for await (const piece of writeBackup(contents(given), by)) pieces.push(piece);
	return new Uint8Array(Buffer.concat(pieces));
}

export function source(bytes: Uint8Array): Source {
	return { size: bytes.length, read: (from, to) => Promise.resolve(bytes.slice(from, to)) };
}

/** What was read of some bytes; exactly one of `backup` and `fault` is there. */
export async function read(
	bytes: Uint8Array | Source,
	by: Means = means
): Promise<{ readonly backup?: Backup; readonly damage?: Damage; readonly fault?: Fault }> {
	return readBackup(bytes instanceof Uint8Array ? source(bytes) : bytes, by);
}

/** All entries of a backup, in the order of the log. */
export function entriesIn(backup: Backup | undefined): readonly Entry[] {
	return merge(backup?.parts.flatMap(({ segment }) => entriesOf(segment)) ?? [], []);
}
