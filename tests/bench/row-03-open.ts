import type { CardId } from '#lib/core/card/card.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { EMPTY } from '#lib/core/schedule/progress.ts';
import { replay } from '#lib/core/schedule/replay.ts';
import { sameRules } from '#lib/core/schedule/rules.ts';
import { blankState, type CardState } from '#lib/core/schedule/state.ts';
import { StateTable } from '#lib/core/schedule/states.ts';
import { columnsOf } from '#lib/core/schedule/table.ts';
import { offerOf } from '#lib/core/session/offer.ts';
import { queueOf } from '#lib/core/session/queue.ts';
import { openStore } from '#lib/store/open.ts';
import { LARGE } from './large.ts';
import { putAt, rawDatabase, resultOf } from './raw-database.ts';
import type { Row } from './row.ts';

const NAME = 'row-3';
const RAW = 'row-3-raw';
const TODAY = 20_000;
/** The name of the decks as they are since the checkpoint was kept. */
const LIBRARY = 'course-0 … course-39';
const TEXT = 'x'.repeat(300_000);

/** The key of a card by its number; forty decks. */
const idOf = (card: number): CardId => `course-${card % 40}/concept-${card}/main` as CardId;

/** A card in review, as a student holds it who keeps up: one in a hundred is due today. */
function stateOf(card: number): CardState {
	const stability = 20 + (card % 300);
	const lastDay = card % 100 === 0 ? TODAY - 400 : TODAY - 1 - (card % 15);
	const memory = { stability, difficulty: 5 };
	return {
		...blankState(),
		memory,
		reviews: 10,
		phase: 'review',
		firstDay: TODAY - 500,
		lastDay,
		lastAt: lastDay * 86_400_000,
		learnedDay: TODAY - 500
	};
}

async function fill(segments: readonly Uint8Array[], bytes: Uint8Array<ArrayBuffer>): Promise<void> {
	const store = await openStore(NAME);
	await store.log.open();
	await store.log.addSegments(segments);
	await store.log.keepCheckpoint(bytes, { at: Date.UTC(2040, 0), id: 'end' as never });
	await store.texts.set('course-0', TEXT);
	await store.log.rest();
	await store.close();
	const raw = await rawDatabase(RAW, { blobs: {}, texts: {} });
	await putAt(raw, 'blobs', 'checkpoint', bytes);
	await putAt(raw, 'texts', 'course-0', TEXT);
	raw.close();
}

/** Opening the store, reading the checkpoint, making the queue of the day, and reading the text of the first card's deck. */
async function open(ids: readonly CardId[]): Promise<unknown> {
	const store = await openStore(NAME);
	const { checkpoint, tail } = await store.log.open();
	const base = checkpoint && readCheckpoint(checkpoint.bytes);
	const progress = base && replay(base, tail);
	if (progress === undefined) throw new Error('The checkpoint cannot be used.');
	const { ahead } = queueOf({ ...offerOf(ids), version: LIBRARY }, progress, TODAY, sameRules(DEFAULTS));
	if (ahead.length !== DEFAULTS.reviewsPerDay) throw new Error(`${ahead.length} cards are asked.`);
	const text = await store.texts.get('course-0');
	await store.close();
	return text;
}

/** The same with nothing in between: one database, one blob, 100,000 due days scanned and sorted, one text. */
async function raw(): Promise<unknown> {
	const database = await rawDatabase(RAW, { blobs: {}, texts: {} });
	const bytes = (await resultOf(database.transaction('blobs').objectStore('blobs').get('checkpoint'))) as Uint8Array;
	const days = new Int32Array(bytes.buffer, 0, LARGE.cards).map((value, card) => (value & 1) + TODAY - (card % 100 === 0 ? 0 : -20));
	const due = Array.from(days.keys())
		.filter((card) => (days[card] ?? 0) <= TODAY + 1)
		.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
	const text: unknown = await resultOf(database.transaction('texts').objectStore('texts').get('course-0'));
	database.close();
	return [due, text];
}

export const openRow = (segments: () => Promise<readonly Uint8Array[]>): Row => ({
	number: '3',
	what: 'open until the queue and the first text are there, against a raw blob, a scan and a text',
	async prepare() {
		const ids = Array.from({ length: LARGE.cards }, (_, card) => idOf(card));
		const cards = new StateTable(columnsOf(ids.map((id, card) => [id, stateOf(card)] as const)));
		const end = { at: Date.UTC(2040, 0), id: 'end' as never };
		const bytes = packCheckpoint({ ...EMPTY, cards, end, reach: end }, { cards: ids, version: LIBRARY });
		if (bytes === undefined) throw new Error('There is nothing to keep.');
		await fill(await segments(), bytes);
		return { most: 1.5, product: () => open(ids), reference: raw };
	}
});
