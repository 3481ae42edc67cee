import { describe, expect, it } from '@jest/globals';
import { chargebackTransitions, statusAfter, wordOfDispute, wordOfRefund } from './chargeback-status.ts';

const dispute = {
  disputeReference: 'du_1',
  paymentId: null,
  status: 'open',
  amountOre: 20_000,
  takenOre: 20_000,
  currency: 'NOK',
  evidenceDueAt: null,
} as const;

describe('what the provider’s word makes of a chargeback', () => {
  it.each([
    [null, 'inquiry', 0, 'asked'],
    [null, 'open', 0, 'asked'],
    [null, 'open', 20_000, 'taken'],
    [null, 'won', 0, 'closed'],
    [null, 'closed', 0, 'closed'],
    ['asked', 'closed', 0, 'closed'],
    ['asked', 'open', 20_000, 'taken'],
    ['asked', 'lost', 20_000, 'lost'],
    ['taken', 'lost', 20_000, 'lost'],
    ['taken', 'won', 0, 'returned'],
    // The bank has decided, and the money is not back yet.
    ['taken', 'won', 20_000, 'taken'],
    ['lost', 'won', 0, 'returned'],
  ] as const)('%s, then %s with %i øre taken: %s', (current, status, takenOre, next) => {
    expect(statusAfter(current, wordOfDispute({ ...dispute, status, takenOre }))).toBe(next);
  });

  it('a refund in the dashboard is taken until it fails', () => {
    const refund = { refundId: null, refundReference: 're_1', amountOre: 100, currency: 'NOK', failureCode: null };
    expect(statusAfter(null, wordOfRefund({ ...refund, status: 'pending' }))).toBe('taken');
    expect(statusAfter('taken', wordOfRefund({ ...refund, status: 'succeeded' }))).toBe('taken');
    expect(statusAfter('taken', wordOfRefund({ ...refund, status: 'failed' }))).toBe('returned');
    expect(statusAfter(null, wordOfRefund({ ...refund, status: 'failed' }))).toBe('closed');
  });

  it('nothing follows what was given back: an old word finds no way to take it again', () => {
    expect(chargebackTransitions.returned).toEqual([]);
  });
});
