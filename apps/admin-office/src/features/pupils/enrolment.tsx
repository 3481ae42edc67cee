import { Button } from '@digdir/designsystemet-react';
import { ProblemAlert } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { LeavePupil } from './leave-pupil.tsx';
import type { PupilDetails } from '../../components/cards/pupil-details.ts';

/** Lets a pupil leave, now or later, or takes one back. */
export function Enrolment({ details: { pupilId, name, status, lastDay } }: { details: PupilDetails }) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const isOffice = useIsOffice();
  const [isLeaving, setIsLeaving] = useState(false);
  const enrolAgain = useMutation({
    mutationFn: () =>
      api.client.POST('/schools/{schoolId}/pupils/{pupilId}/enrol-again', { params: { path: { schoolId, pupilId } } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (!isOffice) return null;
  return (
    <>
      <ProblemAlert error={enrolAgain.error} />
      {(status === 'left' || lastDay !== null) && (
        <Button
          variant="secondary"
          loading={enrolAgain.isPending}
          onClick={() => enrolAgain.isPending || enrolAgain.mutate()}
        >
          {status === 'left' ? <Trans>Ta inn igjen</Trans> : <Trans>Slutter ikke likevel</Trans>}
        </Button>
      )}
      {status === 'enrolled' && (
        <Button variant="secondary" data-color="neutral" onClick={() => setIsLeaving(true)}>
          <Trans>Eleven slutter</Trans>
        </Button>
      )}
      {isLeaving && <LeavePupil pupilId={pupilId} name={name} onClose={() => setIsLeaving(false)} />}
    </>
  );
}
