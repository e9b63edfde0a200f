// `npm run log -- check|merge|show`: backups for people and for scripts.
import { CannotRun } from './decks/files.ts';
import { runCheck, runMerge, runShow, USAGE } from './log/commands.ts';

/** Resolves to the exit code: 0 all is well, 1 a file is damaged or no backup. */
async function run(args: readonly string[]): Promise<number> {
	const [command, ...rest] = args;
	switch (command) {
		case 'check':
			return runCheck(rest);
		case 'merge':
			return runMerge(rest);
		case 'show':
			return runShow(rest);
		case undefined:
			throw new CannotRun(USAGE);
		default:
			throw new CannotRun(`There is no command "${command}".\n${USAGE}`);
	}
}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	// A file that must not be read or written is no fault of the program.
	const isFile = error instanceof Error && 'syscall' in error;
	console.error(error instanceof CannotRun || isFile ? error.message : error);
	process.exitCode = 2;
}
