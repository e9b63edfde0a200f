// @vitest-environment node
import 'fake-indexeddb/auto';
import { memoryStore } from '#lib/store/open.ts';
import { storeContract } from '../../store-contract.ts';
import { databasePlace } from '../../store-places.ts';

storeContract('IndexedDB (fake)', databasePlace);
storeContract('a page that is not allowed to keep anything', () => ({
	lasts: false,
	open: () => Promise.resolve(memoryStore('refused')),
	reopen: () => Promise.resolve(memoryStore('refused'))
}));
