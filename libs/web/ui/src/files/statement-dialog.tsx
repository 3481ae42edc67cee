import { Button } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { ProblemAlert } from '../feedback/problem-alert.tsx';
import { osloDay } from '../format/oslo-day.ts';
import { FormField } from '../forms/form-field.tsx';
import { Form } from '../forms/form.tsx';
import { TitledDialog } from '../layout/titled-dialog.tsx';

/** The days from one to another, both included, as `YYYY-MM-DD`, on paper or as a table. */
export interface StatementWish {
  from: string;
  to: string;
  format: 'pdf' | 'csv';
}

interface StatementDialogProps {
  title: string;
  /** What is being made. */
  busy: StatementWish['format'] | null;
  error: unknown;
  onMake: (wish: StatementWish) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the period of a statement: this year, unless other days are chosen. */
export function StatementDialog({ title, busy, error, onMake, onClose }: StatementDialogProps) {
  const { t } = useLingui();
  const today = osloDay();
  const form = useForm<StatementWish>({
    defaultValues: { from: `${today.slice(0, 4)}-01-01`, to: today, format: 'pdf' },
    shouldFocusError: false,
  });
  const isAfterFrom = (to: string) => to >= form.getValues('from') || t`Til-datoen må være etter fra-datoen`;
  return (
    <TitledDialog title={title} onClose={onClose}>
      <ProblemAlert error={error} />
      <Form form={form} onSubmit={(wish) => onMake(wish).catch(() => undefined)}>
        <FormField form={form} name="from" label={t`Fra`} type="date" rules={{ required: t`Velg dato` }} />
        <FormField
          form={form}
          name="to"
          label={t`Til`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isAfterFrom }}
        />
        <div className="kk-row">
          <Button type="submit" loading={busy === 'pdf'} onClick={() => form.setValue('format', 'pdf')}>
            <Trans>Lag PDF</Trans>
          </Button>
          <Button
            type="submit"
            variant="secondary"
            loading={busy === 'csv'}
            onClick={() => form.setValue('format', 'csv')}
          >
            <Trans>Lag tabell (CSV)</Trans>
          </Button>
          <Button variant="tertiary" data-color="neutral" type="button" onClick={onClose}>
            <Trans>Avbryt</Trans>
          </Button>
        </div>
      </Form>
    </TitledDialog>
  );
}
