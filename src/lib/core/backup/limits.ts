/** A file that is larger is not read, in bytes. A million answers take some 30 MB. */
export const LARGEST_FILE = 256 * 2 ** 20;
/** What all parts may be unpacked, in bytes: some ten million answers. Bounds the memory that a file can ask for. */
export const LARGEST_WHOLE = 512 * 2 ** 20;
/** What one part may be unpacked, in bytes. */
export const LARGEST_PART = 64 * 2 ** 20;
/** Where the first lines must have ended, in bytes. */
export const LARGEST_PREAMBLE = 2 ** 20;
/** Entries that are not sealed yet become parts of so many. */
export const ENTRIES_A_PART = 100_000;
/** Small things become parts of about so many characters; one that is longer has a part for itself. */
export const TEXT_A_PART = 4 * 2 ** 20;
