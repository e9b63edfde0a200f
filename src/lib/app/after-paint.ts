/** A page that is out of sight is not painted; then nothing waits for it longer than this. */
const LONGEST_MS = 100;
/** Two frames: right behind one, it would be in the way of showing that, and of the next touch. */
const BEHIND_MS = 32;

/** Does what need not come before the student sees what has changed: a little after that is on the screen. */
export function afterPaint(act: () => void): void {
	let isDone = false;
	const once = () => {
		if (!isDone) act();
		isDone = true;
	};
	requestAnimationFrame(() => setTimeout(once, BEHIND_MS));
	setTimeout(once, LONGEST_MS);
}
