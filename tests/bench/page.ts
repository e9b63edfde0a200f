// What runs in Chromium: each row by its number, asked for by in-chromium.ts.
import { measure, type Measured, type Row } from './row.ts';
import { foldRow } from './row-01-fold.ts';
import { importRow } from './row-10-import.ts';
import { rebuildRow } from './row-02-rebuild.ts';
import { openRow } from './row-03-open.ts';
import { saveRow } from './row-05-save.ts';

type Log = () => Promise<readonly Uint8Array[]>;
const ROWS: readonly ((log: Log) => Row)[] = [foldRow, rebuildRow, openRow, saveRow, importRow];

async function segments(count: number): Promise<readonly Uint8Array[]> {
	return Promise.all(Array.from({ length: count }, async (_, at) => new Uint8Array(await (await fetch(`/segment/${at}`)).arrayBuffer())));
}

(globalThis as unknown as { measureRow: unknown }).measureRow = (number: string, count: number): Promise<Measured> => {
	const row = ROWS.map((make) => make(() => segments(count))).find((it) => it.number === number);
	if (row === undefined) throw new RangeError(`There is no row ${number} here.`);
	return measure(row, 'Chromium');
};
