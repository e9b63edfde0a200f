import { afterEach, describe, expect, test, vi } from 'vitest';
import { deviceOf, Install, isInstalled, isIosSafari } from '#lib/app/install.svelte.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';

describe('the browser is told by what it says of itself', () => {
	test.each([
		['Safari on an iPhone', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'ios', true],
		['Safari on an iPad, which says that it is a Mac', MAC, 5, 'ios', true],
		['Chrome on an iPhone', `${IPHONE} CriOS/137.0.0.0 Mobile/15E148 Safari/604.1`, 5, 'ios', false],
		['Firefox on an iPhone', `${IPHONE} FxiOS/139.0 Mobile/15E148 Safari/605.1.15`, 5, 'ios', false],
		['a page within another app on an iPhone', `${IPHONE} Mobile/15E148`, 5, 'ios', false],
		['Safari on a Mac', MAC, 0, 'other', false],
		[
			'Chrome on Android',
			'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36',
			5,
			'android',
			false
		],
		['Firefox on a computer', 'Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0', 0, 'other', false]
	] as const)('%s', (_, userAgent, maxTouchPoints, device, safari) => {
		expect(deviceOf({ userAgent, maxTouchPoints })).toBe(device);
		expect(isIosSafari({ userAgent, maxTouchPoints })).toBe(safari);
	});
});

describe('the app is installed', () => {
	afterEach(() => {
		vi.unstubAllGlobals();
	});
	const displayed = (standalone: boolean) =>
		vi.stubGlobal('matchMedia', (query: string) => ({ matches: standalone && query === '(display-mode: standalone)' }));

	test('where it is displayed on its own', () => {
		displayed(true);
		expect(isInstalled()).toBe(true);
	});
	test('where an iPhone says so', () => {
		displayed(false);
		expect(isInstalled()).toBe(false);
		vi.stubGlobal('navigator', { standalone: true });
		expect(isInstalled()).toBe(true);
	});
});

describe('an offer to install', () => {
	function offer() {
		const event = new Event('beforeinstallprompt', { cancelable: true });
		return Object.assign(event, { prompt: vi.fn(() => Promise.resolve({ outcome: 'accepted' })) });
	}

	test('waits for the tap, and is used once', async () => {
		const install = new Install();
		const stop = install.watch();
		expect(install.offered).toBe(false);
		const made = offer();
		dispatchEvent(made);
		expect([install.offered, made.defaultPrevented]).toEqual([true, true]);
		await install.accept();
		await install.accept();
		expect(made.prompt).toHaveBeenCalledOnce();
		expect(install.offered).toBe(false);
		stop();
		dispatchEvent(offer());
		expect(install.offered).toBe(false);
	});
	test('is over when the app was installed in another way', () => {
		const install = new Install();
		const stop = install.watch();
		dispatchEvent(offer());
		dispatchEvent(new Event('appinstalled'));
		expect(install.offered).toBe(false);
		stop();
	});
});
