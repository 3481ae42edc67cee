import type { Item, Reply } from '@kantinekortet/api-client';

export type Settlement = Item<'/schools/{schoolId}/settlements'>;
export type SettlementLine = Item<'/schools/{schoolId}/settlements/{id}/lines'>;
type Clearings = Reply<'/schools/{schoolId}/clearings', 'get'>;
export type Clearing = Clearings['clearings'][number];
export type OpenLine = Clearings['openLines'][number];
