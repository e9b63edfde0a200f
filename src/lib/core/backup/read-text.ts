/**
 * The files that Entente gives out as JSON: all answers (answers-file.ts), and everything that a newer version had stored
 * (store/newer.ts). Both are read as backups are.
 */
import { isEntry, type Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import type { ReadBackup, Sealed, Stores } from './backup.ts';
import { bytesOf } from './base64.ts';
import { LARGEST_FILE, LARGEST_PART } from './limits.ts';
import type { Means, Source } from './means.ts';
import { soundSegment } from './sound-segment.ts';

const NAME = /"(entente-answers|entente-raw)\/(\d{1,6})"/;

interface TextFile {
	readonly about?: { readonly savedAt?: unknown };
	readonly entries?: unknown;
	readonly stores?: Readonly<Record<string, { readonly keys?: readonly unknown[]; readonly values?: readonly unknown[] }>>;
}

/** Undefined if the file is none of these. @param start its first bytes, in which its format is named */
export async function readTextFile(source: Source, start: Uint8Array, means: Means): Promise<ReadBackup | undefined> {
	const named = NAME.exec(new TextDecoder().decode(start));
	if (named === null) return undefined;
	if (named[2] !== '1') return { fault: { kind: 'future', format: Number(named[2]) } };
	if (source.size > LARGEST_FILE || source.size > 2 * LARGEST_PART) return { fault: { kind: 'too-large', size: source.size } };
	const file = parsed(await source.read(0, source.size));
	const damage = { at: 0, isCut: true, isHeadLost: true, lost: [] };
	if (file === undefined) return { fault: { kind: 'nothing-sound', damage } };
	const { entries, sealed, stores } = named[1] === 'entente-answers' ? answersIn(file) : everythingIn(file);
	const rows = packSegment(merge(entries.filter(isEntry), []));
	const parts: Sealed[] = [];
	for (const bytes of [...sealed, ...(entries.length > 0 ? [rows] : [])]) {
		const segment = soundSegment(bytes);
		if (segment === undefined) return { fault: { kind: 'nothing-sound', damage: { ...damage, isCut: false } } };
		parts.push({ id: await means.hash(bytes), bytes, segment });
	}
	const savedAt = file.about?.savedAt;
	return { backup: { savedAt: Number.isFinite(savedAt) ? (savedAt as number) : undefined, parts, stores } };
}

function parsed(bytes: Uint8Array): TextFile | undefined {
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

interface InText {
	readonly entries: readonly Entry[];
	readonly sealed: readonly Uint8Array[];
	readonly stores: Stores;
}

function answersIn({ entries }: TextFile): InText {
	return { entries: Array.isArray(entries) ? (entries as readonly Entry[]) : [], sealed: [], stores: {} };
}

function everythingIn({ stores = {} }: TextFile): InText {
	const sealed = (stores['segments']?.values ?? []).flatMap((value) => {
		const bytes = bytesOf((value as { readonly bytes?: unknown } | null)?.bytes);
		return bytes === undefined ? [] : [bytes];
	});
	const named = (store: string): Readonly<Record<string, unknown>> => {
		const { keys = [], values = [] } = stores[store] ?? {};
		return Object.fromEntries(keys.map((key, at) => [String(key), values[at]]));
	};
	return {
		entries: (stores['entries']?.values ?? []) as readonly Entry[],
		sealed,
		stores: { settings: named('settings'), texts: named('texts') }
	};
}
