import type { Reply } from '@kantinekortet/api-client';

export type TerminalDay = Reply<'/schools/{schoolId}/terminal-days/{day}', 'get'>;
