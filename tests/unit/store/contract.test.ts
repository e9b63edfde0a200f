// @vitest-environment node
import 'fake-indexeddb/auto';
import { memoryStore } from '#lib/store/open.ts';
import { plainWay, withoutPlainWay } from '../../plain-way.ts';
import { damageContract } from '../../damage-contract.ts';
import { restoreContract } from '../../restore-contract.ts';
import { storeContract, writingContract, type StoreUnderTest } from '../../store-contract.ts';
import { databasePlace } from '../../store-places.ts';

const memoryPlace = (): StoreUnderTest => ({
	lasts: false,
	open: () => Promise.resolve(memoryStore('refused')),
	reopen: () => Promise.resolve(memoryStore('refused')),
	another: () => Promise.resolve(memoryStore('refused'))
});

for (const contract of [storeContract, restoreContract, damageContract]) {
	contract('IndexedDB (fake)', databasePlace);
	contract('a page that is not allowed to keep anything', memoryPlace);
}
plainWay('IndexedDB (fake)');
withoutPlainWay(() => {
	writingContract('IndexedDB (fake)', databasePlace);
});
