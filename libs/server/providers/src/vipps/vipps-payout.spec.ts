import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from './vipps-ledger.ts';
import { payoutLines } from './vipps-payout.ts';

const entry = (entryType: string, amountOre: number, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ entryType, amountOre, pspReference: `psp-${entryType}`, reference: 'payment-1', currency: 'NOK' },
  ...{ balanceBeforeOre: 0, recipient: 'api:123456' },
  ...change,
});
const capture = entry('capture', 20_000);
const lines = (funds: readonly LedgerEntry[], fees: readonly LedgerEntry[] = []) => payoutLines(funds, fees, []);

describe('the lines of a payout from the ledger', () => {
  it('give each capture its own fees, one or several', () => {
    const fees = [
      entry('capture-fee', -300, { pspReference: 'psp-capture' }),
      entry('capture-fee', -50, { pspReference: 'psp-capture' }),
      entry('fees-retained', 350),
    ];
    const found = lines([capture, entry('fees-retained', -350), entry('payout-scheduled', -19_650)], fees);
    expect(found).toEqual([
      {
        ...{ lineReference: 'capture psp-capture', kind: 'payment', subjectReference: 'payment-1', ourId: 'payment-1' },
        ...{ amountOre: 20_000, costOre: 350 },
      },
    ]);
  });

  it('cost nothing when fees are invoiced and not kept', () => {
    const fees = [entry('capture-fee', -300, { pspReference: 'psp-capture' })];
    expect(lines([capture, entry('payout-scheduled', -20_000)], fees)).toMatchObject([{ costOre: 0 }]);
  });

  it('leave to a person what was kept and is of no capture', () => {
    const found = lines([capture, entry('fees-retained', -400), entry('payout-scheduled', -19_600)]);
    expect(found).toMatchObject([
      { kind: 'payment', costOre: 0 },
      { kind: 'other', lineReference: 'payout-scheduled psp-payout-scheduled', amountOre: 0, costOre: 400 },
    ]);
  });

  it.each([
    ['a balance that stays on the ledger', [capture, entry('payout-scheduled', -15_000)], -5_000],
    ['a balance that was carried in', [capture, entry('payout-scheduled', -23_000)], 3_000],
  ])('name %s', (_what, entries, amountOre) => {
    expect(lines(entries)).toMatchObject([{ kind: 'payment' }, { kind: 'other', amountOre, costOre: 0 }]);
  });

  it.each([
    ['retained-disputed-capture', 'dispute', -20_000],
    ['returned-disputed-capture', 'dispute_won', 20_000],
    ['correction', 'other', 700],
    ['a type that nobody has heard of', 'other', -700],
  ])('take %s as %s', (entryType, kind, amountOre) => {
    const found = lines([entry(entryType, amountOre), entry('payout-scheduled', 0 - amountOre)]);
    expect(found).toMatchObject([{ kind, amountOre, ourId: null, costOre: 0 }]);
  });
});
