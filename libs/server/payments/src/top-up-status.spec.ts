import { describe, expect, it } from '@jest/globals';
import type { ProviderPayment } from '@kantinekortet/providers';
import { discrepancyOf, isOpen, topUpStatuses, topUpTransitions } from './top-up-status.ts';

function aPaidPayment(change: Partial<ProviderPayment> = {}): ProviderPayment {
  return {
    paymentId: 'top-up',
    providerReference: 'payment',
    status: 'paid',
    amountOre: 20_000,
    currency: 'NOK',
    method: 'card',
    card: null,
    failureCode: null,
    ...change,
  };
}

describe('the states of a top-up', () => {
  it('let money in from every state but those that have it', () => {
    const statesWithMoney = topUpStatuses.filter((status) => !topUpTransitions[status].includes('paid'));
    expect(statesWithMoney).toEqual(['paid', 'returned']);
  });

  it('never lead back to an open state', () => {
    const ended = topUpStatuses.filter((status) => !isOpen(status));
    expect(ended.flatMap((status) => topUpTransitions[status]).some(isOpen)).toBe(false);
    expect(topUpTransitions.pending).not.toContain('created');
  });
});

describe('a paid payment', () => {
  it('is right when amount and currency are what was asked for', () => {
    expect(discrepancyOf(20_000, aPaidPayment())).toBeNull();
  });

  it('is wrong by a single øre, more or less, and in any other currency', () => {
    expect(discrepancyOf(20_000, aPaidPayment({ amountOre: 20_001 }))).toBe('amount_differs');
    expect(discrepancyOf(20_000, aPaidPayment({ amountOre: 19_999 }))).toBe('amount_differs');
    expect(discrepancyOf(20_000, aPaidPayment({ currency: 'SEK' }))).toBe('currency_differs');
  });
});
