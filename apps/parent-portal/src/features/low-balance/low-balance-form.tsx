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

const leastOre = 100;
const mostOre = 1_000_000;
/** About a lunch: what is offered to who has none yet. */
const usualKroner = '50';

/** Sets, changes or takes away the amount below which a mail comes. */
export function LowBalanceForm({ child, belowOre }: { child: Child; belowOre: number | null }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const { pupilId } = child;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    defaultValues: { below: belowOre === null ? usualKroner : String(belowOre / 100).replace('.', ',') },
    shouldFocusError: false,
  });
  const save = useMutation({
    mutationFn: (ore: number | null) =>
      api.client.PUT('/pupils/{pupilId}/low-balance-alert', {
        params: { path: { pupilId } },
        body: { belowOre: ore },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/pupils/{pupilId}/low-balance-alert'] });
      await navigate({ to: '/barn', search: { elev: pupilId } });
    },
  });
  const switchOff = useSingleFlight(() => save.mutateAsync(null).catch(() => undefined));

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Beskjed om lav saldo`} above={<BackLink pupilId={pupilId} />}>
        {belowOre === null ? (
          <Trans>
            Vi sender deg en e-post når et kjøp gjør at {shortNameOf(child)} har lite igjen, høyst én om dagen.
          </Trans>
        ) : (
          <Trans>
            Du får en e-post når {shortNameOf(child)} har mindre enn {kr(belowOre)} igjen, høyst én om dagen.
          </Trans>
        )}
      </PageHeader>
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={({ below }) => save.mutateAsync(parseOre(below) ?? null).catch(() => undefined)}>
        <FormField
          form={form}
          name="below"
          label={t`Gi beskjed under`}
          inputMode="decimal"
          autoComplete="off"
          suffix="kr"
          rules={{
            required: t`Skriv et beløp`,
            validate: (value) => {
              const ore = parseOre(value) ?? 0;
              return (ore >= leastOre && ore <= mostOre) || t`Skriv et beløp fra ${kr(leastOre)} til ${kr(mostOre)}`;
            },
          }}
        />
        <div className="kk-row" data-gap="3">
          <SubmitButton busy={save.isPending}>
            {belowOre === null ? <Trans>Slå på</Trans> : <Trans>Lagre</Trans>}
          </SubmitButton>
          {belowOre !== null && (
            <Button variant="tertiary" data-color="danger" onClick={() => void switchOff()}>
              <Trans>Slå av</Trans>
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}
