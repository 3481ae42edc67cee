import { ArrowUndoIcon, BankNoteIcon, TrayFoodIcon, PlusIcon, WalletIcon } from '@navikt/aksel-icons';
import type { Transaction } from './transaction.ts';
import styles from './transaction-list.module.css';

/** A sign for the kind of event; green when money came in. */
export function TransactionSign({ transaction }: { transaction: Transaction }) {
  return (
    <span className={styles.sign} data-in={transaction.amountOre > 0 ? '' : undefined} aria-hidden>
      {iconOf(transaction.kind)}
    </span>
  );
}

function iconOf(kind: string) {
  switch (kind) {
    case 'sale':
      return <TrayFoodIcon />;
    case 'sale_return':
      return <ArrowUndoIcon />;
    case 'top_up':
      return <PlusIcon />;
    case 'card_replaced':
      return <WalletIcon />;
    default:
      return <BankNoteIcon />;
  }
}
