// `npm run decks -- check|format|diff|export|contents`: the deck language for people and for CI.
import { runCheck, runContents, runDiff, runExport, runFormat, USAGE } from './decks/commands.ts';
import { CannotRun } from './decks/files.ts';

function run(args: readonly string[]): number {
	const [command, ...rest] = args;
	switch (command) {
		case 'check':
			return runCheck(rest);
		case 'format':
			return runFormat(rest);
		case 'diff':
			return runDiff(rest);
		case 'export':
			return runExport(rest);
		case 'contents':
			return runContents(rest);
		case undefined:
			throw new CannotRun(USAGE);
		default:
			throw new CannotRun(`There is no command "${command}".\n${USAGE}`);
	}
}

try {
	process.exitCode = run(process.argv.slice(2));
} catch (error) {
	// A file that must not be read or written is no fault of the program.
	const isFile = error instanceof Error && 'syscall' in error;
	console.error(error instanceof CannotRun || isFile ? error.message : error);
	process.exitCode = 2;
}
