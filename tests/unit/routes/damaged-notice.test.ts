import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { memoryStore } from '#lib/store/open.ts';
import { reviewsOn, segmentOf } from '../../logs.ts';
import DamagedNotice from '../../../src/routes/(home)/DamagedNotice.svelte';

const part = (id: string, day: number, count: number) => ({ id, head: segmentOf(reviewsOn(day, 0, count)).head });

/** A journal that has looked what was set aside, and found this. */
async function missing(...parts: readonly ReturnType<typeof part>[]): Promise<Journal> {
	const journal = await Journal.on(memoryStore('refused'));
	await journal.setAside.look(journal.store);
	journal.setAside.add(parts);
	return journal;
}
const status = () => screen.getByRole('status');
const know = () => screen.queryByRole('button', { name: 'I know' });

describe('the notice of a damaged part', () => {
	test('says what is missing, from when to when, and what to do', async () => {
		render(DamagedNotice, { journal: await missing(part('a', 20_000, 15), part('b', 20_100, 1)) });
		const text = status().textContent;
		expect(text).toContain('A part of your answers cannot be read.');
		expect(text).toMatch(/The device has damaged 16 answers from 4 Oct(ober)? 2024 to 12 Jan(uary)? 2025\./u);
		expect(text).toContain('If you have a backup from after that time, restore it.');
		const link = within(status()).getByRole('link', { name: 'Restore a backup' });
		expect((link as HTMLAnchorElement).pathname).toMatch(/\/backup\/?$/u);
	});
	test('names a single day once', async () => {
		render(DamagedNotice, { journal: await missing(part('a', 20_000, 1)) });
		expect(status().textContent).toMatch(/The device has damaged 1 answer of 4 Oct(ober)? 2024\./u);
	});
	test('is there as soon as the page that is open finds it', async () => {
		const journal = await missing();
		render(DamagedNotice, { journal });
		expect(status().textContent.trim()).toBe('');
		journal.setAside.add([part('a', 20_000, 15)]);
		expect(await screen.findByText('A part of your answers cannot be read.')).toBeTruthy();
	});
	test('goes when the student knows, says where it stays, and comes again for another part alone', async () => {
		const journal = await missing(part('a', 20_000, 15));
		render(DamagedNotice, { journal });
		await fireEvent.click(screen.getByRole('button', { name: 'I know' }));
		expect(know()).toBeNull();
		expect(document.activeElement?.textContent).toContain('It stays on the page “Backup”');
		journal.setAside.add([part('b', 20_100, 4)]);
		expect(await screen.findByText(/damaged 4 answers/u)).toBeTruthy();
		expect(screen.queryByText(/damaged 15 answers/u)).toBeNull();
	});
	test('stays beside backups for as long as something is missing', async () => {
		const journal = await missing(part('a', 20_000, 15));
		await journal.setAside.acknowledge(journal.store);
		render(DamagedNotice, { journal, always: true });
		expect(screen.getByText(/damaged 15 answers/u)).toBeTruthy();
		expect(know()).toBeNull();
		journal.setAside.replace([]);
		await Promise.resolve();
		expect(status().textContent.trim()).toBe('');
	});
});
