import { beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => {
	vi.resetModules();
	vi.doUnmock('#lib/markdown/marked.ts');
});

const CLOZE = 'Arms bring ==fear==.';

describe('before Markdown can be read', () => {
	test('a plain text is', async () => {
		const { lex } = await import('#lib/markdown/lex.svelte.ts');
		expect(lex('Fear.', true)).toEqual([{ type: 'text', raw: 'Fear.', text: 'Fear.', escaped: false }]);
	});

	test('nothing of any other text is shown, lest a cloze give its answer away', async () => {
		const { lex, loadMarked } = await import('#lib/markdown/lex.svelte.ts');
		expect(lex(CLOZE, true)).toEqual([]);
		await loadMarked();
		expect(lex(CLOZE, true).map(({ type }) => type)).toEqual(['text', 'mark', 'text']);
	});

	test('a plain note is ready at once, any other when it can be', async () => {
		const { lex, readyFor } = await import('#lib/markdown/lex.svelte.ts');
		await readyFor({ id: 'fear-1', kind: 'cloze', facts: { tags: ['#war'], hints: [] }, prompt: 'What is fear?' });
		expect(lex(CLOZE)).toEqual([]);
		await readyFor({ id: 'fear-1', prompt: 'What is fear?', answer: { parts: [CLOZE] } });
		expect(lex(CLOZE)).not.toEqual([]);
	});

	test('what could not be loaded is tried again', async () => {
		let isThere = false;
		vi.doMock('#lib/markdown/marked.ts', async (original) => {
			if (!isThere) throw new Error('offline');
			return original();
		});
		const { lex, loadMarked } = await import('#lib/markdown/lex.svelte.ts');
		await expect(loadMarked()).rejects.toThrow();
		isThere = true;
		await loadMarked();
		expect(lex(CLOZE)).not.toEqual([]);
	});
});
