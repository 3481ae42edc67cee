import type { StripeObjects } from '../stripe-objects.ts';
import type { StripeState } from '../stripe-state.ts';
import type { AccountState, DisputeState } from './account-state.ts';

/** What moved the merchant's balance (docs.stripe.com/api/balance_transactions); it follows from what has happened. */
export interface BalanceEntry {
  id: string;
  createdAt: string;
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
  reportingCategory: 'charge' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal';
  amount: number;
  fee: number;
  /** The object that it comes from, as the API shows it. */
  source: () => object;
  sourceId: string;
}

/** 1.5 % and 1.80 kr of a payment, and 150 kr of a dispute: the prices of cards of the EEA, stripe.com/no/pricing. */
export const costOf = { charge: (amount: number) => Math.round(amount * 0.015) + 180, dispute: 15_000 };

/** All entries of a merchant in Norwegian kroner, oldest first. */
export function entriesOf(
  merchantId: string,
  {
    state,
    account,
    objects,
    renderDispute,
  }: {
    state: StripeState;
    account: AccountState;
    objects: StripeObjects;
    renderDispute: (dispute: DisputeState) => object;
  },
): BalanceEntry[] {
  const intents = state.intents.all().filter((intent) => intent.merchantId === merchantId && intent.currency === 'nok');
  const isOurs = ({ intentId }: { intentId: string }): boolean => intents.some(({ id }) => id === intentId);
  const charges = intents
    .filter(({ status }) => status === 'succeeded')
    .map((intent): BalanceEntry => {
      const id = intent.chargeId ?? intent.id;
      const source = () => objects.charge(intent) ?? {};
      return {
        ...entry(`txn_${id}`, 'charge', intent.amount),
        createdAt: intent.paidAt ?? intent.createdAt,
        fee: costOf.charge(intent.amount),
        source,
        sourceId: id,
      };
    });
  const refunds = state.refunds
    .all()
    .filter(isOurs)
    .flatMap((refund): BalanceEntry[] => {
      const intent = intents.find(({ id }) => id === refund.intentId);
      const source = () => (intent ? objects.refund(refund, intent) : {});
      const made = { createdAt: refund.createdAt, source, sourceId: refund.id };
      const taken: BalanceEntry = { ...entry(`txn_${refund.id}`, 'refund', -refund.amount), ...made };
      const back: BalanceEntry = { ...entry(`txn_f${refund.id}`, 'refund_failure', refund.amount), ...made };
      return refund.status === 'failed' ? [taken, back] : [taken];
    });
  const disputes = account.disputes
    .all()
    .filter(isOurs)
    .flatMap((dispute): BalanceEntry[] => {
      const { takenAt, returnedAt } = dispute;
      if (takenAt === null) return [];
      const made = {
        createdAt: takenAt,
        type: 'adjustment',
        source: () => renderDispute(dispute),
        sourceId: dispute.id,
      } as const;
      const taken: BalanceEntry = {
        ...entry(`txn_${dispute.id}`, 'dispute', -dispute.amount),
        ...made,
        fee: costOf.dispute,
      };
      if (returnedAt === null) return [taken];
      const back = { ...entry(`txn_w${dispute.id}`, 'dispute_reversal', dispute.amount), ...made };
      return [taken, { ...back, createdAt: returnedAt }];
    });
  return [...charges, ...refunds, ...disputes];
}

function entry(id: string, category: BalanceEntry['reportingCategory'], amount: number) {
  const type: BalanceEntry['type'] =
    category === 'dispute' || category === 'dispute_reversal' ? 'adjustment' : category;
  return { id, type, reportingCategory: category, amount, fee: 0 };
}
