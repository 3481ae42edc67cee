import type { Item } from '@kantinekortet/api-client';

export type Cashier = Item<'/schools/{schoolId}/cashiers'>;
