import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { newId, type Reply } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import { DateTime, Form, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { PupilDetails } from '../cards/pupil-details.ts';
import { FormActions } from '../form-actions.tsx';
import { KronerField } from '../kroner-field.tsx';
import { HouseholdAccount } from './household-account.tsx';

type HouseholdMoney = Reply<'/schools/{schoolId}/pupils/{pupilId}/household-money', 'get'>;
type Account = NonNullable<HouseholdMoney['account']>;

const texts: ProblemTexts = {
  remainder_exceeded: msg`Så mye er ikke igjen av pengene som skolen har tatt imot.`,
  payout_account_not_found: msg`Kontoen er byttet. Lukk vinduet og se på nytt.`,
};

interface HouseholdRefundProps {
  details: PupilDetails;
  /** The case that it is done from. */
  caseId?: string;
}

/** Offers to pay back what is left of money that the office received. */
export function HouseholdRefund({ details, caseId }: HouseholdRefundProps) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const [isOpen, setIsOpen] = useState(false);
  const { data: money } = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}/household-money', {
    params: { path: { schoolId, pupilId: details.pupilId } },
  });
  if (!money || (money.refundableOre === 0 && !isOpen)) return null;
  const left = format.kr(money.refundableOre);
  const close = () => setIsOpen(false);
  return (
    <>
      <Paragraph>
        <Trans>{left} er igjen av pengene som skolen har tatt imot.</Trans>{' '}
        <Button variant="secondary" data-size="sm" onClick={() => setIsOpen(true)}>
          <Trans>Betal tilbake</Trans>
        </Button>
      </Paragraph>
      {isOpen && (
        <TitledDialog title={t`Betal tilbake fra kortet til ${details.name}`} onClose={close}>
          <Steps details={details} money={money} onClose={close} {...(caseId !== undefined && { caseId })} />
        </TitledDialog>
      )}
    </>
  );
}

interface StepsProps extends HouseholdRefundProps {
  money: HouseholdMoney;
  onClose: () => void;
}

function Steps({ details, caseId, money, onClose }: StepsProps) {
  const [isChanging, setIsChanging] = useState(money.account === null);
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <Asked onClose={onClose} />;
  if (isChanging || money.account === null) {
    return <HouseholdAccount pupilId={details.pupilId} onRecorded={() => setIsChanging(false)} onCancel={onClose} />;
  }
  return (
    <AskForm
      pupilId={details.pupilId}
      caseId={caseId}
      refundableOre={money.refundableOre}
      account={money.account}
      onChange={() => setIsChanging(true)}
      onAsked={() => setIsAsked(true)}
      onClose={onClose}
    />
  );
}

interface AskFormProps {
  pupilId: string;
  caseId: string | undefined;
  refundableOre: number;
  account: Account;
  onChange: () => void;
  onAsked: () => void;
  onClose: () => void;
}

function AskForm({ pupilId, caseId, refundableOre, account, onChange, onAsked, onClose }: AskFormProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  // One dialog is one refund: a second try after a lost answer asks for nothing more.
  const [id] = useState(newId);
  const whole = String(refundableOre / 100).replace('.', ',');
  const form = useForm({ defaultValues: { amount: whole }, shouldFocusError: false });
  const ask = useMutation({
    mutationFn: ({ amount }: { amount: string }) =>
      api.client.POST('/schools/{schoolId}/refunds', {
        params: { path: { schoolId } },
        body: {
          id,
          pupilId,
          payoutAccountId: account.id,
          amountOre: parseOre(amount) ?? 0,
          ...(caseId !== undefined && { caseId }),
        },
      }),
    onSuccess: async () => {
      onAsked();
      await queryClient.invalidateQueries();
    },
  });
  const { holderName, last4 } = account;
  return (
    <>
      <Paragraph>
        <Trans>
          Til {holderName}, konto som slutter på {last4}. Kan sendes fra <DateTime iso={account.usableAt} />.
        </Trans>{' '}
        <Button variant="tertiary" data-size="sm" onClick={onChange}>
          <Trans>Bytt konto</Trans>
        </Button>
      </Paragraph>
      <ProblemAlert error={ask.error} texts={texts} />
      <Form form={form} onSubmit={(values) => ask.mutateAsync(values).catch(() => undefined)}>
        <KronerField form={form} name="amount" label={t`Beløp`} />
        <FormActions busy={ask.isPending} onCancel={onClose}>
          <Trans>Be om utbetaling</Trans>
        </FormActions>
      </Form>
    </>
  );
}

function Asked({ onClose }: { onClose: () => void }) {
  return (
    <>
      <Alert data-color="success" role="status">
        <Paragraph>
          <Trans>Pengene er satt av. En annen i administrasjonen må godkjenne under Utbetalinger.</Trans>
        </Paragraph>
      </Alert>
      <div>
        <Button data-size="sm" onClick={onClose}>
          <Trans>Ferdig</Trans>
        </Button>
      </div>
    </>
  );
}
