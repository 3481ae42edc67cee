import type { Reply } from '@kantinekortet/api-client';

export type Books = Reply<'/schools/{schoolId}/books', 'get'>;
export type Finding = NonNullable<Books['proof']>['findings'][number];
export type ClientMoney = NonNullable<Books['clientMoney']>;
