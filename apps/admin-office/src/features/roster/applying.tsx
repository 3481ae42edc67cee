import { Plural } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { ImportProgress } from './import-progress.tsx';
import type { Preview } from './roster-types.ts';

const everyMs = 250;

/** An import that is being applied: the server is asked how many pupils it has written. */
export function Applying({ preview }: { preview: Preview }) {
  const schoolId = useSchoolId();
  const progress = api.query.useQuery(
    'get',
    '/schools/{schoolId}/roster-imports/{id}/progress',
    { params: { path: { schoolId, id: preview.id } } },
    // What an earlier try came to says nothing about this one.
    { refetchInterval: everyMs, gcTime: 0, retry: false },
  );
  return (
    <ImportProgress written={progress.data?.written} total={progress.data?.total ?? undefined}>
      <Plural value={preview.counts.rows} one="Importerer # rad …" other="Importerer # rader …" />
    </ImportProgress>
  );
}
