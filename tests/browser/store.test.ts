import { plainWay, withoutPlainWay } from '../plain-way.ts';
import { damageContract } from '../damage-contract.ts';
import { restoreContract } from '../restore-contract.ts';
import { storeContract, writingContract } from '../store-contract.ts';
import { databasePlace } from '../store-places.ts';

storeContract('IndexedDB (Chromium)', databasePlace);
restoreContract('IndexedDB (Chromium)', databasePlace);
damageContract('IndexedDB (Chromium)', databasePlace);
plainWay('IndexedDB (Chromium)');
withoutPlainWay(() => {
	writingContract('IndexedDB (Chromium)', databasePlace);
});
