import { runPlan, type PlanRun } from './run-plan.ts';
import type { PlanOf, PlanTask } from './task.ts';

/** Progress is shown only once a plan has taken so long: what comes at once needs none. */
export const QUIET_MS = 200;

/** A plan that follows what is asked for. The one before stays until the next is there. */
export class Planner<T extends PlanTask> {
	#plan = $state.raw<PlanOf<T>>();
	#progress = $state<number>();
	#running: AbortController | undefined;
	readonly #worker: PlanRun['worker'];

	/** `worker`, for tests: how to start one, or that there is none. */
	constructor(worker?: PlanRun['worker']) {
		this.#worker = worker;
	}

	/** The last plan that was computed. */
	get plan(): PlanOf<T> | undefined {
		return this.#plan;
	}

	/** How much of the next one is done, 0 to 1; undefined if none is being computed, or not for long yet. */
	get progress(): number | undefined {
		return this.#progress;
	}

	/** Asks for a plan; one still being computed is no longer wanted. Resolves when this one is there or no longer wanted. */
	async ask(task: T): Promise<void> {
		this.stop();
		const running = new AbortController();
		const { signal } = running;
		this.#running = running;
		let done = 0;
		let quiet = true;
		const timer = setTimeout(() => {
			quiet = false;
			this.#progress = done;
		}, QUIET_MS);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
		});
		const onprogress = (progress: number) => {
			done = progress;
			if (!quiet && !signal.aborted) this.#progress = progress;
		};
		try {
			// A worker takes no reactive proxies; options may come from settings that are some.
			const plain = { ...task, options: $state.snapshot(task.options) } as T;
			const plan = await runPlan(plain, { signal, onprogress, ...(this.#worker ? { worker: this.#worker } : {}) });
			if (signal.aborted) return;
			this.#plan = plan;
			this.stop();
		} catch (error) {
			if (!signal.aborted) {
				this.stop();
				throw error;
			}
		}
	}

	/** Stops computing. The last plan stays. */
	stop(): void {
		this.#running?.abort();
		this.#running = undefined;
		this.#progress = undefined;
	}
}
