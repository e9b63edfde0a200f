// What kills of a browser in the middle of a session have in common, whichever browser it is.

/**
 * A seeded chance, so that a failing run can be repeated: mulberry32.
 * @param {number} seed
 * @returns {() => number} 0 to 1, never 1
 */
export function chance(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/**
 * Taps through cards as fast as the page allows, in the page itself, so that a kill can fall anywhere. Retracts now and then. It is
 * handed to the page as text: it may use nothing from around it.
 */
export function studyWildly() {
	const labels = ['Show the answer', 'Show the options', 'Easy', 'Good', 'Again', 'Sure', 'Check', 'I don’t know', 'Next', 'Continue'];
	setInterval(() => {
		/** @type {HTMLInputElement | null} */
		const option = document.querySelector('input:is([type=radio], [type=checkbox]):not(:checked)');
		if (option && !document.querySelector('input:checked')) option.click();
		/** @type {HTMLButtonElement | null} */
		const pair = document.querySelector('[aria-label^="What goes with"] button');
		pair?.click();
		/** @type {HTMLButtonElement[]} */
		const buttons = [...document.querySelectorAll('button')].filter((one) => !one.disabled);
		const undo = buttons.find((one) => one.ariaLabel === 'Undo the last answer');
		const pick = buttons.filter((one) => labels.some((label) => one.textContent.trim().startsWith(label)));
		const next = Math.random() < 0.08 && undo ? undo : pick[Math.floor(Math.random() * pick.length)];
		next?.click();
	}, 7);
}

/**
 * All rows of the log, and how many answers the screen calls saved. Handed to the page as text, too.
 * @returns {Promise<{ rows: { id: string, kind: string, entryId?: string }[], kept: number }>}
 */
export async function readLog() {
	const kept = Number(document.querySelector('[data-kept]')?.getAttribute('data-kept'));
	// On a first visit the app makes its store a little later; opening it here would make an empty one in its place.
	if ((await indexedDB.databases()).every(({ name }) => name !== 'entente')) return { rows: [], kept };
	const opening = indexedDB.open('entente');
	/** @type {IDBDatabase} */
	const database = await new Promise((resolve, reject) => {
		opening.onsuccess = () => {
			resolve(opening.result);
		};
		opening.onerror = () => {
			reject(new Error('no database'));
		};
	});
	if (!database.objectStoreNames.contains('entries')) throw new Error(document.body.innerText);
	const asking = database.transaction('entries').objectStore('entries').getAll();
	/** @type {{ id: string, kind: string, entryId?: string }[]} */
	const rows = await new Promise((resolve) => {
		asking.onsuccess = () => {
			resolve(asking.result);
		};
	});
	database.close();
	return { rows, kept };
}

/** What is known of a log whose browser is killed again and again. */
export class Witness {
	/** Entries seen after earlier kills, each as it was: they must never go or change. @type {Map<string, string>} */
	#seen = new Map();
	/** How many entries the log must hold at least: those seen, and one for each time the page said since that one more write was kept. */
	promised = 0;
	/** Entries that were called saved, or seen, and are gone or changed. */
	lost = 0;
	/** Starts at which the screen counted something else than the log holds. */
	torn = 0;

	get entries() {
		return this.#seen.size;
	}

	/**
	 * Compares what a start finds with what is known.
	 * @param {Awaited<ReturnType<typeof readLog>>} found
	 */
	look({ rows, kept }) {
		const here = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
		const changed = [...this.#seen].filter(([id, row]) => here.get(id) !== row).length;
		this.lost += Math.max(changed, this.promised - here.size, 0);
		const retracted = new Set(rows.flatMap(({ entryId }) => entryId ?? []));
		const answers = rows.filter(({ kind, id }) => (kind === 'review' || kind === 'choice') && !retracted.has(id)).length;
		if (kept !== answers) this.torn += 1;
		for (const [id, row] of here) this.#seen.set(id, row);
		this.promised = here.size;
	}
}
