import { Button, Heading } from '@digdir/designsystemet-react';
import { DateTime, Money, QueryState, osloDay } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { PrintReceipt } from '../../../components/receipts/print-receipt.tsx';
import { ReverseReceipt } from '../../../components/receipts/reverse-receipt.tsx';
import { useMethodNames, type Receipt } from '../../../components/receipts/use-method-names.ts';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';
import styles from '../pupils.module.css';
import { HouseholdRefund } from '../../../components/household/household-refund.tsx';
import { ReceivePayment } from './receive-payment.tsx';
import { Statement } from './statement.tsx';

const shownReceipts = 5;

/** What the office does with a pupil's money: receives it, prints receipts and statements, takes a mistake back. */
export function OfficeMoney({ details }: { details: PupilDetails }) {
  const schoolId = useSchoolId();
  const [open, setOpen] = useState<'payment' | Receipt | undefined>();
  const receipts = api.query.useQuery('get', '/schools/{schoolId}/office-receipts', {
    params: { path: { schoolId }, query: { pupilId: details.pupilId, limit: shownReceipts } },
  });
  const close = () => setOpen(undefined);
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="innbetalinger">
      <Heading level={2} data-size="2xs" id="innbetalinger">
        <Trans>Innbetalinger til skolen</Trans>
      </Heading>
      <QueryState query={receipts}>
        {({ items }) =>
          items.length > 0 && (
            <ul className={styles.list}>
              {items.map((receipt) => (
                <ReceiptItem key={receipt.id} receipt={receipt} onReverse={() => setOpen(receipt)} />
              ))}
            </ul>
          )
        }
      </QueryState>
      <HouseholdRefund details={details} />
      <div className="kk-row">
        {details.status === 'enrolled' && (
          <Button onClick={() => setOpen('payment')}>
            <Trans>Ta imot betaling</Trans>
          </Button>
        )}
        <Statement details={details} />
      </div>
      {open === 'payment' && <ReceivePayment details={details} onClose={close} />}
      {typeof open === 'object' && <ReverseReceipt receipt={open} onClose={close} />}
    </section>
  );
}

function ReceiptItem({ receipt, onReverse }: { receipt: Receipt; onReverse: () => void }) {
  const { t } = useLingui();
  const names = useMethodNames();
  const isReversible = receipt.reversal === null && osloDay(receipt.receivedAt) === osloDay();
  return (
    <li className={styles.guardian}>
      <div>
        <div>
          <Money ore={receipt.amountOre} /> · {names[receipt.method]} {receipt.reference}
        </div>
        <div className="kk-subtle">
          <DateTime iso={receipt.paidOn} show="date" />
          {receipt.reversal !== null && ` · ${t`Annullert`}: ${receipt.reversal.reason}`}
        </div>
      </div>
      <div className="kk-row" data-gap="2">
        <PrintReceipt receiptId={receipt.id} name={receipt.pupilName} />
        {isReversible && (
          <Button variant="tertiary" data-size="sm" data-color="danger" onClick={onReverse}>
            <Trans>Annuller</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}
