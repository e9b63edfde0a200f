interface Named {
	readonly name?: string;
	readonly inner?: { readonly name?: string } | null;
	readonly failures?: readonly { readonly name?: string }[];
}

/** Why nothing can be written any more in a page of an older version. */
export const TAKEN =
	'A newer version of Entente has been opened in another tab. Save this answer as a file if it matters, then load this page again.';

/** Why a write failed, as a sentence. Dexie wraps the browser's error: the name that says most may stand inside. */
export function reasonOf(error: unknown): string {
	const { name, inner, failures = [] } = error as Named;
	const names = [name, inner?.name, ...failures.map((failure) => failure.name)];
	if (names.includes('QuotaExceededError')) return 'The storage of this device is full.';
	if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) return 'The browser closed its storage.';
	return 'The browser could not write it.';
}
