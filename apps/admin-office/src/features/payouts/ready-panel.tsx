import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { Form, FormField, Money, ProblemAlert, SubmitButton, useSingleFlight } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { PayoutOverview } from './payout-types.ts';
import { payoutProblems } from './use-payout-words.ts';

/** What the next file would hold, and whether the bank could take it. */
export function ReadyPanel({ overview: { ready, bank } }: { overview: PayoutOverview }) {
  const schoolId = useSchoolId();
  const hasAccount = bank.accountNumber !== null && bank.bic !== null;
  return (
    <section className="kk-panel kk-stack kk-text" data-gap="3" aria-labelledby="neste-fil">
      <Heading level={2} data-size="2xs" id="neste-fil">
        <Trans>Neste fil</Trans>
      </Heading>
      <Paragraph>
        <Plural
          value={ready.count}
          _0="Ingen utbetalinger er klare."
          one="# utbetaling er klar,"
          other="# utbetalinger er klare,"
        />{' '}
        {ready.count > 0 && <Money ore={ready.totalOre} />}
      </Paragraph>
      {!hasAccount && (
        <Paragraph>
          <Trans>Skriv inn kontonummer og BIC for klientkontoen først:</Trans>{' '}
          <Link className="ds-link" to="/$schoolId/regnskap" params={{ schoolId }}>
            <Trans>Regnskap</Trans>
          </Link>
        </Paragraph>
      )}
      {bank.customerId === null && <BankAgreement />}
      {hasAccount && bank.customerId !== null && ready.count > 0 && <Prepare />}
    </section>
  );
}

function Prepare() {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // Stays the same until it has succeeded: a second try after a lost answer makes no second file.
  const [id] = useState(newId);
  const prepare = useMutation({
    mutationFn: () => api.client.POST('/schools/{schoolId}/payouts', { params: { path: { schoolId } }, body: { id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      await navigate({ to: '/$schoolId/utbetalinger/$payoutId', params: { schoolId, payoutId: id } });
    },
  });
  const onPrepare = useSingleFlight(() => prepare.mutateAsync().catch(() => undefined));
  return (
    <>
      <ProblemAlert error={prepare.error} texts={payoutProblems} />
      <div>
        <Button loading={prepare.isPending} onClick={() => void onPrepare()}>
          <Trans>Lag utbetalingsfil</Trans>
        </Button>
      </div>
    </>
  );
}

function BankAgreement() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { customerId: '' }, shouldFocusError: false });
  const save = useMutation({
    mutationFn: (body: { customerId: string }) =>
      api.client.PUT('/schools/{schoolId}/bank-agreement', { params: { path: { schoolId } }, body }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="customerId"
          label={t`Kunde-ID i banken`}
          description={t`Står i avtalen om betalingsfiler.`}
          autoComplete="off"
          maxLength={35}
          rules={{
            required: t`Skriv kunde-ID`,
            pattern: { value: /^\s*[A-Za-z0-9]{1,35}\s*$/, message: t`Bare bokstaver og tall` },
          }}
        />
        <SubmitButton busy={save.isPending}>
          <Trans>Lagre</Trans>
        </SubmitButton>
      </Form>
    </>
  );
}
