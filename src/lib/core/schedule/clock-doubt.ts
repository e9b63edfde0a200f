import { actsOf } from '#lib/core/review/corrections.ts';
import { isKnown, type Day, type Entry, type EntryId, type Millis } from '#lib/core/review/entry.ts';
import { DAY_MS } from './day.ts';
import { putRight, type Redating, type Stamp } from './put-right.ts';

/** After so long without an entry the clock may have leapt; or the student was away. */
export const LONG_AGO_MS: Millis = 60 * DAY_MS;
/** Every clock is set by a little now and then: that is not worth a question. */
const LEEWAY_MS: Millis = 5 * 60_000;
/** So many of its own acts a device remembers: some weeks of study. */
const REMEMBERED = 500;

/** What a device remembers of its clock, since entries do not name the device that wrote them. Small, and no progress. */
export interface ClockMemory {
	/** The last moment at which the clock was taken for right: that of the newest entry, or of a "Yes". None before the first entry. */
	readonly sureAt?: Millis;
	/** The last acts written while it was taken for right, in the order in which they were written. */
	readonly written: readonly EntryId[];
	/** There while the clock is in doubt. */
	readonly doubt?: {
		/** The day, by the clock in doubt, on which the student last went on all the same; none if the question was not put yet. */
		readonly askedOn?: Day;
		/** The acts written since, in the order in which they were written. */
		readonly written: readonly EntryId[];
	};
}

export const NO_CLOCK_MEMORY: ClockMemory = { written: [] };

/**
 * A clock put wrong, as a machine of three states. It asks one question: "Your phone says 3 March 2027. Is that right?"
 *
 * | State | Holds while | Asks | Yes | No, and studied anyway | An entry is written |
 * |---|---|---|---|---|---|
 * | unknown | nothing was written here | never | | | → sure |
 * | sure | `sureAt`, no `doubt` | if now is over 5 minutes before `sureAt`, or over 60 days after it | → sure, as of now | → doubtful | → sure, as of it; → doubtful if its own time would have been asked about |
 * | doubtful | `doubt` | once a day by that clock, at once if it was not asked yet | → sure, as of now | stays | stays; the entry is remembered as doubtful |
 *
 * "Yes" says that the clock is right now, and puts right what this device wrote (put-right.ts). "No" alone changes nothing: the
 * student sets the clock and comes back, and if the clock is plausible then, nothing is asked. What becomes of each case:
 *
 * - A pause of three months: asked once, "Yes", nothing is moved; the next question is 60 days away.
 * - The clock leaps ahead by more than 60 days: "No", and set at once: no trace. "No", and studied anyway: those entries are
 *   doubtful; when the clock is right again, now is not that day, it is asked, and "Yes" moves them to before now.
 * - It leaps ahead by less, or "Yes" was a mistake: entries are taken for right. When the clock is set back they lie after now:
 *   asked, and "Yes" moves them back, from the gap that the leap has left.
 * - It falls back, by a year or by ten minutes: asked. "No", and studied anyway: those entries lie among older ones, and are
 *   doubtful; when the clock is right again, "Yes" moves them to between the entries before the doubt and now.
 * - It falls back or leaps while the app is open: the first entry written begins the doubt by itself; asked at the next start.
 * - It changes again and again while in doubt: the doubtful entries are kept in the order in which they were written.
 * - "No" was a mistake, the clock was right all along: at the next "Yes" the doubtful entries are in place, and stay.
 * - "Yes" was a mistake, the clock had fallen back: what lies after now was moved back with it. When the clock is set right, it is
 *   asked as after a pause; the entries stay where they are, and the cards come back as after that pause.
 * - The clock was wrong from the first entry on: known only when it is set back; then everything is moved.
 */
export function asksAboutClock({ sureAt, doubt }: ClockMemory, now: Millis, today: Day): boolean {
	return doubt === undefined ? isStrange(sureAt, now) : doubt.askedOn !== today;
}

/** The memory after entries were written, in this order. */
export function rememberWritten(memory: ClockMemory, entries: readonly Entry[]): ClockMemory {
	return entries.reduce(remembered, memory);
}

/** "No", and studied anyway: what is written from now on is doubtful. */
export function doubtClock(memory: ClockMemory, today: Day): ClockMemory {
	return { ...memory, doubt: { askedOn: today, written: memory.doubt?.written ?? [] } };
}

/**
 * "Yes": the clock is right now. What is to be redated for it, and the memory once that is written.
 * @param log the whole log, with redatings made earlier; in any order
 * @param dayOf the learner's day at a moment, in the time zone of now
 */
export function trustClock(
	memory: ClockMemory,
	log: Iterable<Entry>,
	now: Millis,
	dayOf: (at: Millis) => Day
): { readonly memory: ClockMemory; readonly redatings: readonly Redating[] } {
	const { written, doubt } = memory;
	const stamps = new Map<EntryId, Stamp>();
	for (const act of actsOf(log)) stamps.set(act.id, 'day' in act ? { id: act.id, at: act.at, day: act.day } : { id: act.id, at: act.at });
	const stampsOf = (ids: readonly EntryId[]) => ids.flatMap((id) => stamps.get(id) ?? []);
	const doubtful = stampsOf(doubt?.written ?? []);
	const sure = stampsOf(written);
	if (written.length >= REMEMBERED) {
		// Older acts are no longer known by name. One that lies after now is taken for this device's own: no clock that is right wrote it.
		const named = new Set([...sure, ...doubtful].map(({ id }) => id));
		sure.unshift(...[...stamps.values()].filter(({ id, at }) => at > now && !named.has(id)));
	}
	const all = [...written, ...(doubt?.written ?? [])].slice(-REMEMBERED);
	return { memory: { sureAt: now, written: all }, redatings: putRight(sure, doubtful, now, dayOf) };
}

/** A stored value as a memory; what is not one is as if nothing was remembered. */
export function readClockMemory(value: unknown): ClockMemory {
	if (typeof value !== 'object' || value === null) return NO_CLOCK_MEMORY;
	const { sureAt, written, doubt } = value as Record<string, unknown>;
	if (!isIds(written) || (sureAt !== undefined && typeof sureAt !== 'number')) return NO_CLOCK_MEMORY;
	const sure: ClockMemory = { written, ...(sureAt === undefined ? {} : { sureAt }) };
	if (typeof doubt !== 'object' || doubt === null) return sure;
	const { askedOn, written: since } = doubt as Record<string, unknown>;
	if (!isIds(since)) return sure;
	return { ...sure, doubt: { written: since, ...(typeof askedOn === 'number' ? { askedOn } : {}) } };
}

function remembered(memory: ClockMemory, entry: Entry): ClockMemory {
	const { sureAt, written, doubt } = memory;
	const isAct = isKnown(entry) && entry.kind !== 'retraction' && entry.kind !== 'redate';
	if (doubt !== undefined) return isAct ? { ...memory, doubt: { ...doubt, written: [...doubt.written, entry.id] } } : memory;
	if (isStrange(sureAt, entry.at)) return isAct ? { ...memory, doubt: { written: [entry.id] } } : memory;
	return {
		sureAt: Math.max(entry.at, sureAt ?? entry.at),
		written: isAct ? [...written, entry.id].slice(-REMEMBERED) : written
	};
}

function isStrange(sureAt: Millis | undefined, at: Millis): boolean {
	return sureAt !== undefined && (at < sureAt - LEEWAY_MS || at > sureAt + LONG_AGO_MS);
}

function isIds(value: unknown): value is readonly EntryId[] {
	return Array.isArray(value) && value.every((id) => typeof id === 'string');
}
