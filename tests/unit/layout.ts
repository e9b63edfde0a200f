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
