import { Field, Input, Label } from '@digdir/designsystemet-react';
import { ProblemAlert, Waiting, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

const unreadable = msg`Dette er ikke en kontoutskrift vi kan lese. Last ned camt.053 fra nettbanken, høyst 5 MB.`;
const texts: ProblemTexts = {
  bank_file_unreadable: unreadable,
  body_too_large: unreadable,
  http_413: unreadable,
  bank_file_of_other_account: msg`Filen gjelder en annen konto enn klientkontoen.`,
  day_not_over: msg`Filen gjelder en dag som ikke er over. Prøv igjen i morgen.`,
  client_account_missing: msg`Registrer kontonummeret nedenfor først.`,
};

/** Takes the bank's own statement as soon as it is chosen. */
export function BankFile() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: (file: File) =>
      api.client.POST('/schools/{schoolId}/client-money/statements', {
        params: { path: { schoolId } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: '',
        bodySerializer: () => file,
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <div className="kk-stack" data-gap="3">
      <Field>
        <Label>
          <Trans>Last opp kontoutskrift fra banken (camt.053)</Trans>
        </Label>
        <Field.Description>
          <Trans>Bare kontonummer, dato og utgående saldo leses.</Trans>
        </Field.Description>
        <Input
          type="file"
          accept=".xml,text/xml,application/xml"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file && !take.isPending) take.mutate(file, { onSettled: () => (target.value = '') });
          }}
        />
      </Field>
      {take.isPending && <Waiting>{t`Leser filen`}</Waiting>}
      <div role="status" className="kk-live">
        {take.isSuccess && <Trans>Saldoen er registrert.</Trans>}
      </div>
      <ProblemAlert error={take.error} texts={texts} />
    </div>
  );
}
