/** Whether storage failed for this reason, by the name that the browser gave it. Dexie wraps the browser's error. */
function isNamed(error: unknown, name: string): boolean {
	const { name: own, inner } = error as { readonly name?: string; readonly inner?: { readonly name?: string } | null };
	return own === name || inner?.name === name;
}

/** Whether there was no room. */
export function isFull(error: unknown): boolean {
	return isNamed(error, 'QuotaExceededError');
}

/** Whether another try may do: Chromium answers so when it has found its files damaged and begins anew. */
export function isPassing(error: unknown): boolean {
	return isNamed(error, 'UnknownError');
}
