import type { Attachment } from 'svelte/attachments';

/** Where a swipe leads: to the end of a line of text, or to its start. Mirrored where text runs from right to left. */
export type Way = 'end' | 'start';

/** A swipe under way. */
export interface Swiping {
	readonly way: Way;
	/** Far enough: it counts if the finger lifts now. */
	readonly ready: boolean;
}

/** In CSS pixels: below this a finger has only trembled, from here on a swipe counts, and so near to an edge the system's own gestures begin. */
const [TREMBLE, FAR, EDGE] = [14, 96, 24];
/** A swipe goes this much more sideways than up or down. */
const FLAT = 1.5;
/** The card gives way by a share of the finger's path. */
const GIVES = 0.4;

/** A swipe with one finger or pen across an element. Up and down the page scrolls as ever, and two fingers enlarge it. */
export class Swipe {
	readonly #ondone: (way: Way) => void;
	#now = $state.raw<Swiping>();

	/** @param ondone called when the finger lifts far enough from where it came down */
	constructor(ondone: (way: Way) => void) {
		this.#ondone = ondone;
	}

	/** The swipe under way, so that it can be said what it will do. */
	get now(): Swiping | undefined {
		return this.#now;
	}

	/** For the element that is swiped across. While a swipe is under way it has `data-swiping`, and in `--swipe` how far it gives way. */
	readonly surface: Attachment<HTMLElement> = (element) => {
		const begun = new AbortController();
		let finger: { readonly id: number; readonly x: number; readonly y: number } | undefined;

		const end = () => {
			finger = undefined;
			this.#now = undefined;
			delete element.dataset['swiping'];
			element.style.removeProperty('--swipe');
		};
		const down = (event: PointerEvent) => {
			const second = finger !== undefined || !event.isPrimary;
			end();
			if (!second && mayBegin(event, element)) finger = { id: event.pointerId, x: event.clientX, y: event.clientY };
		};
		const move = ({ pointerId, clientX, clientY }: PointerEvent) => {
			if (finger?.id !== pointerId) return;
			const [across, along] = [clientX - finger.x, clientY - finger.y];
			if (this.#now === undefined) {
				if (Math.max(Math.abs(across), Math.abs(along)) < TREMBLE) return;
				if (Math.abs(across) < FLAT * Math.abs(along)) {
					end();
					return;
				}
			}
			const forward = across > 0 === (getComputedStyle(element).direction !== 'rtl');
			this.#now = { way: forward ? 'end' : 'start', ready: Math.abs(across) >= FAR };
			element.dataset['swiping'] = '';
			element.style.setProperty('--swipe', `${Math.round(across * GIVES)}px`);
		};
		const up = ({ pointerId }: PointerEvent) => {
			if (finger?.id !== pointerId) return;
			const { way, ready } = this.#now ?? {};
			end();
			if (way !== undefined && ready === true) this.#ondone(way);
		};
		/** What is a swipe is no scrolling: else the browser lets the page run on, and takes the next tap for one that stops it. */
		const keep = (event: TouchEvent) => {
			if (this.#now !== undefined && event.cancelable) event.preventDefault();
		};
		/** In a page that is enlarged a finger moves the page. */
		const leave = () => {
			element.style.touchAction = isEnlarged() ? '' : 'pan-y pinch-zoom';
		};

		leave();
		const { signal } = begun;
		element.addEventListener('pointerdown', down, { signal });
		element.addEventListener('pointermove', move, { signal });
		element.addEventListener('pointerup', up, { signal });
		element.addEventListener('pointercancel', end, { signal });
		element.addEventListener('touchmove', keep, { signal, passive: false });
		globalThis.visualViewport?.addEventListener('resize', leave, { signal });
		return () => {
			begun.abort();
			end();
			element.style.touchAction = '';
		};
	};
}

function isEnlarged(): boolean {
	return (globalThis.visualViewport?.scale ?? 1) > 1.01;
}

/** A mouse selects text; the edges are the system's; what scrolls sideways is scrolled. */
function mayBegin({ pointerType, clientX, target }: PointerEvent, within: HTMLElement): boolean {
	if (pointerType === 'mouse' || isEnlarged() || getSelection()?.isCollapsed === false) return false;
	if (clientX < EDGE || clientX > innerWidth - EDGE) return false;
	for (let at = target instanceof Element ? target : null; at !== null && at !== within; at = at.parentElement)
		if (at.scrollWidth > at.clientWidth && /auto|scroll/u.test(getComputedStyle(at).overflowX)) return false;
	return true;
}
