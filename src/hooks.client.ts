import type { HandleClientError } from '@sveltejs/kit';
import { speak } from '#lib/app/language.ts';
import { beginOpening } from '#lib/app/page-journal.ts';

// Before any word is painted.
speak();
// A page that needs the log says itself if it cannot be had.
beginOpening().catch(() => undefined);

/** The last net: whatever was not foreseen ends on the error page, in words. An address that leads nowhere is no fault of ours. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status !== 404) console.error(error);
	return { message };
};
