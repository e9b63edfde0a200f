import { damageContract } from '../damage-contract.ts';
import { restoreContract } from '../restore-contract.ts';
import { storeContract } from '../store-contract.ts';
import { databasePlace } from '../store-places.ts';
import { runAll } from './small-vitest.ts';

storeContract('IndexedDB (WebKitGTK)', databasePlace);
restoreContract('IndexedDB (WebKitGTK)', databasePlace);
damageContract('IndexedDB (WebKitGTK)', databasePlace);
// Asked for by contract.mjs.
(globalThis as unknown as { results: ReturnType<typeof runAll> }).results = runAll();
