import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import { anAppMerchant, answerInApp } from '@kantinekortet/providers/testing';
import { signedInOffice } from '@kantinekortet/testing';
import { ReconciliationJob } from '../reconciliation/reconciliation.job.ts';
import { TopUpScene, type Family } from '../testing/top-up-scene.ts';
import type { ClearingsDto, SettlementPage } from './settlement.dto.ts';
import { SettlementsJob } from './settlements.job.ts';

const weekMs = 7 * 24 * 60 * 60 * 1_000;

describe('what is paid out of payments in an app', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily(anAppMerchant);
  });
  afterAll(() => scene.close());

  const payOut = () => scene.sandbox.issuePayout(family.merchant.id);
  const pay = async (): Promise<void> => {
    const { checkoutUrl } = await scene.start(family);
    await answerInApp(checkoutUrl, 'approve');
    await scene.handleWebhooks(family);
  };
  /** When the bank has what was paid out until now. */
  const aWeekLater = async (work: () => Promise<void>): Promise<void> => {
    scene.api.clock.advance(weekMs);
    await work();
    scene.api.clock.advance(-weekMs);
  };
  const takeIn = () => aWeekLater(() => scene.api.get(SettlementsJob).run());
  const clearings = async () => {
    const { browser } = await signedInOffice(scene.api, family.school.id);
    const path = `schools/${family.school.id}`;
    const { body } = await browser.get<ClearingsDto>(`${path}/clearings`);
    const { items } = (await browser.get<SettlementPage>(`${path}/settlements`)).body;
    return { ofApp: body.clearings[0], openLines: body.openLines, settlements: items };
  };
  const tasks = () =>
    scene.api.database.query<{ kind: string; facts: object }>(
      'SELECT kind, facts FROM office_task WHERE school_id = $1 AND resolved_at IS NULL',
      [family.school.id],
    );
  /** Somebody pays this merchant what nobody here asked for. */
  const payUnasked = async (): Promise<string> => {
    const account = await scene.api.get(PaymentProviders).accountOf(family.school.merchantId, family.merchant.provider);
    const { providerReference, checkoutUrl } = await account.createPayment({
      ...{ paymentId: newId(), amountOre: kr(70), description: 'Ukjent', language: 'nb' },
      ...{ returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' },
      expiresAt: new Date(Date.now() + weekMs),
    });
    await answerInApp(checkoutUrl, 'approve');
    await account.authorizations?.capture(providerReference, kr(70));
    return providerReference;
  };

  it('takes the clearing account to zero, payout by payout, each once', async () => {
    await pay();
    await pay();
    await payOut();
    await takeIn();
    await takeIn();
    await pay();
    await payOut();
    await takeIn();
    const { ofApp, settlements } = await clearings();
    expect(ofApp).toMatchObject({ waitingOre: 0, hasReports: true });
    const { paidOutOre, costOre } = await scene.sandbox.account(family.merchant.id);
    expect(settlements).toMatchObject([{ grossOre: kr(200) }, { grossOre: kr(400) }]);
    expect(settlements.reduce((sum, { netOre }) => sum + netOre, 0)).toBe(paidOutOre);
    expect(paidOutOre).toBe(kr(600) - costOre);
    expect(await tasks()).toEqual([]);
  });

  it('is not taken in before the bank can have it', async () => {
    await pay();
    await payOut();
    await scene.api.get(SettlementsJob).run();
    expect(await clearings()).toMatchObject({ ofApp: { waitingOre: kr(200) }, settlements: [] });
  });

  it('asks the office about what nobody here asked for, and the nightly comparison finds it too', async () => {
    await pay();
    const reference = await payUnasked();
    await payOut();
    await takeIn();
    const { ofApp, openLines } = await clearings();
    expect(ofApp).toMatchObject({ waitingOre: 0 });
    expect(openLines).toMatchObject([{ kind: 'payment', subjectReference: reference, amountOre: kr(70) }]);
    await scene.api.get(ReconciliationJob).run();
    const kinds = (await tasks()).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['settlement_difference', 'unknown_payment']);
  });

  it('leaves a payment alone that is not on the ledger yet: it is asked for by name', async () => {
    await pay();
    scene.api.clock.advance(2 * 60 * 60 * 1_000);
    await scene.api.get(ReconciliationJob).run();
    scene.api.clock.advance(-2 * 60 * 60 * 1_000);
    expect(await tasks()).toEqual([]);
  });
});
