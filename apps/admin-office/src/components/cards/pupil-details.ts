import type { Reply } from '@kantinekortet/api-client';

export type PupilDetails = Reply<'/schools/{schoolId}/pupils/{pupilId}', 'get'>;
