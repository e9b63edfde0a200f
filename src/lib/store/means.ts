import type { Means, Source } from '#lib/core/backup/means.ts';
import { segmentId } from './sound.ts';

/**
 * So many packed bytes are unpacked before what came out is counted. A browser unpacks all that it is given at once, up to a
 * thousandfold: a file that is made to fill the memory gets no further than this.
 */
const AT_ONCE = 32 * 1024;

/** What this browser packs, unpacks and hashes with. */
export const browserMeans: Means = {
	hash: segmentId,

	pack: async (bytes) => {
		if (typeof CompressionStream === 'undefined') return undefined;
		const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('gzip'));
		return new Uint8Array(await new Response(packed).arrayBuffer());
	},

	unpack: async (bytes, size) => {
		if (typeof DecompressionStream === 'undefined') return 'cannot';
		const { readable, writable } = new DecompressionStream('gzip');
		const reader = readable.getReader();
		const feeding = feed(bytes as Uint8Array<ArrayBuffer>, writable.getWriter());
		const whole = new Uint8Array(size);
		let at = 0;
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) break;
				if (at + value.length > size) return 'bomb';
				whole.set(value, at);
				at += value.length;
			}
			return at === size ? whole : 'broken';
		} catch {
			return 'broken';
		} finally {
			reader.cancel().catch(() => undefined);
			await feeding;
		}
	}
};

/** Gives bytes piece by piece, each when the one before is used up; ends early when nobody wants more. */
async function feed(bytes: Uint8Array<ArrayBuffer>, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
	try {
		for (let at = 0; at < bytes.length; at += AT_ONCE) {
			await writer.ready;
			await writer.write(bytes.subarray(at, at + AT_ONCE));
		}
		await writer.close();
	} catch {
		// the reader hears of it
	}
}

/** A file that the student has chosen. */
export function blobSource(blob: Blob): Source {
	return { size: blob.size, read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()) };
}
