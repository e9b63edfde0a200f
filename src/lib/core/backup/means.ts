/** What a backup needs from the outside; core has no streams, no files and no hash of its own. */
export interface Means {
	/** Bytes made smaller as gzip does it; undefined where this runtime cannot, and then they are kept as they are. */
	readonly pack: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
	/**
	 * Bytes made large again. Stops, and gives `bomb`, as soon as more than `size` bytes come out; `broken` if fewer do or they are no
	 * gzip; `cannot` where this runtime cannot unpack at all.
	 */
	readonly unpack: (bytes: Uint8Array, size: number) => Promise<Uint8Array | 'bomb' | 'broken' | 'cannot'>;
	/** The SHA-256 of some bytes, in 64 hexadecimal digits. */
	readonly hash: (bytes: Uint8Array) => Promise<string>;
}

/** A file to be read piece by piece. */
export interface Source {
	/** How long it is, in bytes. */
	readonly size: number;
	/** The bytes from one place up to another; fewer where it ends before. Rejects with whatever the device throws. */
	readonly read: (from: number, to: number) => Promise<Uint8Array>;
}
