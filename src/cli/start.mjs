// The end of `npm start`: serves what was built and says where.
import { serve } from './serve.mjs';

try {
	const { url } = await serve({ base: process.env.BASE_PATH ?? '' });
	console.log(`\n  Entente is at ${url}\n\n  Stop it with Ctrl+C.\n`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
