import { afterEach, describe, expect, it } from '@jest/globals';
import { collected } from '../testing/collected.ts';
import { LedgerServer } from './testing/ledger-server.ts';
import { vippsAdapter } from './vipps.adapter.ts';

const merchantSerialNumber = '123456';
const capture = (ledgerDate: string, amount = 20_000) => ({ ledgerDate, entryType: 'capture', amount });
const payout = (ledgerDate: string, amount: number) => ({ ledgerDate, entryType: 'payout-scheduled', amount });

/** Two weeks of March 2026, paid out on Fridays: 6, 13 and 20. */
const weekly = [
  ...[capture('2026-03-05'), payout('2026-03-06', -20_000)],
  ...[capture('2026-03-09'), capture('2026-03-12'), capture('2026-03-13'), payout('2026-03-13', -60_000)],
  ...[capture('2026-03-17'), payout('2026-03-20', -20_000)],
];

describe('a ledger of many dates', () => {
  let server: LedgerServer | undefined;
  afterEach(() => server?.close());

  const open = async (entries: Parameters<typeof LedgerServer.open>[1]) => {
    server = await LedgerServer.open(merchantSerialNumber, entries);
    const keys = { clientId: 'a', clientSecret: 'b', subscriptionKey: 'c', webhookSecret: 'd' };
    const credentials = { ...keys, merchantSerialNumber, apiUrl: server.url };
    return { reports: vippsAdapter.open(credentials, { isProduction: false }).reports, asked: server.asked };
  };
  const period = (from: string, until: string) => ({
    from: new Date(`${from}T12:00Z`),
    until: new Date(`${until}T12:00Z`),
  });

  it('gives each payout all the dates since the one before, with the day on which the bank has it', async () => {
    const { reports } = await open(weekly);
    expect(await collected(reports?.listPayouts(period('2026-03-01', '2026-03-31')))).toMatchObject([
      { amountOre: 20_000, arrivesAt: new Date('2026-03-10'), lines: [{ ourId: 'payment-1' }] },
      {
        ...{ amountOre: 60_000, arrivesAt: new Date('2026-03-17') },
        lines: [{ ourId: 'payment-3' }, { ourId: 'payment-4' }, { ourId: 'payment-5' }],
      },
      { amountOre: 20_000, arrivesAt: new Date('2026-03-24'), lines: [{ ourId: 'payment-7' }] },
    ]);
  });

  it('goes back before the period for what a payout is made of, and no further', async () => {
    const { reports, asked } = await open(weekly);
    // Ten days before the 22nd are the 12th: the 9th is of the same payout.
    const found = await collected(reports?.listPayouts(period('2026-03-22', '2026-03-31')));
    expect(found).toMatchObject([{ amountOre: 20_000, lines: [{ ourId: 'payment-7' }] }]);
    expect(asked.slice(0, 4)).toEqual(['2026-03-12', '2026-03-11', '2026-03-10', '2026-03-09']);
    expect(asked).not.toContain('2026-03-08');
  });

  it('names a balance that stays on the ledger from payout to payout', async () => {
    const reserved = [capture('2026-03-05', 30_000), payout('2026-03-05', -20_000)];
    const { reports } = await open([...reserved, capture('2026-03-06'), payout('2026-03-06', -20_000)]);
    expect(await collected(reports?.listPayouts(period('2026-03-01', '2026-03-31')))).toMatchObject([
      {
        lines: [
          { kind: 'payment', amountOre: 30_000 },
          { kind: 'other', amountOre: -10_000 },
        ],
      },
      { lines: [{ kind: 'payment', amountOre: 20_000 }] },
    ]);
  });

  it('lists the payments of our sales unit only, where one ledger settles for several', async () => {
    const other = { ...capture('2026-03-06'), recipientHandle: 'api:654321' };
    const { reports } = await open([capture('2026-03-05'), other, payout('2026-03-06', -40_000)]);
    const within = period('2026-03-01', '2026-03-31');
    expect(await collected(reports?.listPayments(within))).toMatchObject([{ providerReference: 'payment-1' }]);
    expect(await collected(reports?.listPayouts(within))).toMatchObject([{ lines: [{}, { ourId: 'payment-2' }] }]);
  });
});
