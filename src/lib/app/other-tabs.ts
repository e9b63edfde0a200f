import type { Journal } from './journal.svelte.ts';

const CHANNEL = 'entente-log';
/** Answers come one by one; the log is read again when they pause. */
const PAUSE_MS = 300;

/** Tells other tabs when entries were kept, and reads the log again when they say so. */
export function listenToOtherTabs(journal: Journal): void {
	if (typeof BroadcastChannel === 'undefined' || journal.notKept) return;
	const channel = new BroadcastChannel(CHANNEL);
	let timer: ReturnType<typeof setTimeout> | undefined;
	journal.onkept = () => {
		channel.postMessage('kept');
	};
	channel.onmessage = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			// What this tab shows is a little old, that is all; the next message or start tries again.
			journal.reread().catch(() => undefined);
		}, PAUSE_MS);
	};
}
