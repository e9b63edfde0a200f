import type { HandleClientError } from '@sveltejs/kit';
import { speak } from '#lib/app/language.ts';

// Before any word is painted.
speak();

/** The last net: whatever was not foreseen ends on the error page, in words. An address that leads nowhere is no fault of ours. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status !== 404) console.error(error);
	return { message };
};
