/** The Web Lock of the tab that studies. */
export const STUDY_LOCK = 'entente-study';
const QUIET_LOCK = 'entente-quiet';

/**
 * Does what is written to the log's copies but need not be now; not at all while another tab does such a thing, or studies. Each tab
 * writes one copy at a time, but two tabs do not wait for each other (decision 15). Where the browser has no Web Locks, it is done.
 */
export async function whenQuiet(act: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return act();
	await navigator.locks.request(QUIET_LOCK, { ifAvailable: true }, async (lock) => {
		if (lock === null) return;
		const { held = [] } = await navigator.locks.query();
		const me = held.find(({ name }) => name === QUIET_LOCK)?.clientId;
		if (held.some(({ name, clientId }) => name === STUDY_LOCK && clientId !== me)) return;
		await Promise.race([act(), pageIsLeft()]);
	});
}

/** WebKit does not end the loading of a page that comes after one with a lock. */
function pageIsLeft(): Promise<void> {
	return new Promise((resolve) => {
		addEventListener(
			'pagehide',
			() => {
				resolve();
			},
			{ once: true }
		);
	});
}
