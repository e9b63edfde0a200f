import { storeContract } from '../store-contract.ts';
import { databasePlace } from '../store-places.ts';

storeContract('IndexedDB (Chromium)', databasePlace);
