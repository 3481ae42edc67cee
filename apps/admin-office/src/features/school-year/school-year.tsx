import { Button } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { PageHeader, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { EarlierYears } from './earlier-years.tsx';
import { PlanYear } from './plan-year.tsx';
import { YearReceipt } from './year-receipt.tsx';

export type Rollover = Reply<'/schools/{schoolId}/rollovers', 'post'>;

/** A new school year: what becomes of each class is seen and mended first, and then done at once. */
export function SchoolYear() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const [rollover, setRollover] = useState<Rollover>();
  const prepare = useMutation({
    mutationFn: () => api.client.POST('/schools/{schoolId}/rollovers', { params: { path: { schoolId } } }),
    onSuccess: ({ data }) => setRollover(data),
  });
  const begin = useSingleFlight(() => prepare.mutateAsync().catch(() => undefined));
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Nytt skoleår`}>
        <Trans>Flytt alle klasser ett trinn opp. Du ser hva som skjer før noe lagres, og kan angre samme dag.</Trans>
      </PageHeader>
      <ProblemAlert error={prepare.error} />
      {rollover === undefined && (
        <div>
          <Button loading={prepare.isPending} onClick={() => void begin()}>
            <Trans>Se hva som skjer</Trans>
          </Button>
        </div>
      )}
      {rollover?.status === 'previewed' && (
        <PlanYear
          key={rollover.id}
          rollover={rollover}
          onApplied={setRollover}
          onAgain={() => void begin()}
          onCancel={() => setRollover(undefined)}
        />
      )}
      {rollover?.status === 'applied' && <YearReceipt rollover={rollover} />}
      {rollover?.status !== 'previewed' && <EarlierYears />}
    </div>
  );
}
