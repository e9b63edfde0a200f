import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Prose from '#lib/ui/Prose.svelte';
import { expectHarmless } from '../harmless.ts';
import { HOSTILE } from '../hostile.ts';

test.each(HOSTILE)('in a real browser nothing runs in %s', async (text) => {
	const { container } = await render(Prose, { text });
	expectHarmless(container);
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect('__pwned' in window).toBe(false);
});
