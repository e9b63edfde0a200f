import type { Day } from '#lib/core/review/entry.ts';
import type { Curve, CurvePoint } from '#lib/core/schedule/curve.ts';

/** The chart's size and the margins of its field, in its own units. */
export const SIZE = { width: 346, height: 150, left: 36, right: 340, top: 12, bottom: 128 } as const;

/** A forgetting curve as it is drawn. */
export interface DrawnCurve {
	/** SVG paths. */
	readonly past: string;
	readonly ahead: string;
	readonly dots: readonly (readonly [x: number, y: number])[];
	readonly today: readonly [x: number, y: number];
	readonly goal: number;
	/** The height of each line of the scale, with its chance in percent. */
	readonly scale: readonly (readonly [y: number, percent: number])[];
	readonly firstDay: Day;
	readonly lastDay: Day;
}

/** Draws a curve: days from the first answer to the day of the goal, chances from the lowest ten percent that is reached up to all. */
export function drawCurve({ past, ahead, today, reviews, goalDay }: Curve, desiredRetention: number): DrawnCurve {
	const firstDay = reviews[0] ?? today.day;
	// One day at the least, or there would be nothing to see on the first.
	const lastDay = Math.max(today.day, goalDay, firstDay + 1);
	const lowest = Math.min(desiredRetention, ...[...past, ahead].flat().map(({ recall }) => recall));
	const floor = Math.max(0, Math.min(0.7, Math.floor(lowest * 10 - 1e-9) / 10));
	const x = (day: number) => round(SIZE.left + ((day - firstDay) / (lastDay - firstDay)) * (SIZE.right - SIZE.left));
	const y = (recall: number) => round(SIZE.top + ((1 - recall) / (1 - floor)) * (SIZE.bottom - SIZE.top));
	const line = (points: readonly CurvePoint[]) =>
		points.map(({ day, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(recall)}`).join('');
	// Each review lifts the chance: a stroke upright joins one fall to the next.
	const strokes = past.map((points, index) => {
		const last = past[index - 1]?.at(-1);
		return last === undefined ? line(points) : `L${x(last.day)} ${y(1)}${line(points).replace('M', 'L')}`;
	});
	const step = 1 - floor > 0.45 ? 0.2 : 0.1;
	const scale = Array.from({ length: Math.floor((1 - floor) / step + 1e-9) + 1 }, (_, index) => 1 - index * step);
	return {
		past: strokes.join(''),
		ahead: line(ahead),
		dots: reviews.map((day) => [x(day), y(1)] as const),
		today: [x(today.day), y(today.recall)],
		goal: y(desiredRetention),
		scale: scale.map((recall) => [y(recall), Math.round(recall * 100)] as const),
		firstDay,
		lastDay
	};
}

const round = (n: number) => Math.round(n * 10) / 10;
