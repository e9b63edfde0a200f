import { hasSecondFactory } from './second-factory.ts';

/** Whether this browser certainly holds no store of that name, in neither copy. False where it cannot say. */
export async function hasNothing(name: string): Promise<boolean> {
	try {
		if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return false;
		const [databases, second] = await Promise.all([indexedDB.databases(), hasSecondFactory()]);
		return !second && databases.every((database) => database.name !== name);
	} catch {
		return false;
	}
}
