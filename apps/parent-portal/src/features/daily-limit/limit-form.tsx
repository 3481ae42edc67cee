import { Button } from '@digdir/designsystemet-react';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, PageHeader, ProblemAlert, SubmitButton, useFormat, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { BackLink } from '../../components/back-link.tsx';
import { type Child, shortNameOf } from '../../components/children.ts';
import { limitsKey } from '../../components/limits.ts';

/** Sets, changes or removes what a child may spend in a day. */
export function LimitForm({ child, dailyLimitOre }: { child: Child; dailyLimitOre: number | null }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const { pupilId, spentTodayOre } = child;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    defaultValues: { limit: dailyLimitOre === null ? '' : String(dailyLimitOre / 100).replace('.', ',') },
    shouldFocusError: false,
  });
  const save = useMutation({
    mutationFn: (limitOre: number | null) =>
      api.client.PUT('/pupils/{pupilId}/limits', { params: { path: { pupilId } }, body: { dailyLimitOre: limitOre } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: limitsKey });
      await navigate({ to: '/barn', search: { elev: pupilId } });
    },
  });
  const remove = useSingleFlight(() => save.mutateAsync(null).catch(() => undefined));

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Dagsgrense for ${shortNameOf(child)}`} above={<BackLink pupilId={pupilId} />}>
        <Trans>Kassa stopper kjøp som går over grensen. Brukt i dag: {kr(spentTodayOre)}.</Trans>
      </PageHeader>
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={({ limit }) => save.mutateAsync(parseOre(limit) ?? null).catch(() => undefined)}>
        <FormField
          form={form}
          name="limit"
          label={t`Høyst i kroner per dag`}
          inputMode="decimal"
          autoComplete="off"
          suffix="kr"
          rules={{
            required: t`Skriv et beløp`,
            validate: (value) => (parseOre(value) ?? 0) > 0 || t`Skriv et beløp, for eksempel 60`,
          }}
        />
        <div className="kk-row" data-gap="3">
          <SubmitButton busy={save.isPending}>
            <Trans>Lagre grensen</Trans>
          </SubmitButton>
          {dailyLimitOre !== null && (
            <Button variant="tertiary" data-color="danger" onClick={() => void remove()}>
              <Trans>Fjern grensen</Trans>
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}
