import { picturePath } from '#lib/core/deck/picture-path.ts';

/** Gives the address of a picture by the name that its deck writes; undefined for one that is not shown. */
export type Pictures = (file: string) => string | undefined;

/** For texts without pictures: each stands for itself in words. */
export const NO_PICTURES: Pictures = () => undefined;

/** The pictures of a deck's folder, given as addresses by path from that folder ("map.svg"). No other address is ever loaded. */
export function picturesIn(addresses: Readonly<Record<string, string>>): Pictures {
	return (file) => {
		const path = picturePath(file);
		return path !== undefined && Object.hasOwn(addresses, path) ? addresses[path] : undefined;
	};
}
