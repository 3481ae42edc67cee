import { Alert, Button, Field, Fieldset, Label, Paragraph, Radio, Select } from '@digdir/designsystemet-react';
import { newId, type Reply } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import {
  currentLanguage,
  Form,
  FormField,
  type Language,
  languageNames,
  languages,
  ProblemAlert,
  TitledDialog,
  useFormat,
  type ProblemTexts,
  osloDay,
} from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { FormActions } from '../../../components/form-actions.tsx';
import { KronerField } from '../../../components/kroner-field.tsx';
import { PrintReceipt } from '../../../components/receipts/print-receipt.tsx';
import { useMethodNames } from '../../../components/receipts/use-method-names.ts';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';

type Received = Reply<'/schools/{schoolId}/pupils/{pupilId}/office-receipts', 'post'>;

interface PaymentValues {
  amount: string;
  method: 'terminal' | 'invoice';
  reference: string;
  paidOn: string;
  payerName: string;
  email: string;
  language: Language;
}

interface ReceivePaymentProps {
  details: PupilDetails;
  onClose: () => void;
}

/** Records what a family has paid to the school, then offers the receipt. */
export function ReceivePayment({ details, onClose }: ReceivePaymentProps) {
  const { t } = useLingui();
  const [received, setReceived] = useState<Received>();
  return (
    <TitledDialog title={t`Ta imot betaling for ${details.name}`} onClose={onClose}>
      {received ? (
        <Done received={received} onClose={onClose} />
      ) : (
        <PaymentForm details={details} onReceived={setReceived} onClose={onClose} />
      )}
    </TitledDialog>
  );
}

function PaymentForm({
  details,
  onReceived,
  onClose,
}: ReceivePaymentProps & { onReceived: (received: Received) => void }) {
  const { t } = useLingui();
  const names = useMethodNames();
  const texts = usePaymentTexts();
  const form = useForm<PaymentValues>({
    defaultValues: {
      amount: '',
      method: 'terminal',
      reference: '',
      paidOn: osloDay(),
      payerName: '',
      email: '',
      language: currentLanguage(),
    },
    shouldFocusError: false,
  });
  const [method, email] = useWatch({ control: form.control, name: ['method', 'email'] });
  const receive = useReceivePayment(details.pupilId, onReceived);
  return (
    <>
      <Paragraph>
        <Trans>
          Bruk dette når familien har betalt på skolens bankterminal eller faktura. Kontanter tas ikke imot.
        </Trans>
      </Paragraph>
      <ProblemAlert error={receive.error} texts={texts} />
      <Form form={form} onSubmit={(values) => receive.mutateAsync(values).catch(() => undefined)}>
        <KronerField form={form} name="amount" label={t`Beløp`} />
        <Fieldset>
          <Fieldset.Legend>
            <Trans>Betalt med</Trans>
          </Fieldset.Legend>
          <Radio value="terminal" label={names.terminal} {...form.register('method')} />
          <Radio value="invoice" label={names.invoice} {...form.register('method')} />
        </Fieldset>
        <FormField
          form={form}
          name="reference"
          label={method === 'terminal' ? t`Nummer på terminalens kvittering` : t`Fakturanummer`}
          autoComplete="off"
          maxLength={40}
          rules={{ required: t`Skriv nummeret` }}
        />
        <FormField form={form} name="paidOn" label={t`Betalt dato`} type="date" rules={{ required: t`Velg dato` }} />
        <FormField form={form} name="payerName" label={t`Betalt av (valgfritt)`} autoComplete="off" maxLength={100} />
        <FormField
          form={form}
          name="email"
          type="email"
          inputMode="email"
          label={t`Send kvittering til e-post (valgfritt)`}
          autoComplete="off"
          maxLength={254}
        />
        {email.trim() !== '' && (
          <Field>
            <Label>
              <Trans>Språk i kvitteringen</Trans>
            </Label>
            <Select {...form.register('language')}>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageNames[language]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <FormActions busy={receive.isPending} onCancel={onClose}>
          <Trans>Registrer betaling</Trans>
        </FormActions>
      </Form>
    </>
  );
}

function Done({ received, onClose }: { received: Received; onClose: () => void }) {
  const format = useFormat();
  const amount = format.kr(received.amountOre);
  const balance = format.kr(received.balanceOre);
  const settled = format.kr(received.settledOre);
  return (
    <>
      <Alert data-color="success" role="status">
        <Paragraph>
          <Trans>
            {amount} er registrert. Ny saldo er {balance}.
          </Trans>
        </Paragraph>
        {received.settledOre > 0 && (
          <Paragraph>
            <Trans>{settled} gikk til det som var skyldig.</Trans>
          </Paragraph>
        )}
      </Alert>
      <div className="kk-row">
        <PrintReceipt receiptId={received.id} name={received.pupilName} />
        <Button data-size="sm" onClick={onClose}>
          <Trans>Ferdig</Trans>
        </Button>
      </div>
    </>
  );
}

/** One dialog is one payment: its id stays the same, so that a second try after a lost answer books nothing twice. */
function useReceivePayment(pupilId: string, onReceived: (received: Received) => void) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  return useMutation({
    mutationFn: async ({ amount, method, reference, paidOn, payerName, email, language }: PaymentValues) => {
      const body = {
        ...{ id, amountOre: parseOre(amount) ?? 0, method, reference, paidOn, language },
        ...(payerName.trim() !== '' && { payerName }),
        ...(email.trim() !== '' && { email: email.trim() }),
      };
      const params = { path: { schoolId, pupilId } };
      return (await api.client.POST('/schools/{schoolId}/pupils/{pupilId}/office-receipts', { params, body })).data;
    },
    onSuccess: async (received) => {
      await queryClient.invalidateQueries();
      if (received) onReceived(received);
    },
  });
}

function usePaymentTexts(): ProblemTexts {
  const { t } = useLingui();
  const { kr, date } = useFormat();
  const dayOf = (value: unknown) => (typeof value === 'string' ? date(value) : '');
  return {
    amount_out_of_range: (problem) => {
      const [least, most] = [kr(problem.ore('minOre') ?? 0), kr(problem.ore('maxOre') ?? 0)];
      return t`Beløpet må være fra ${least} til ${most}.`;
    },
    balance_cap_reached: (problem) => {
      const room = kr(problem.ore('roomOre') ?? 0);
      return t`Det er ikke plass til så mye på kortet. Det er plass til ${room}.`;
    },
    paid_on_implausible: (problem) => {
      const [earliest, latest] = [dayOf(problem.facts['earliest']), dayOf(problem.facts['latest'])];
      return t`Datoen må være fra ${earliest} til ${latest}.`;
    },
    payment_recorded_before: t`En betaling med dette nummeret og denne datoen er allerede på kortet.`,
    terminal_day_closed: t`Dagsoppgjøret for bankterminalen er lukket for denne datoen.`,
    pupil_left: t`Eleven har sluttet. Kortet tar ikke imot penger.`,
    operation_conflict: t`Betalingen ble registrert med andre opplysninger. Lukk vinduet og se listen over innbetalinger.`,
  };
}
