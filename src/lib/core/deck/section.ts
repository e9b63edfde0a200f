import type { Reading } from './reading.ts';
import { checkFacts } from './facts.ts';
import type { Key } from './field.ts';
import { checkId, readHeading, type Heading, type WrittenId } from './heading.ts';
import { reportMoreIds } from './kinds/scenario.ts';
import { reportUnclosed } from './unclosed.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import { fieldRange, readScope, textOf } from './scope.ts';
import { settingIn, type Setting } from './setting.ts';
import { reportUnknown, usesIn, type Uses } from './uses.ts';

/** Facts that nobody means for all cards of a section when text stands above them. */
const OF_ONE_CARD: ReadonlySet<Key> = new Set<Key>([
	'Type',
	'Answer',
	'Also accept',
	'Choose',
	'Hint',
	'Why',
	'Doubt',
	'Hide',
	'Alt asked',
	'Changed'
]);

/** A section's head, read by itself. */
export interface ReadSection {
	readonly heading: Heading;
	readonly text: string;
	readonly id?: WrittenId;
	/** In what its cards are read. */
	readonly setting: Setting;
	readonly concepts: Uses['concepts'];
	readonly pictures: Uses['pictures'];
	readonly problems: readonly Problem[];
}

/** Reads the lines from a `# ` to the next heading. */
export function readSection(reading: Reading, above: Setting, earlier?: Setting): ReadSection {
	const { problems } = reading;
	const heading = readHeading(reading.line(0), 0, problems);
	const scope = readScope(reading, 1, reading.length);
	const near = scope.ids.filter(({ range }) => range.line === 2);
	const [id, ...more] = [...(heading.id ? [heading.id] : []), ...near];
	const orphan = [...scope.ids, ...scope.strayIds].find((other) => !near.includes(other));
	if (id) checkId(reading.line(id.line), id, problems);
	reportMoreIds(reading, more, 'section');
	for (const open of reading.unclosed) reportUnclosed(reading, open);
	checkFacts(scope.fields, problems);
	const box = scope.boxes[0];
	if (orphan) {
		const message =
			'This id and what follows belong to no card: the heading above them is missing. Write "## " and the question above this line.';
		problems.push(problem('W105', orphan.whole, message));
	} else if (box) {
		const line = reading.line(box.from);
		const message = 'These options belong to no card. Write the question above them after "## ".';
		problems.push(problem('W105', rangeOn(box.from, 0, line.trimEnd().length), message));
	}
	const text = textOf(reading, scope.content);
	const ofCard = orphan || box || text === '' ? undefined : scope.fields.find(({ key }) => key !== undefined && OF_ONE_CARD.has(key));
	if (ofCard) {
		const message = `"${ofCard.name}:" says something about one card, but no card stands above it. Write "## " and the question above the text.`;
		problems.push(problem('W105', fieldRange(ofCard), message));
	}
	// The facts of a card that has lost its heading must not be handed to all cards below.
	const uses = usesIn(reading, scope.fields, [], above);
	const setting = settingIn(above, { title: heading.text, fields: orphan || ofCard ? [] : scope.fields }, earlier);
	reportUnknown(uses.sources, above, problems);
	return { heading, text, ...(id && { id }), setting, concepts: uses.concepts, pictures: uses.pictures, problems };
}
