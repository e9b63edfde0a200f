/** Computes plans off the page, so that it never stutters. One task, then its progress, then its plan; to stop it, end the worker. */
import { now } from '../clock.ts';
import { begin, type PlanOf, type PlanTask } from './task.ts';

/** What the worker says. */
export type PlanMessage = { readonly progress: number } | { readonly plan: PlanOf<PlanTask> };

/** The page is told no more often than it could show. */
const TELL_MS = 50;

addEventListener('message', ({ data }: MessageEvent<PlanTask>) => {
	const tell = (message: PlanMessage) => {
		postMessage(message);
	};
	const planning = begin(data);
	let told = now();
	for (;;) {
		const turn = planning.next();
		if (turn.done) {
			tell({ plan: turn.value });
			return;
		}
		if (now() - told < TELL_MS) continue;
		told = now();
		tell({ progress: turn.value });
	}
});
