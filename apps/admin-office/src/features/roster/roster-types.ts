import type { Reply } from '@kantinekortet/api-client';

export type Preview = Reply<'/schools/{schoolId}/roster-imports', 'post'>;
export type PreviewRow = Preview['rows'][number];
export type Applied = Reply<'/schools/{schoolId}/roster-imports/{id}/apply', 'post'>;
