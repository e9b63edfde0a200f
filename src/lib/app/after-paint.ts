/** A page that is out of sight is not painted; then nothing waits for it longer than this. */
const LONGEST_MS = 100;

/** Does what need not come before the student sees what has changed: when that is on the screen. */
export function afterPaint(act: () => void): void {
	let isDone = false;
	const once = () => {
		if (!isDone) act();
		isDone = true;
	};
	requestAnimationFrame(() => setTimeout(once));
	setTimeout(once, LONGEST_MS);
}
