import { m } from '#lib/messages/messages.js';

interface Named {
	readonly name?: string;
	readonly inner?: { readonly name?: string } | null;
	readonly failures?: readonly { readonly name?: string }[];
}

/** Why nothing can be written any more in a page of an older version. */
export function takenReason(): string {
	return m.reason_taken();
}

/** Why a write failed, as a sentence. Dexie wraps the browser's error: the name that says most may stand inside. */
export function reasonOf(error: unknown): string {
	const { name, inner, failures = [] } = error as Named;
	const names = [name, inner?.name, ...failures.map((failure) => failure.name)];
	if (names.includes('QuotaExceededError')) return m.reason_full();
	if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) return m.reason_closed();
	return m.reason_other();
}
