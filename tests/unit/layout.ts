// jsdom lays nothing out, so it cannot scroll; the browser stories see to what is in view.
if (typeof window !== 'undefined') {
	Element.prototype.scrollIntoView = () => undefined;
	window.scrollTo = () => undefined;
}
