import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { download, Form, FormField, osloDay, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { MonthField } from '../../components/month-field.tsx';
import styles from './books.module.css';

interface Period {
  from: string;
  to: string;
}

/** Tables for the accountant. */
export function Exports() {
  return (
    <section className={`kk-panel kk-stack ${styles.form ?? ''}`} data-gap="4" aria-labelledby="eksport">
      <Heading level={2} data-size="2xs" id="eksport">
        <Trans>Til regnskapsføreren</Trans>
      </Heading>
      <Paragraph>
        <Trans>Filene åpnes i Excel. De har ingen navn på elever, bare numre.</Trans>
      </Paragraph>
      <Transactions />
      <Summary />
    </section>
  );
}

function Transactions() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const today = osloDay();
  const form = useForm<Period>({
    defaultValues: { from: `${today.slice(0, 7)}-01`, to: today },
    shouldFocusError: false,
  });
  const save = useMutation({
    mutationFn: async (query: Period) => {
      const { data } = await api.client.GET('/schools/{schoolId}/books/transactions.csv', {
        params: { path: { schoolId }, query },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Transaksjoner`} ${query.from} ${query.to}.csv`);
    },
  });
  const isAfterFrom = (to: string) => {
    const days = (Date.parse(to) - Date.parse(form.getValues('from'))) / 86_400_000;
    return (days >= 0 && days < 366) || t`Velg en periode på høyst ett år`;
  };
  return (
    <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
      <ProblemAlert error={save.error} />
      <div className="kk-row" data-gap="4">
        <FormField form={form} name="from" label={t`Fra`} type="date" rules={{ required: t`Velg dato` }} />
        <FormField
          form={form}
          name="to"
          label={t`Til`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isAfterFrom }}
        />
      </div>
      <SubmitButton busy={save.isPending}>
        <Trans>Last ned transaksjoner</Trans>
      </SubmitButton>
    </Form>
  );
}

function Summary() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const form = useForm({ defaultValues: { month: osloDay().slice(0, 7) }, shouldFocusError: false });
  const save = useMutation({
    mutationFn: async (query: { month: string }) => {
      const { data } = await api.client.GET('/schools/{schoolId}/books/summary.csv', {
        params: { path: { schoolId }, query },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kontosummer`} ${query.month}.csv`);
    },
  });
  return (
    <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
      <ProblemAlert error={save.error} />
      <MonthField {...form.register('month')} />
      <SubmitButton busy={save.isPending}>
        <Trans>Last ned kontosummer</Trans>
      </SubmitButton>
    </Form>
  );
}
