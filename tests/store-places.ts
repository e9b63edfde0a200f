import { openStore, type Store } from '#lib/store/open.ts';
import type { StoreUnderTest } from './store-contract.ts';

let count = 0;

/** A place in IndexedDB that no other test uses. */
export function databasePlace(): StoreUnderTest {
	count += 1;
	const name = `contract-${count}`;
	let store: Store | undefined;
	return {
		lasts: true,
		open: async () => (store = await openStore(name)),
		another: () => openStore(name),
		async reopen() {
			await store?.close();
			store = await openStore(name);
			return store;
		}
	};
}
