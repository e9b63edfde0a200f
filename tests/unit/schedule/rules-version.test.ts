import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Confidence, Entry, EntryId, Outcome, Rating, RunId } from '#lib/core/review/entry.ts';
import { RULES } from '#lib/core/schedule/checkpoint.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { fold } from '#lib/core/schedule/replay.ts';

/** Park and Miller's generator, from 1 on: the same numbers everywhere and always. */
function numbers(): (below: number) => number {
	let last = 1;
	return (below) => {
		last = (last * 48_271) % 2_147_483_647;
		return last % below;
	};
}

/** A log with entries of every kind, in which things meet that seldom do. */
function log(): readonly Entry[] {
	const next = numbers();
	const pick = <T>(of: readonly T[]): T => of[next(of.length)] as T;
	const entries: Entry[] = [];
	for (let count = 0; count < 3000; count++) {
		const day = Math.floor(count / 12) + next(3);
		const id = `e${String(count).padStart(5, '0')}` as EntryId;
		const common = { id, at: day * DAY_MS + next(DAY_MS) };
		const cardId = `d/n${next(40)}/${pick(['main', 'reverse', 'use'])}` as CardId;
		const earlier = `e${String(next(count + 1)).padStart(5, '0')}` as EntryId;
		const answer = { day, hints: next(3), tookMs: next(20_000), confidence: pick<Confidence>(['sure', 'unsure', 'guess']) };
		const preset = next(5) === 0 ? { preset: 'd' } : {};
		const kind = next(40);
		if (kind < 26) {
			const [outcome, rating] = [pick<Outcome>(['self', 'right', 'wrong']), pick<Rating>(['again', 'hard', 'good', 'good', 'easy'])];
			entries.push({ kind: 'review', ...common, ...answer, ...preset, cardId, outcome, rating });
		} else if (kind < 29) {
			const run = { run: `run${next(60)}` as RunId, scenario: `d/s${next(5)}`, step: 'x', option: next(3) };
			const uses = [`d/n${next(40)}/use`, `d/n${next(40)}/use`] as CardId[];
			entries.push({ kind: 'choice', ...common, ...answer, ...preset, ...run, uses, outcome: pick(['right', 'wrong', 'none']) });
		} else if (kind < 31) entries.push({ kind: 'retraction', ...common, entryId: earlier });
		else if (kind === 31) entries.push({ kind: 'suspend', ...common, cardId });
		else if (kind === 32) entries.push({ kind: 'unsuspend', ...common, cardId });
		else if (kind === 33) entries.push({ kind: 'bury', ...common, cardId, until: day + next(4) });
		else if (kind === 34) entries.push({ kind: 'reset', ...common, cardId, ...(next(2) === 0 ? { before: day } : {}) });
		else if (kind === 35) entries.push({ kind: 'set-due', ...common, cardId, due: day + next(30) });
		else if (kind === 36) entries.push({ kind: 'changed', ...common, cardId, ...(next(2) === 0 ? { on: day } : {}) });
		else if (kind === 37) entries.push({ kind: 'renamed', ...common, from: cardId, to: `d/n${next(60)}/main` as CardId });
		else if (kind === 38) entries.push({ kind: 'redate', ...common, entryIds: [earlier], shiftMs: DAY_MS, shiftDays: 1 });
		else entries.push({ kind: 'preset', ...common, ...preset, set: { leechLapses: 2 + next(4), desiredRetention: 0.8 + next(15) / 100 } });
	}
	return entries;
}

/** Six digits of each number: not every machine agrees on the last ones of a power. */
function plain(_: string, value: unknown): unknown {
	if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
	return typeof value === 'number' && !Number.isInteger(value) ? value.toPrecision(6) : value;
}

test('what a log comes to is what checkpoints of this version of the rules say: a change of the one is a change of the other', () => {
	const { cards, runs, presets, pace, answers, lastDay } = fold(log());
	const text = JSON.stringify({ cards: new Map(cards), runs, presets, pace, answers, lastDay }, plain);
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
	expect({ RULES, hash }).toEqual({ RULES: 3, hash: '490a11313a03b7c4' });
});
