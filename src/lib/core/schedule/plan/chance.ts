/**
 * Chance for simulations: the same whole numbers give the same chance, on every device and however the work is cut up.
 * MurmurHash3's finalizer after each number. 0 to under 1.
 */
export function chanceOf(seed: number, index: number, turn: number): number {
	return mix(mix(mix(seed) ^ index) ^ turn) / 0x1_0000_0000;
}

function mix(value: number): number {
	let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b) + 0x9e3779b9;
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
