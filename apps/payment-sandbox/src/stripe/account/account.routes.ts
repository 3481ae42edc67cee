import type { FastifyInstance } from 'fastify';
import type Stripe from 'stripe';
import { createdWithin, expandedItems, listParams, ofMerchant, pageOf } from '../lists.ts';
import type { StripeEndpoints } from '../stripe-endpoint.ts';
import { StripeFailure } from '../stripe-failure.ts';
import { unixSeconds } from '../stripe-ids.ts';
import { ownedBy } from '../stripe-state.ts';
import type { PayoutState } from './account-state.ts';
import type { BalanceEntry } from './balance.ts';
import type { StripeAccount } from './stripe-account.ts';

interface AccountParts {
  account: StripeAccount;
  endpoints: StripeEndpoints;
}

/** What a merchant reads of its account: docs.stripe.com/api/payouts, /balance_transactions, /disputes. */
export function accountRoutes(app: FastifyInstance, { account, endpoints }: AccountParts): void {
  app.get(
    '/v1/payouts',
    endpoints.handler({
      operation: 'payouts.list',
      params: [...listParams, 'arrival_date', 'status'],
      run: ({ merchant, params }) => {
        const made = ofMerchant(merchant, account.state.payouts.all());
        const arrived = createdWithin(params, made, { name: 'arrival_date', of: ({ arrivalDate }) => arrivalDate });
        return pageOf('/v1/payouts', arrived.map(renderPayout), params);
      },
    }),
  );
  app.get(
    '/v1/balance_transactions',
    endpoints.handler({
      operation: 'balanceTransactions.list',
      params: [...listParams, 'payout'],
      run: ({ merchant, params }) => {
        const payout = ownedBy(merchant, account.state.payouts.get(params.required('payout')));
        if (!payout) throw StripeFailure.missing('payout', params.required('payout'), 'payout');
        const expand = expandedItems(params.list('expand'));
        const entries = account.entries(merchant.id).filter(({ id }) => payout.transactionIds.includes(id));
        const moved = [ofPayout(payout), ...entries.map((entry) => renderEntry(entry, expand)).reverse()];
        return pageOf('/v1/balance_transactions', moved, params);
      },
    }),
  );
  app.get(
    '/v1/disputes',
    endpoints.handler({
      operation: 'disputes.list',
      params: [...listParams, 'payment_intent'],
      run: ({ merchant, params }) => {
        const found = createdWithin(params, ofMerchant(merchant, account.state.disputes.all()));
        const expand = expandedItems(params.list('expand'));
        return pageOf(
          '/v1/disputes',
          found.map((dispute) => account.render(dispute, expand)),
          params,
        );
      },
    }),
  );
  app.get(
    '/v1/disputes/:id',
    endpoints.handler({
      operation: 'disputes.retrieve',
      params: [],
      run: ({ merchant, id, params }) => {
        const dispute = ownedBy(merchant, account.state.disputes.get(id));
        if (!dispute) throw StripeFailure.missing('dispute', id, 'dispute');
        return account.render(dispute, params.list('expand'));
      },
    }),
  );
}

function renderPayout(payout: PayoutState) {
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    arrival_date: unixSeconds(payout.arrivalDate),
    automatic: true,
    created: unixSeconds(payout.createdAt),
    currency: 'nok',
    livemode: false,
    status: 'paid',
    type: 'bank_account',
  } satisfies Partial<Record<keyof Stripe.Payout, unknown>>;
}

function renderEntry(entry: BalanceEntry, expand: readonly string[]) {
  return {
    id: entry.id,
    object: 'balance_transaction',
    amount: entry.amount,
    created: unixSeconds(entry.createdAt),
    currency: 'nok',
    fee: entry.fee,
    net: entry.amount - entry.fee,
    reporting_category: entry.reportingCategory,
    source: expand.includes('source') ? entry.source() : entry.sourceId,
    status: 'available',
    type: entry.type,
  } satisfies Partial<Record<keyof Stripe.BalanceTransaction, unknown>>;
}

/** The payout is itself among the balance transactions that it is made of. */
function ofPayout({ id, amount, createdAt }: PayoutState) {
  return {
    id: `txn_${id}`,
    object: 'balance_transaction',
    amount: -amount,
    created: unixSeconds(createdAt),
    currency: 'nok',
    fee: 0,
    net: -amount,
    reporting_category: 'payout',
    source: id,
    status: 'available',
    type: 'payout',
  } satisfies Partial<Record<keyof Stripe.BalanceTransaction, unknown>>;
}
