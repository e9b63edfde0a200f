/** Watches for a newer version of the app. It waits, installed, until the student says so; nothing here takes over by itself. */
export class Update {
	#waiting = $state.raw<ServiceWorker>();

	/** Whether a newer version is ready. */
	get ready(): boolean {
		return this.#waiting !== undefined;
	}

	/** Starts watching; returns how to stop. */
	watch(): () => void {
		if (!('serviceWorker' in navigator)) return () => undefined;
		const stop = new AbortController();
		void navigator.serviceWorker.ready.then((registration) => {
			if (stop.signal.aborted) return;
			this.#note(registration);
			registration.addEventListener(
				'updatefound',
				() => {
					this.#follow(registration);
				},
				{ signal: stop.signal }
			);
			this.#follow(registration);
			// A browser looks by itself only on navigation; an installed app may stay open for weeks.
			registration.update().catch(() => undefined); // offline: another time
		});
		return () => {
			stop.abort();
		};
	}

	/** Lets the newer version take over, and loads the page again with it. */
	apply(): void {
		navigator.serviceWorker.addEventListener(
			'controllerchange',
			() => {
				location.reload();
			},
			{ once: true }
		);
		this.#waiting?.postMessage('skip-waiting');
	}

	#follow(registration: ServiceWorkerRegistration): void {
		registration.installing?.addEventListener('statechange', () => {
			this.#note(registration);
		});
	}

	#note(registration: ServiceWorkerRegistration): void {
		if (navigator.serviceWorker.controller) this.#waiting = registration.waiting ?? undefined;
	}
}
