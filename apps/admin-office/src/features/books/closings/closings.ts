import type { Reply } from '@kantinekortet/api-client';

type Closings = Reply<'/schools/{schoolId}/closings', 'get'>;
export type Closing = Closings['items'][number];
export type NextClosing = NonNullable<Closings['next']>;
