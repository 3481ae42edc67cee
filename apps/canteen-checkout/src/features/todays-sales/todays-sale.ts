import type { Item } from '@kantinekortet/api-client';

export type TodaysSale = Item<'/registers/current/sales'>;
