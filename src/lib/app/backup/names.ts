/** The settings that speak of this device alone: they are in no backup, and none takes their place. */
export const OF_THIS_DEVICE: ReadonlySet<string> = new Set([
	'place',
	'clock',
	'editions',
	'backup',
	'backup-later',
	'backup-file',
	'backup-file-without',
	'damage-known',
	'restored'
]);

/** The setting under which the versions of the kept texts of decks stand (editions.ts); in a backup it belongs to the texts. */
export const EDITIONS = 'editions';
/** The last backup. */
export const LAST = 'backup';
/** When "Later" was said. */
export const LATER = 'backup-later';
/** The file into which backups are written by themselves. */
export const FILE = 'backup-file';
/** The parts of the log that are missing in that file, and may be, as the student wants it. */
export const FILE_WITHOUT = 'backup-file-without';
/** The damaged parts of the log of which the student has said to know. */
export const ACKNOWLEDGED = 'damage-known';
/** What the last restore has added. */
export const RESTORED = 'restored';
