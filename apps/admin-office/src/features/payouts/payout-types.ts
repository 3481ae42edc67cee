import type { Item, Reply } from '@kantinekortet/api-client';

export type Payout = Reply<'/schools/{schoolId}/payouts/{id}', 'get'>;
export type PayoutLine = Payout['lines'][number];
export type PayoutOverview = Reply<'/schools/{schoolId}/payouts', 'get'>;
export type OfficeRefund = Item<'/schools/{schoolId}/refunds'>;
