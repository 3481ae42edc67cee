import { Money } from '@kantinekortet/ui';
import { Link } from '@tanstack/react-router';
import type { Transaction } from './transaction.ts';
import { TransactionSign } from './transaction-sign.tsx';
import { TransactionText } from './transaction-text.tsx';
import styles from './transaction-list.module.css';

/** Rows of a wallet's events; a purchase leads to its receipt. */
export function TransactionList({ items, pupilId }: { items: Transaction[]; pupilId: string }) {
  return (
    <ul className={styles.list}>
      {items.map((transaction) => (
        <li key={`${transaction.id} ${transaction.seq}`}>
          {transaction.kind === 'sale' ? (
            <Link
              to="/barn/$pupilId/kjop/$saleId"
              params={{ pupilId, saleId: transaction.id }}
              className={`${styles.row} ${styles.link}`}
            >
              <RowContent transaction={transaction} />
            </Link>
          ) : (
            <div className={styles.row}>
              <RowContent transaction={transaction} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function RowContent({ transaction }: { transaction: Transaction }) {
  return (
    <>
      <TransactionSign transaction={transaction} />
      <TransactionText transaction={transaction} />
      {transaction.kind !== 'card_replaced' && (
        <Money ore={transaction.amountOre} signed className={styles.amount ?? ''} />
      )}
    </>
  );
}
