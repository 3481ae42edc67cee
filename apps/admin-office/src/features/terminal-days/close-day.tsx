import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { problemOf } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, ProblemAlert, SubmitButton, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { KronerField } from '../../components/kroner-field.tsx';
import type { TerminalDay } from './terminal-day.ts';

interface CloseValues {
  total: string;
  note: string;
}

const texts: ProblemTexts = {
  terminal_day_closed: msg`Dagen er gjort opp fra før. Last siden på nytt.`,
  terminal_day_differs: msg`Summene er ulike. Det kom inn en betaling mens du skrev, se over på nytt.`,
  terminal_day_needs_another: msg`Du har registrert betalinger denne dagen. Når summene er ulike, må en kollega som ikke har registrert noen, lukke den.`,
  terminal_day_ahead: msg`Denne dagen har ikke vært ennå.`,
};

/** Asks what the terminal's report says; when it is something else than the receipts, also why. */
export function CloseDay({ day }: { day: TerminalDay }) {
  const { t } = useLingui();
  const format = useFormat();
  const form = useForm<CloseValues>({ defaultValues: { total: '', note: '' }, shouldFocusError: false });
  const close = useCloseDay(day.day);
  const totalOre = parseOre(useWatch({ control: form.control, name: 'total' }));
  const differenceOre = totalOre === undefined ? 0 : totalOre - day.receiptsTotalOre;
  const difference = format.signedKr(differenceOre);
  return (
    <>
      <ProblemAlert error={close.error} texts={texts} />
      <Form form={form} onSubmit={(values) => close.mutateAsync(values).catch(() => undefined)}>
        <KronerField
          form={form}
          name="total"
          label={t`Sum på terminalens rapport`}
          description={t`Skriv ut dagsrapporten på terminalen og skriv inn summen.`}
        />
        <div role="status">
          {differenceOre !== 0 && (
            <Alert data-color="warning">
              <Paragraph>
                <Trans>Forskjellen er {difference}. Let etter feilen først, eller skriv hva den kommer av.</Trans>
              </Paragraph>
            </Alert>
          )}
        </div>
        {differenceOre !== 0 && (
          <FormField
            form={form}
            name="note"
            label={t`Hva kommer forskjellen av?`}
            maxLength={500}
            rules={{ required: t`Skriv hva forskjellen kommer av` }}
          />
        )}
        <SubmitButton busy={close.isPending}>
          <Trans>Lukk dagen</Trans>
        </SubmitButton>
        <Paragraph className="kk-subtle">
          <Trans>Etterpå kan ingen betaling med bankterminal registreres eller annulleres for denne dagen.</Trans>
        </Paragraph>
      </Form>
    </>
  );
}

function useCloseDay(day: string) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ total, note }: CloseValues) =>
      api.client.POST('/schools/{schoolId}/terminal-days/{day}/close', {
        params: { path: { schoolId, day } },
        body: { terminalTotalOre: parseOre(total) ?? 0, ...(note.trim() !== '' && { note }) },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) => (problemOf(error).status < 500 ? queryClient.invalidateQueries() : undefined),
  });
}
