import { m } from '#lib/messages/messages.js';

/** Why a browser keeps nothing, and what to do about it. */
export function notKeptText(why: 'missing' | 'refused' | 'newer'): string {
	switch (why) {
		case 'missing':
			return m.not_kept_missing();
		case 'refused':
			return m.not_kept_refused();
		case 'newer':
			return m.not_kept_newer();
	}
}
