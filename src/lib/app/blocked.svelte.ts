import type { Hearing } from '#lib/store/open.ts';

let blocked = $state(false);

/** Whether the answers wait for an older page of the app that does not let go of them. */
export function isBlocked(): boolean {
	return blocked;
}

/** What opening the store tells. */
export const hearing: Hearing = {
	onblocked: (isNow) => {
		blocked = isNow;
	}
};
