// Backups on this machine's disk, packed and unpacked by Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Contents, ReadBackup } from '#lib/core/backup/backup.ts';
import type { Means } from '#lib/core/backup/means.ts';
import { readBackup } from '#lib/core/backup/read.ts';
import { writeBackup } from '#lib/core/backup/write.ts';
import { CannotRun } from '../decks/files.ts';

export const nodeMeans: Means = {
	pack: promisify(gzip),
	unpack: async (bytes, size) => {
		try {
			const whole = await promisify(gunzip)(bytes, { maxOutputLength: Math.max(1, size) });
			return whole.length === size ? whole : 'broken';
		} catch (error) {
			return (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken';
		}
	},
	hash: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
};

/** Reads a backup. @throws CannotRun if there is no such file */
export async function readFile(path: string): Promise<ReadBackup> {
	if (!existsSync(path)) throw new CannotRun(`There is no file "${path}".`);
	if (!statSync(path).isFile()) throw new CannotRun(`"${path}" is not a file.`);
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const read = async (from: number, to: number): Promise<Uint8Array> => {
			const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
			const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
			return bytes.subarray(0, bytesRead);
		};
		return await readBackup({ size, read }, nodeMeans);
	} finally {
		await file.close();
	}
}

/** Writes a backup beside its place first, then puts it there: a file of that name is whole. Gives its length in bytes. */
export async function writeFile(path: string, contents: Contents): Promise<number> {
	const folder = mkdtempSync(join(dirname(path), '.entente-'));
	try {
		const beside = join(folder, basename(path));
		const file = await open(beside, 'wx');
		try {
			for await (const piece of writeBackup(contents, nodeMeans)) await file.appendFile(piece);
			await file.sync();
		} finally {
			await file.close();
		}
		renameSync(beside, path);
		return statSync(path).size;
	} finally {
		rmSync(folder, { recursive: true });
	}
}
