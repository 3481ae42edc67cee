import { useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Transaction } from './transaction.ts';
import styles from './transaction-list.module.css';

/** What happened and when: the things bought, or the kind of event. */
export function TransactionText({ transaction }: { transaction: Transaction }) {
  const format = useFormat();
  const title = useTitle(transaction);
  const { occurredAt, summary } = transaction;
  return (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.when}>
        <time dateTime={occurredAt}>
          <span className="kk-nowrap">{format.date(occurredAt)}</span>{' '}
          <span className="kk-nowrap">{format.time(occurredAt)}</span>
        </time>
        {summary.withoutCard && (
          <>
            {' · '}
            <Trans>uten kort</Trans>
          </>
        )}
      </span>
    </>
  );
}

/** The name of the app that paid, if one did. */
function appOf({ paymentMethod }: Transaction['summary']): string[] {
  return paymentMethod === undefined || paymentMethod === 'card' ? [] : [paymentMethod];
}

function useTitle({ kind, summary }: Transaction): string {
  const { t } = useLingui();
  const bought = (summary.lines ?? [])
    .map((line) => (line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name))
    .join(', ');
  switch (kind) {
    case 'sale':
      return bought || t`Kjøp i kantina`;
    case 'sale_return':
      return bought ? t`Retur: ${bought}` : t`Retur`;
    case 'top_up':
      if (summary.paymentMethod === 'terminal' || summary.paymentMethod === 'invoice')
        return t`Betalt til skolekontoret`;
      if (summary.payer === 'other_guardian') return t`Påfylling fra en annen foresatt`;
      if (summary.isAutomatic) return t`Automatisk påfylling`;
      if (summary.cardLast4) return t`Påfylling med kort ${summary.cardLast4}`;
      return [t`Påfylling`, ...appOf(summary)].join(', ');
    case 'card_replaced': {
      const [from, to] = [summary.oldCardNumber?.slice(-4) ?? '', summary.newCardNumber?.slice(-4) ?? ''];
      return t`Nytt kort ${to} for ${from}, saldo overført`;
    }
    case 'fee':
      return t`Gebyr for nytt kort`;
    case 'fee_waiver':
      return t`Gebyr slettet`;
    case 'claim_settlement':
      return t`Trekk for det som gjensto`;
    case 'hold_post':
      return t`Utbetaling`;
    case 'payout_returned':
      return t`Utbetaling kom i retur`;
    case 'goodwill':
      return summary.reversesId === undefined ? t`Gave fra skolen` : t`Godskrevet: ${bought}`;
    case 'sibling_transfer':
      return t`Overføring mellom søsken`;
    case 'dispute':
      return summary.takenBackBy === 'bank' ? t`Betaling hentet tilbake av banken` : t`Betaling sendt tilbake`;
    case 'dispute_won':
      return t`Betaling kom tilbake`;
    default:
      return t`Rettelse`;
  }
}
