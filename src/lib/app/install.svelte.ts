/** What an installable app looks like to the browser it is open in. */
export type Device = 'ios' | 'android' | 'other';

/** What Chromium gives a page that can be installed, to be shown when the student wants it. */
interface InstallOffer extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** The device a browser says it runs on. An iPad says that it is a Mac, which has no touch. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): Device {
	if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
	return userAgent.includes('Android') ? 'android' : 'other';
}

/** Whether this is Safari on an iPhone or iPad: no other browser's engine runs there, but others put their own name beside Safari's. */
export function isIosSafari(browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
	return (
		deviceOf(browser) === 'ios' &&
		/Safari\//.test(browser.userAgent) &&
		!/CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|GSA\//.test(browser.userAgent)
	);
}

/** Whether the app runs on its own, from the home screen or as a window without a browser around it. */
export function isInstalled(): boolean {
	return matchMedia('(display-mode: standalone)').matches || (navigator as { readonly standalone?: boolean }).standalone === true;
}

/** Whether the app can be installed with one tap, and that tap. One for the page: the browser offers it once, when it likes. */
export class Install {
	#offer = $state.raw<InstallOffer>();

	/** Whether the browser offers it. */
	get offered(): boolean {
		return this.#offer !== undefined;
	}

	/** Starts listening; returns how to stop. */
	watch(): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		addEventListener(
			'beforeinstallprompt',
			(event) => {
				event.preventDefault(); // the browser's own banner would lie over the card
				this.#offer = event as InstallOffer;
			},
			{ signal }
		);
		addEventListener(
			'appinstalled',
			() => {
				this.#offer = undefined;
			},
			{ signal }
		);
		return () => {
			stop.abort();
		};
	}

	/** Has the browser ask. For a tap; an offer can be used once. */
	async accept(): Promise<void> {
		const offer = this.#offer;
		this.#offer = undefined;
		await offer?.prompt();
	}
}

/** The page's own. */
export const install = new Install();
