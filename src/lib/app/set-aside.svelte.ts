import type { Damaged } from '#lib/store/copy.ts';
import type { Store } from '#lib/store/open.ts';
import { ACKNOWLEDGED } from './backup/names.ts';

/** Parts of the log that the device has damaged, as far as this page knows, and whether the student does. */
export class SetAside {
	#parts = $state.raw<readonly Damaged[]>([]);
	/** The ids of what the student has said to know of; undefined while that was not looked up, so that nothing is told again meanwhile. */
	#acknowledged = $state.raw<readonly string[]>();

	/** What is missing, whoever knows. */
	get parts(): readonly Damaged[] {
		return this.#parts;
	}

	/** What is missing and the student has not said to know of. */
	get news(): readonly Damaged[] {
		const known = this.#acknowledged;
		return known === undefined ? [] : this.#parts.filter(({ id }) => !known.includes(id));
	}

	/** How many answers are missing that were still here at another moment. @param without the parts that were missing by then */
	answersSince(without: readonly string[]): number {
		return this.#parts.reduce((sum, { id, head }) => (without.includes(id) ? sum : sum + head.reviews), 0);
	}

	/** Takes over what a reading of the log has found. */
	replace(parts: readonly Damaged[]): void {
		this.#parts = parts;
	}

	/** Adds what was found just now. */
	add(found: readonly Damaged[]): void {
		this.#parts = [...this.#parts.filter(({ id }) => found.every((one) => one.id !== id)), ...found];
	}

	/** Asks the store what it has set aside, and what of it the student knows. */
	async look({ log, settings }: Store): Promise<void> {
		const [parts, acknowledged] = await Promise.all([
			log.damaged().catch(() => undefined),
			settings.get(ACKNOWLEDGED).catch(() => undefined)
		]);
		if (parts) this.#parts = parts;
		this.#acknowledged = Array.isArray(acknowledged) ? acknowledged.map(String) : [];
	}

	/** The student knows of all that is missing now. Where that cannot be noted, it is told again at the next start. */
	async acknowledge({ settings }: Store): Promise<void> {
		this.#acknowledged = this.#parts.map(({ id }) => id);
		await settings.set(ACKNOWLEDGED, this.#acknowledged).catch(() => undefined);
	}
}
