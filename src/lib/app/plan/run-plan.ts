import { now } from '../clock.ts';
import type { PlanMessage } from './plan.worker.ts';
import { startWorker } from './start-worker.ts';
import type { PlanOf, PlanTask } from './task.ts';

export interface PlanRun {
	/** Stops the computing at once. */
	readonly signal: AbortSignal;
	/** Told from time to time how much is done: 0 to 1, never less than before. */
	readonly onprogress?: (progress: number) => void;
	/** For tests: how to start a worker, or that there is none. */
	readonly worker?: () => Worker | undefined;
}

/** On the page itself no slice of the computing takes longer than this, so that it answers to touch meanwhile. */
const SLICE_MS = 8;

/**
 * Computes a plan in a worker; where there can be none, on the page in slices. Rejects with the signal's reason once it is stopped.
 */
export async function runPlan<T extends PlanTask>(task: T, run: PlanRun): Promise<PlanOf<T>> {
	run.signal.throwIfAborted();
	const worker = (run.worker ?? startWorker)();
	const plan = (worker && (await inWorker(worker, task, run))) ?? (await inSlices(task, run));
	return plan as PlanOf<T>;
}

/** What the worker computes; undefined if it cannot be loaded or fails. */
function inWorker(worker: Worker, task: PlanTask, { signal, onprogress }: PlanRun): Promise<PlanOf<PlanTask> | undefined> {
	return new Promise<PlanOf<PlanTask> | undefined>((resolve, reject) => {
		signal.addEventListener('abort', () => {
			reject(signal.reason as Error);
		});
		worker.addEventListener('message', ({ data }: MessageEvent<PlanMessage>) => {
			if ('plan' in data) resolve(data.plan);
			else onprogress?.(data.progress);
		});
		const fail = (event: Event) => {
			event.preventDefault();
			resolve(undefined);
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.postMessage(task);
	}).finally(() => {
		worker.terminate();
	});
}

async function inSlices(task: PlanTask, { signal, onprogress }: PlanRun): Promise<PlanOf<PlanTask>> {
	const { begin } = await import('./task.ts');
	const planning = begin(task);
	for (let since = now(); ;) {
		const turn = planning.next();
		if (turn.done) return turn.value;
		if (now() - since < SLICE_MS) continue;
		onprogress?.(turn.value);
		await new Promise((resolve) => setTimeout(resolve));
		signal.throwIfAborted();
		since = now();
	}
}
