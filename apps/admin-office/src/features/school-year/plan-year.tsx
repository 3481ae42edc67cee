import { Button, Textfield } from '@digdir/designsystemet-react';
import { ProblemAlert, type ProblemTexts, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { ClassPlan, type ClassDecision } from './class-plan.tsx';
import type { Rollover } from './school-year.tsx';

const texts: ProblemTexts = {
  rollover_preview_outdated: msg`Elevene er endret siden oversikten ble laget. Lag den på nytt.`,
  affected_count_differs: msg`Antallet stemmer ikke. Skriv hvor mange elever som får ny klasse eller slutter.`,
};

interface PlanYearProps {
  rollover: Rollover;
  onApplied: (rollover: Rollover) => void;
  onAgain: () => void;
  onCancel: () => void;
}

/** The classes with what is proposed, to be mended; the number of pupils it touches is typed before it is done. */
export function PlanYear({ rollover, onApplied, onAgain, onCancel }: PlanYearProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [decisions, setDecisions] = useState<readonly ClassDecision[]>(rollover.classes);
  const [typedCount, setTypedCount] = useState('');
  const countOf = (step: ClassDecision['step']) =>
    decisions.filter((one) => one.step === step).reduce((sum, { pupilCount }) => sum + pupilCount, 0);
  const [moving, leaving] = [countOf('move'), countOf('leave')];
  const affected = moving + leaving;
  const apply = useMutation({
    mutationFn: () =>
      api.client.POST('/schools/{schoolId}/rollovers/{id}/apply', {
        params: { path: { schoolId, id: rollover.id } },
        body: {
          classes: decisions.map(({ classId, step, toName }) => ({
            classId,
            step,
            ...(step === 'move' && { toName: toName ?? '' }),
          })),
          affectedCount: Number(typedCount),
        },
      }),
    onSuccess: async ({ data }) => {
      await queryClient.invalidateQueries();
      if (data) onApplied(data);
    },
  });
  const submit = useSingleFlight(() => apply.mutateAsync().catch(() => undefined));
  return (
    <form
      noValidate
      className="kk-stack"
      data-gap="5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ClassPlan
        decisions={decisions}
        onChange={(changed) => setDecisions(decisions.map((one) => (one.classId === changed.classId ? changed : one)))}
      />
      <p role="status">
        <Trans>
          <strong>{moving}</strong> elever får ny klasse, <strong>{leaving}</strong> slutter.
        </Trans>
      </p>
      <Textfield
        className="kk-text"
        label={t`Skriv ${affected} for å bekrefte`}
        inputMode="numeric"
        autoComplete="off"
        value={typedCount}
        onChange={(event) => setTypedCount(event.target.value)}
      />
      <ProblemAlert error={apply.error} texts={texts} />
      <div className="kk-row">
        <Button type="submit" loading={apply.isPending}>
          <Trans>Start skoleåret</Trans>
        </Button>
        <Button type="button" variant="secondary" data-color="neutral" onClick={onAgain}>
          <Trans>Lag på nytt</Trans>
        </Button>
        <Button type="button" variant="tertiary" data-color="neutral" onClick={onCancel}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </form>
  );
}
