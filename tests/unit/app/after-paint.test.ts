import { afterEach, expect, test, vi } from 'vitest';
import { afterPaint } from '#lib/app/after-paint.ts';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('what waits for the paint is done behind the next frame, and once', () => {
	vi.useFakeTimers();
	const act = vi.fn();
	const frames: (() => void)[] = [];
	vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
	afterPaint(act);
	for (const frame of frames) frame();
	expect(act).not.toHaveBeenCalled();
	vi.advanceTimersByTime(40);
	expect(act).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(1000);
	expect(act).toHaveBeenCalledTimes(1);
});

test('what waits for the paint is done on a page that is out of sight, too', () => {
	vi.useFakeTimers();
	const act = vi.fn();
	vi.stubGlobal('requestAnimationFrame', () => 1);
	afterPaint(act);
	vi.advanceTimersByTime(1000);
	expect(act).toHaveBeenCalledTimes(1);
});
