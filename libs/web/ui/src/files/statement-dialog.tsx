import { Button } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { ProblemAlert } from '../feedback/problem-alert.tsx';
import { osloDay } from '../format/oslo-day.ts';
import { FormField } from '../forms/form-field.tsx';
import { Form, SubmitButton } from '../forms/form.tsx';
import { TitledDialog } from '../layout/titled-dialog.tsx';

interface StatementDialogProps {
  title: string;
  busy: boolean;
  error: unknown;
  /** Makes the statement of the days from one to another, both included, as `YYYY-MM-DD`. */
  onPrint: (period: { from: string; to: string }) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the period of a statement on paper: this year, unless other days are chosen. */
export function StatementDialog({ title, busy, error, onPrint, onClose }: StatementDialogProps) {
  const { t } = useLingui();
  const today = osloDay();
  const form = useForm({ defaultValues: { from: `${today.slice(0, 4)}-01-01`, to: today }, shouldFocusError: false });
  const isAfterFrom = (to: string) => to >= form.getValues('from') || t`Til-datoen må være etter fra-datoen`;
  return (
    <TitledDialog title={title} onClose={onClose}>
      <ProblemAlert error={error} />
      <Form form={form} onSubmit={(period) => onPrint(period).catch(() => undefined)}>
        <FormField form={form} name="from" label={t`Fra`} type="date" rules={{ required: t`Velg dato` }} />
        <FormField
          form={form}
          name="to"
          label={t`Til`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isAfterFrom }}
        />
        <div className="kk-row">
          <SubmitButton busy={busy}>
            <Trans>Lag PDF</Trans>
          </SubmitButton>
          <Button variant="secondary" data-color="neutral" type="button" onClick={onClose}>
            <Trans>Avbryt</Trans>
          </Button>
        </div>
      </Form>
    </TitledDialog>
  );
}
