import type { Item } from '@kantinekortet/api-client';

/** One event of a wallet, as its statement has it. */
export type Transaction = Item<'/wallets/{id}/transactions'>;
