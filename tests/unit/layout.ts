import { webcrypto } from 'node:crypto';
import { loadMarked } from '#lib/markdown/lex.svelte.ts';

// The app loads it with the first text that wants it; a test of a component does not wait for that.
await loadMarked();

// jsdom's crypto makes numbers and ids, but has nothing for hashes.
if (typeof window !== 'undefined') Object.defineProperty(crypto, 'subtle', { value: webcrypto.subtle, configurable: true });

// jsdom lays nothing out, so it cannot scroll or show a dialog above the rest; the browser stories see to what is in view.
if (typeof window !== 'undefined') {
	Element.prototype.scrollIntoView = () => undefined;
	window.scrollTo = () => undefined;
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent(new Event('close'));
	};
}
