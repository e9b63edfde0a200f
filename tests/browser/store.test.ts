import { restoreContract } from '../restore-contract.ts';
import { storeContract } from '../store-contract.ts';
import { databasePlace } from '../store-places.ts';

storeContract('IndexedDB (Chromium)', databasePlace);
restoreContract('IndexedDB (Chromium)', databasePlace);
