/** The depth (0 to 4) of a chance of recall: the deeper, the better held. 0: nothing yet. */
export function depthOf(retained: number | undefined): 0 | 1 | 2 | 3 | 4 {
	if (retained === undefined) return 0;
	if (retained < 0.7) return 1;
	if (retained < 0.8) return 2;
	return retained < 0.9 ? 3 : 4;
}
