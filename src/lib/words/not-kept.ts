/** Why a browser keeps nothing, and what to do about it. */
export function notKeptText(why: 'missing' | 'refused' | 'newer'): string {
	switch (why) {
		case 'missing':
			return 'This browser has no storage for them. You can study; save your answers as a file before you close the page.';
		case 'refused':
			return 'This browser refuses to store them, as in a private window or with site data blocked. You can study; save your answers as a file before you close the page, or open Entente in an ordinary window.';
		case 'newer':
			return 'They were stored by a newer version of Entente, which this one cannot read. Close every window of Entente and open it again with a network, so that it is brought up to date.';
	}
}
