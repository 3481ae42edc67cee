import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { earlierTransactionsEnd, startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentProviders } from '@kantinekortet/providers';
import {
  PaymentSandbox,
  aCardMerchant,
  anAppMerchant,
  answerInApp,
  payWithCard,
  testCards,
  type SandboxMerchant,
} from '@kantinekortet/providers/testing';
import { BooksProofService } from '@kantinekortet/books';
import { SettlementsJob } from '@kantinekortet/payments';
import {
  aPupil,
  aSchool,
  makeGuardian,
  signedInGuardian,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { featureModules } from './features.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const weekMs = 7 * dayMs;
const refundFailsLater = '4000000000005126';

describe('what a provider pays out when families got money back', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let school: TestSchool;
  let pupil: TestPupil;
  let guardian: HttpClient;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await Promise.all([api.close(), sandbox.stop()]);
    expect(findings).toEqual([]);
  });
  beforeEach(() => join(aCardMerchant));

  /** A school whose merchant takes payments so, and a guardian with a child there. */
  const join = async (aMerchant: typeof aCardMerchant): Promise<void> => {
    school = await aSchool(api);
    const { provider, credentials, ...facts } = aMerchant(sandbox);
    const { merchantKey } = await api.database.transaction((tx) =>
      api.get(PaymentProviders).connect(tx, { merchantId: school.merchantId, provider, credentials }),
    );
    const webhookUrl = `${api.url}/api/v1/payment-events/${provider}/${merchantKey}`;
    merchant = { ...facts, provider, credentials, webhookUrl };
    await sandbox.register(merchant);
    pupil = await aPupil(api, school.id);
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, pupil, person.id);
    guardian = browser;
  };
  const work = async (): Promise<void> => {
    await sandbox.webhooks(merchant.id);
    await api.deliverOutbox();
  };
  const start = async (): Promise<string> => {
    const { walletId } = pupil;
    const wish = { id: newId(), walletId, amountOre: kr(200), provider: merchant.provider };
    return (await guardian.post<{ checkoutUrl: string }>('top-ups', wish)).body.checkoutUrl;
  };
  const pay = async (card: string = testCards.approved): Promise<void> => {
    await payWithCard(await start(), card);
    await work();
  };
  const refund = async (amountOre: number): Promise<void> => {
    const { status } = await guardian.post('refunds', { id: newId(), walletId: pupil.walletId, amountOre });
    expect(status).toBe(201);
    await work();
    await work();
  };
  const payOut = async (): Promise<void> => {
    await sandbox.issuePayout(merchant.id);
    await api.get(SettlementsJob).run();
  };
  const expectSameAsSandbox = async (): Promise<void> => {
    const { paidOutOre, costOre } = await sandbox.account(merchant.id);
    const balances = await api.database.query<{ kind: string; ore: number }>(
      `SELECT kind, sum(balance_ore)::bigint AS ore FROM ledger_balances_now()
        WHERE school_id = $1 AND kind IN ('clearing', 'client_bank', 'provider_cost', 'in_transit') GROUP BY kind`,
      [school.id],
    );
    const ore = (name: string) => balances.find(({ kind }) => kind === name)?.ore ?? 0;
    expect({
      ...{ clearing: ore('clearing'), inTransit: ore('in_transit') },
      ...{ atBank: ore('client_bank'), cost: ore('provider_cost') },
    }).toEqual({ clearing: 0, inTransit: 0, atBank: paidOutOre, cost: costOre });
    const tasks = await api.database.query('SELECT kind FROM office_task WHERE school_id = $1', [school.id]);
    expect(tasks).toEqual([]);
  };

  it('is less by what was refunded, and the clearing account is at zero', async () => {
    await pay();
    await refund(kr(50));
    await payOut();
    await expectSameAsSandbox();
  });

  it('is less by what was refunded to an app, when the bank has it', async () => {
    await join(anAppMerchant);
    await answerInApp(await start(), 'approve');
    await work();
    await refund(kr(50));
    api.clock.advance(weekMs);
    await payOut();
    api.clock.advance(-weekMs);
    await expectSameAsSandbox();
  });

  it('is collected when all that is refunded was paid out before', async () => {
    await pay();
    await payOut();
    await refund(kr(200));
    await payOut();
    await expectSameAsSandbox();
    const [last] = await api.database.query<{ ore: number }>(
      `SELECT gross_ore - cost_ore AS ore FROM settlement WHERE school_id = $1 ORDER BY id DESC LIMIT 1`,
      [school.id],
    );
    expect(last).toEqual({ ore: -200_00 });
  });

  it('leaves the nightly proof green, also weeks later; only what was never paid out is red after 14 days', async () => {
    const prove = async (): Promise<readonly string[]> => {
      await earlierTransactionsEnd(api.database);
      const { findings } = await api.get(BooksProofService).run({ isWhole: false });
      return findings.flatMap(({ schoolId, finding }) => (schoolId === school.id ? [finding] : []));
    };
    await pay();
    expect(await prove()).toEqual([]);
    api.clock.advance(15 * dayMs);
    expect(await prove()).toEqual(['clearing_not_settled']);
    await payOut();
    expect(await prove()).toEqual([]);
    api.clock.advance(15 * dayMs);
    expect(await prove()).toEqual([]);
    api.clock.advance(-30 * dayMs);
  });

  it('gives back what a payer’s bank would not take', async () => {
    await pay(refundFailsLater);
    await refund(kr(80));
    await payOut();
    const [made] = await sandbox.refunds(merchant.id);
    await sandbox.answerRefund(made?.reference ?? '', 'failed');
    await work();
    await payOut();
    await expectSameAsSandbox();
  });
});
