import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, osloDay } from '@kantinekortet/platform';
import type { PaymentProvider } from '../payment-provider.ts';
import { ProviderUnavailable } from '../provider.errors.ts';
import type { PayoutReport } from '../report-port.ts';
import { collected } from '../testing/collected.ts';
import { PaymentSandbox, type SandboxMerchant } from '../testing/payment-sandbox.ts';
import { anAppMerchant, answerInApp } from './testing/app-merchant.ts';
import { vippsAdapter } from './vipps.adapter.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const amountOre = 20_000;

describe("the ledger of a merchant's payments in the app", () => {
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
  });
  beforeEach(async () => {
    merchant = { ...anAppMerchant(sandbox), webhookUrl: 'http://127.0.0.1:9/nobody' };
    await sandbox.register(merchant);
    provider = vippsAdapter.open(merchant.credentials, { isProduction: false });
  });
  afterAll(() => sandbox.stop());

  const period = (days = 14) => ({
    from: new Date(Date.now() - days * dayMs),
    until: new Date(Date.now() + days * dayMs),
  });
  const listed = () => collected(provider.reports?.listPayments(period()));
  const payouts = (within = period()) => collected(provider.reports?.listPayouts(within));
  const paid = async (): Promise<string> => {
    const { providerReference, checkoutUrl } = await provider.createPayment({
      ...{ paymentId: `${newId()}${newId()}`.replaceAll('-', ''), amountOre, description: 'Påfylling', language: 'nb' },
      ...{ returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' },
      expiresAt: new Date(Date.now() + dayMs),
    });
    await answerInApp(checkoutUrl, 'approve');
    await provider.authorizations?.capture(providerReference, amountOre);
    return providerReference;
  };
  const lineSum = ({ lines }: PayoutReport): number =>
    lines.reduce((sum, line) => sum + line.amountOre - line.costOre, 0);

  it('is nothing as long as nothing has moved', async () => {
    expect([await listed(), await payouts()]).toEqual([[], []]);
  });

  it('lists what was captured when the day is over, and not before', async () => {
    const reference = await paid();
    expect(await listed()).toEqual([]);
    await sandbox.issuePayout(merchant.id);
    expect(await listed()).toEqual([
      {
        ...{ paymentId: reference, providerReference: reference, status: 'paid', amountOre, currency: 'NOK' },
        ...{ method: 'Vipps', card: null, failureCode: null },
      },
    ]);
  });

  it('tells a payout line by line, over several pages, each capture with its fee', async () => {
    const references = [await paid(), await paid(), await paid(), await paid()];
    await sandbox.issuePayout(merchant.id);
    const [report] = await payouts();
    expect(report?.lines).toEqual(
      references.map((reference) => ({
        ...{ lineReference: expect.stringMatching(/^capture /), kind: 'payment', subjectReference: reference },
        ...{ ourId: reference, amountOre, costOre: 550 },
      })),
    );
    const { paidOutOre } = await sandbox.account(merchant.id);
    expect(report).toMatchObject({ amountOre: paidOutOre, currency: 'NOK' });
    expect(report && lineSum(report)).toBe(paidOutOre);
  });

  it('knows a refund of ours by the key that it was asked for with, and one made in the portal by its own id', async () => {
    const reference = await paid();
    const refundId = newId();
    await provider.refundPayment({ refundId, paymentReference: reference, amountOre: 5_000 });
    await sandbox.refundThere(reference, 1_000);
    const dashboard = (await provider.listRefunds(reference)).find((refund) => refund.refundId === null);
    await sandbox.issuePayout(merchant.id);
    const [report] = await payouts();
    expect(report?.lines).toMatchObject([
      { kind: 'payment' },
      { kind: 'refund', ourId: refundId, amountOre: -5_000, costOre: 0 },
      { kind: 'refund', ourId: null, subjectReference: dashboard?.refundReference, amountOre: -1_000, costOre: 0 },
    ]);
  });

  it('gives each payout what moved since the one before', async () => {
    await paid();
    await sandbox.issuePayout(merchant.id);
    await paid();
    await paid();
    await sandbox.issuePayout(merchant.id);
    await paid();
    const reports = await payouts();
    expect(reports.map(({ lines }) => lines.length)).toEqual([1, 2]);
    expect(new Set(reports.map(({ reportReference }) => reportReference)).size).toBe(2);
    expect(reports.map(lineSum)).toEqual(reports.map((report) => report.amountOre));
  });

  it('says that the money is at the bank on the second working day', async () => {
    await paid();
    await sandbox.issuePayout(merchant.id);
    const [report] = await payouts();
    const arrivesAt = report?.arrivesAt ?? new Date(0);
    expect((arrivesAt.getTime() - Date.parse(osloDay(new Date()))) / dayMs).toBeGreaterThanOrEqual(2);
    expect(await payouts({ from: arrivesAt, until: new Date(arrivesAt.getTime() + 1) })).toHaveLength(1);
    expect(await payouts({ from: period().from, until: arrivesAt })).toEqual([]);
    expect(await payouts({ from: new Date(arrivesAt.getTime() + 1), until: period(30).until })).toEqual([]);
  });

  it.each(['ledgers.list', 'reports.get'])('is asked again when %s gave no answer', async (operation) => {
    await paid();
    await sandbox.issuePayout(merchant.id);
    await sandbox.order({ kind: 'unavailable_503', merchantId: merchant.id, operation });
    await expect(payouts()).rejects.toThrow(ProviderUnavailable);
    expect(await payouts()).toHaveLength(1);
  });
});
