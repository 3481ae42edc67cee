import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { anAppMerchant, answerInApp } from '@kantinekortet/providers/testing';
import { HoldsService } from '@kantinekortet/wallet';
import { ChargebackScene, type Paid } from '../testing/chargeback-scene.ts';
import type { Family } from '../testing/top-up-scene.ts';

describe('a payment that somebody sends back at the provider', () => {
  let scene: ChargebackScene;
  let family: Family;
  let paid: Paid;
  beforeAll(async () => {
    scene = await ChargebackScene.open();
  });
  beforeEach(async () => {
    family = await scene.topUps.aFamily();
    paid = await scene.pay(family);
  });
  afterEach(() => scene.expectSameAsSandbox(family));
  afterAll(() => scene.close());

  const refund = async (amountOre: number, { reference } = paid) => {
    await scene.sandbox.refundThere(reference, amountOre);
    await scene.topUps.handleWebhooks(family);
  };

  it('is taken off the card, each refund once, and the office is asked whether that was right', async () => {
    await refund(kr(50));
    await refund(kr(30));
    await scene.lookTonight();
    await scene.expectWallet(family, kr(120));
    expect(await scene.tasks(family)).toMatchObject([
      { kind: 'dashboard_refund', facts: { amountOre: kr(50), owedOre: 0 }, dueAt: null, resolution: null },
      { kind: 'dashboard_refund', facts: { amountOre: kr(30) } },
    ]);
    expect(scene.letters(family)[0]).toContain('Skolen har sendt 50,00 kr av en betaling tilbake');
  });

  it('is owed as far as it is spent', async () => {
    await scene.buy(family, kr(180));
    await refund(kr(50));
    await scene.expectWallet(family, 0, kr(30));
    expect(await scene.tasks(family)).toMatchObject([{ facts: { amountOre: kr(50), owedOre: kr(30) } }]);
  });

  it('is on the card again when the payer’s bank does not take it', async () => {
    await scene.buy(family, kr(180));
    await refund(kr(50));
    const [{ reference } = { reference: '' }] = await scene.sandbox.refunds(family.merchant.id);
    await scene.sandbox.answerRefund(reference, 'failed');
    await scene.topUps.handleWebhooks(family);
    await scene.expectWallet(family, kr(20));
    expect(await scene.tasks(family)).toMatchObject([{ resolution: 'returned' }]);
    expect(scene.letters(family)[1]).toContain('banken tok ikke imot');
  });

  it('is found at night when its webhooks were lost, and so is its failure', async () => {
    for (const type of ['refund.created', 'charge.refunded', 'refund.updated', 'refund.failed']) {
      await scene.lose(family, type);
    }
    await refund(kr(50));
    await scene.expectWallet(family, kr(200));
    await scene.lookTonight();
    await scene.expectWallet(family, kr(150));
    const [{ reference } = { reference: '' }] = await scene.sandbox.refunds(family.merchant.id);
    await scene.sandbox.answerRefund(reference, 'failed');
    await scene.lookTonight();
    await scene.lookTonight();
    await scene.expectWallet(family, kr(200));
  });

  it('may have been disputed too: each counts for itself', async () => {
    await refund(kr(50));
    await scene.dispute(family, paid, { amountOre: kr(150) });
    await scene.expectWallet(family, 0);
  });

  it('leaves what waits on its way to the payer where it is, and is owed instead', async () => {
    const { school, walletId, guardian } = family;
    await scene.api.database.transaction((tx) =>
      scene.api.get(HoldsService).place(tx, {
        ...{ id: newId(), schoolId: school.id, walletId, actor: `person:${guardian.id}` },
        ...{ amountOre: kr(150), payerId: guardian.id, paymentReference: paid.id },
        occurredAt: scene.api.clock.now(),
      }),
    );
    await refund(kr(80));
    await scene.expectWallet(family, kr(150), kr(30));
  });

  it('in the portal of the payer’s app is taken too, by webhook or at night', async () => {
    const app = await scene.topUps.aFamily(anAppMerchant);
    const { id, checkoutUrl } = await scene.topUps.start(app);
    await answerInApp(checkoutUrl, 'approve');
    await scene.topUps.handleWebhooks(app);
    const reference = await scene.referenceOf(id);
    await scene.sandbox.refundThere(reference, kr(50));
    await scene.topUps.handleWebhooks(app);
    await scene.expectWallet(app, kr(150));
    await scene.lose(app, 'epayments.payment.refunded.v1');
    await scene.sandbox.refundThere(reference, kr(25));
    await scene.topUps.handleWebhooks(app);
    await scene.expectWallet(app, kr(150));
    await scene.lookTonight();
    await scene.lookTonight();
    await scene.expectWallet(app, kr(125));
    expect(await scene.tasks(app)).toHaveLength(2);
    await scene.expectSameAsSandbox(app);
  });
});
