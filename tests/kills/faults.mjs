// The faults that are tested besides kills: what happens, what the student meets, and the test that shows it.

/** @type {readonly (readonly [fault: string, meets: string, file: string, title: string])[]} */
export const FAULTS = [
	[
		'The database is closed under the app',
		'Nothing: it is opened again',
		'stories/storage-faults.spec.ts',
		'a browser that closes the database under the app ${how} costs no answer'
	],
	[
		'A newer version in another tab takes the database',
		'The answer in sight, why, a file, “load this page again”',
		'stories/storage-faults.spec.ts',
		'a newer version in another tab takes the answers over, and the old tab says so instead of losing one'
	],
	[
		'An old tab does not let go of the database',
		'Which windows to close; it goes on by itself',
		'stories/storage-faults.spec.ts',
		'an old tab that does not let go is named, and this one goes on by itself when it is closed'
	],
	[
		'No room for an answer',
		'The answer stays in sight, is tried again, and can be saved as a file',
		'stories/faults.spec.ts',
		'an answer that cannot be written stays in sight, stops the next rating, and is kept once it can be'
	],
	[
		'No room, at every kind of write and in every store',
		'Nothing is lost or half done',
		'unit/store/quota.test.ts',
		'in “%s” loses nothing and leaves nothing half done, and it is written once there is room'
	],
	[
		'No room for a restore',
		'Nothing was added; what to do',
		'unit/app/backup/restore.test.ts',
		'for want of room adds nothing at all and says so'
	],
	[
		'No storage, or storage refused (private windows)',
		'Answers are not being kept; save them as a file',
		'stories/faults.spec.ts',
		'a browser that ${how} says so in words; the session can be studied and its answers saved as a file'
	],
	[
		'Storage that cannot be read',
		'Nothing was changed; try again',
		'stories/faults.spec.ts',
		'answers that cannot be read are not mistaken for none: the page says so and offers another try'
	],
	[
		'Data of a newer version',
		'It is left alone and can be saved as a file',
		'stories/faults.spec.ts',
		'what a newer version has stored is not touched, and can be saved as a file'
	],
	[
		'The log is evicted',
		'Restore, not an empty app',
		'stories/backup.spec.ts',
		'answers that the browser has thrown away are answered with Restore, not with an empty app'
	],
	[
		'Two tabs',
		'One studies, the other can take over',
		'stories/tabs.spec.ts',
		'one tab studies at a time: the other says so, can take over, and goes on at the same card'
	],
	[
		'A new version of the app in mid-session',
		'Nothing until Today, then an offer',
		'stories/update.spec.ts',
		'a new version announces itself on Today, interrupts no card, and takes over when it is told to'
	],
	[
		'A version of which a part cannot be fetched',
		'Nothing: it is kept whole the next time',
		'stories/storage-faults.spec.ts',
		'a version of which a part cannot be fetched is not kept by halves: the app works on, and is kept whole the next time'
	],
	['A clock that is wrong or jumps', 'Whether the date is right', 'unit/app/clock-check.test.ts', ''],
	['A clock that was wrong is set right', 'Nothing: starts are as fast as ever', 'unit/app/clock-starts.test.ts', ''],
	[
		'Copies of the log torn, wiped, killed between any two writes',
		'Nothing is lost',
		'unit/store/histories.test.ts',
		'what was called kept is there, and counts as it should, after any history of answers, seals, backups, kills and torn files'
	],
	[
		'A part of the log damaged in both copies',
		'What is missing, at every start; a backup says what it lacks',
		'stories/storage-faults.spec.ts',
		'a damaged part of the answers is named on Today with what is missing, until it is known or back; everything else works'
	],
	[
		'An empty, foreign, cut, flipped or future file as a backup',
		'What is wrong and what to do; nothing changes',
		'stories/backup.spec.ts',
		'a file that cannot be restored is answered with a sentence, and changes nothing'
	],
	['A file of 500 MB as a backup', 'It is too large; it is not read', 'stories/backup.spec.ts', 'even of 500 MB'],
	['A zip bomb as a backup', 'It is not unpacked any further', 'unit/backup/codec.test.ts', '%s is refused without being unpacked'],
	[
		'Any bit of a backup turned over',
		'It is noticed, and what is sound is offered',
		'unit/backup/codec.test.ts',
		'is known by any bit that is turned over'
	],
	[
		'A database of every version that was shipped',
		'Everything is there',
		'unit/store/migrations.test.ts',
		'%s, opens in this version with everything in it, and is written on'
	]
];
