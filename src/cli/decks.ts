// `npm run decks -- check|format|diff|export`: the deck language for people and for CI.
import { runCheck, runDiff, runExport, runFormat, USAGE } from './decks/commands.ts';
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
		case undefined:
			throw new CannotRun(USAGE);
		default:
			throw new CannotRun(`There is no command "${command}".\n${USAGE}`);
	}
}

try {
	process.exitCode = run(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof CannotRun)) console.error(error);
	else console.error(error.message);
	process.exitCode = 2;
}
