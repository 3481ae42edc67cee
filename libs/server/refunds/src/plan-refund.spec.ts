import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import type { Layer } from '@kantinekortet/wallet';
import fc from 'fast-check';
import { afterClaims, planRefund, sumOf, type RefundablePayment } from './plan-refund.ts';

const now = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000);

function aPayment(reference: string, days: number, change: Partial<RefundablePayment> = {}): RefundablePayment {
  const providerReference = `provider-${reference}`;
  return {
    reference,
    provider: 'cards',
    providerReference,
    paidAt: daysAgo(days),
    card: null,
    wasRefused: false,
    ...change,
  };
}

function aLayer(paymentReference: string | null, amountOre: number, seq = 1): Layer {
  return { payerId: 'mother', paymentReference, amountOre, seq };
}

const plan = (layers: Layer[], payments: RefundablePayment[], amountOre = sumOf(layers)) =>
  planRefund({ layers, payments, payerKind: 'person', amountOre, now });

describe('the way of a refund', () => {
  const [old, recent] = [aPayment('old', 30), aPayment('recent', 3)];

  it('goes back to the newest payment first, by what is left of each', () => {
    const layers = [aLayer('old', kr(100)), aLayer('recent', kr(50), 2)];
    expect(plan(layers, [old, recent], kr(70))).toEqual([
      { route: 'provider', amountOre: kr(50), payment: recent },
      { route: 'provider', amountOre: kr(20), payment: old },
    ]);
  });

  it('goes by the bank for what is too old, of which no payment is known, or that was refused', () => {
    const layers = [
      aLayer('ancient', kr(10)),
      aLayer(null, kr(20)),
      aLayer('refused', kr(30)),
      aLayer('recent', kr(40)),
    ];
    const payments = [aPayment('ancient', 365), aPayment('refused', 1, { wasRefused: true }), recent];
    expect(plan(layers, payments)).toEqual([
      { route: 'provider', amountOre: kr(40), payment: recent },
      { route: 'bank', amountOre: kr(30), paymentReference: 'refused', needsApproval: true },
      { route: 'bank', amountOre: kr(30), paymentReference: null, needsApproval: false },
    ]);
  });

  it('goes back to a payment until it is 365 days old', () => {
    const [lastDay, dayAfter] = [aPayment('last', 364.9), aPayment('after', 365)];
    expect(plan([aLayer('last', kr(10)), aLayer('after', kr(20))], [lastDay, dayAfter])).toEqual([
      { route: 'provider', amountOre: kr(10), payment: lastDay },
      { route: 'bank', amountOre: kr(20), paymentReference: null, needsApproval: false },
    ]);
  });

  it("of the household's money is the bank, after approval", () => {
    const layers = [aLayer('receipt', kr(100))];
    expect(planRefund({ layers, payments: [], payerKind: 'household', amountOre: kr(100), now })).toEqual([
      { route: 'bank', amountOre: kr(100), paymentReference: null, needsApproval: true },
    ]);
  });

  it('comes to the amount, and takes no more of a payment than is left of it', () => {
    const reference = fc.constantFrom('a', 'b', 'c', null);
    const layer = fc.record({ paymentReference: reference, amountOre: fc.integer({ min: 1, max: 10_000 }) });
    const payment = fc.record({ days: fc.integer({ min: 0, max: 400 }), wasRefused: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(layer, { minLength: 1, maxLength: 8 }),
        fc.tuple(payment, payment, payment),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (drawn, facts, share) => {
          const layers = drawn.map(({ paymentReference, amountOre }, seq) => aLayer(paymentReference, amountOre, seq));
          const payments = facts.map(({ days, ...change }, index) => aPayment('abc'.charAt(index), days, change));
          const amountOre = Math.max(1, Math.floor(sumOf(layers) * share));
          const parts = plan(layers, payments, amountOre);
          expect(parts.reduce((total, part) => total + part.amountOre, 0)).toBe(amountOre);
          for (const part of parts) {
            expect(part.amountOre).toBeGreaterThan(0);
            const taken = part.route === 'provider' ? part.payment.reference : part.paymentReference;
            if (taken === null) continue;
            expect(part.amountOre).toBeLessThanOrEqual(sumOf(layers.filter((own) => own.paymentReference === taken)));
          }
        },
      ),
    );
  });
});

describe('claims', () => {
  it('take the oldest money first', () => {
    const layers = [aLayer('old', kr(30)), aLayer('recent', kr(50))];
    expect(afterClaims(layers, kr(40))).toEqual([aLayer('recent', kr(40))]);
    expect(afterClaims(layers, 0)).toEqual(layers);
    expect(afterClaims(layers, kr(100))).toEqual([]);
  });
});
