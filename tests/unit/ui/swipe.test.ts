import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Swipe } from '#lib/ui/swipe.svelte.ts';

let element: HTMLElement;
let done: ReturnType<typeof vi.fn<(way: 'start' | 'end') => void>>;
let swipe: Swipe;
let leave: ReturnType<typeof swipe.surface>;

beforeEach(() => {
	element = document.body.appendChild(document.createElement('main'));
	done = vi.fn<(way: 'start' | 'end') => void>();
	swipe = new Swipe(done);
	leave = swipe.surface(element);
});
afterEach(() => {
	leave?.();
	document.body.replaceChildren();
	document.documentElement.dir = '';
});

/** jsdom has no PointerEvent of its own that takes these. */
function point(type: string, x: number, y: number, more: Record<string, unknown> = {}, target: Element = element) {
	const event = new MouseEvent(`pointer${type}`, { bubbles: true, clientX: x, clientY: y });
	Object.assign(event, {});
	for (const [name, value] of Object.entries({ pointerId: 1, isPrimary: true, pointerType: 'touch', ...more }))
		Object.defineProperty(event, name, { value });
	target.dispatchEvent(event);
}
/** A finger down in the middle, then through these points, each from there. */
function drag(...path: readonly (readonly [x: number, y: number])[]) {
	point('down', 300, 300);
	for (const [x, y] of path) point('move', 300 + x, 300 + y);
}
const lift = () => {
	point('up', 0, 0);
};

describe('a swipe', () => {
	test.each([
		[100, 'ltr', 'end'],
		[-100, 'ltr', 'start'],
		[100, 'rtl', 'start'],
		[-100, 'rtl', 'end']
	] as const)('%i px across a text from %s leads to its %s', (across, direction, way) => {
		element.style.direction = direction;
		drag([across / 2, 4], [across, 8]);
		lift();
		expect(done).toHaveBeenCalledExactlyOnceWith(way);
	});
	test('says what it will do before the finger lifts', () => {
		drag([10, 0]);
		expect(swipe.now).toBeUndefined();
		point('move', 360, 302);
		expect(swipe.now).toEqual({ way: 'end', ready: false });
		point('move', 400, 302);
		expect(swipe.now).toEqual({ way: 'end', ready: true });
		expect(element.dataset['swiping']).toBe('');
		point('move', 190, 302);
		expect(swipe.now).toEqual({ way: 'start', ready: true });
	});
	test.each([
		['does not go far enough', [[90, 0]]],
		['comes back', [[150, 0], [20, 0]]], // prettier-ignore
		['goes up or down', [[30, 40], [160, 45]]] // prettier-ignore
	] as const)('that %s does nothing', (_, path) => {
		drag(...path);
		lift();
		expect(done).not.toHaveBeenCalled();
		expect([swipe.now, element.dataset['swiping'], element.style.getPropertyValue('--swipe')]).toEqual([undefined, undefined, '']);
	});
	test('that the browser takes for something else does nothing', () => {
		drag([150, 0]);
		point('cancel', 450, 300);
		lift();
		expect(done).not.toHaveBeenCalled();
		expect(swipe.now).toBeUndefined();
	});
	test('ends where a second finger comes down', () => {
		drag([150, 0]);
		point('down', 100, 100, { pointerId: 2, isPrimary: false });
		lift();
		expect(done).not.toHaveBeenCalled();
	});
	test('does not begin with a mouse, nor at the edge of the screen', () => {
		point('down', 300, 300, { pointerType: 'mouse' });
		point('move', 450, 300, { pointerType: 'mouse' });
		expect(swipe.now).toBeUndefined();
		point('down', 5, 300);
		point('move', 150, 300);
		expect(swipe.now).toBeUndefined();
	});
	test('does not begin in what scrolls sideways', () => {
		const table = element.appendChild(document.createElement('div'));
		table.style.overflowX = 'auto';
		Object.defineProperty(table, 'scrollWidth', { value: 900 });
		point('down', 300, 300, {}, table);
		point('move', 450, 300, {}, table);
		expect(swipe.now).toBeUndefined();
	});
	test('leaves scrolling up and down and enlarging to the browser, and everything once it is off', () => {
		expect(element.style.touchAction).toBe('pan-y pinch-zoom');
		leave?.();
		expect(element.style.touchAction).toBe('');
		drag([150, 0]);
		lift();
		expect(done).not.toHaveBeenCalled();
	});
});
