import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { PaymentProviders } from '@kantinekortet/providers';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { AutoTopUpScene } from '../testing/auto-top-up-scene.ts';
import { ChargebackScene } from '../testing/chargeback-scene.ts';
import { TwoChildren } from '../testing/two-children.ts';

describe('what was taken back of a payment', () => {
  let scene: ChargebackScene;
  beforeAll(async () => {
    scene = await ChargebackScene.open();
  });
  afterAll(() => scene.close());

  const paidForTwo = async () => {
    const children = await TwoChildren.of(scene.topUps);
    const { id, checkoutUrl } = await children.start();
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.topUps.handleWebhooks(children.emma);
    return {
      ...children,
      emma: children.emma,
      noah: children.noah,
      paid: { id, reference: await scene.referenceOf(id) },
    };
  };

  it('for several children is split by what each got, to the øre, and comes back the same way', async () => {
    const { emma, noah, paid } = await paidForTwo();
    const dispute = await scene.dispute(emma, paid, { amountOre: kr(100) });
    await scene.expectWallet(emma, kr(200) - 6_667);
    await scene.expectWallet(noah, kr(100) - 3_333);
    expect(await scene.tasks(emma)).toMatchObject([{ facts: { childCount: 2, amountOre: kr(100) } }]);
    expect(scene.letters(emma)).toHaveLength(1);
    await scene.expectSameAsSandbox(emma);
    await scene.answer(emma, dispute, 'won');
    await scene.expectWallet(emma, kr(200));
    await scene.expectWallet(noah, kr(100));
    await scene.expectSameAsSandbox(emma);
  });

  it('after a part was taken before is of what is left, and never more than each got', async () => {
    const { emma, noah, paid } = await paidForTwo();
    await scene.sandbox.refundThere(paid.reference, kr(100));
    await scene.topUps.handleWebhooks(emma);
    await scene.dispute(emma, paid, { amountOre: kr(200) });
    await scene.expectWallet(emma, 0);
    await scene.expectWallet(noah, 0);
    await scene.expectSameAsSandbox(emma);
  });

  it('is not booked while the payment is on no card: the office is told, and decides there', async () => {
    const family = await scene.topUps.aFamily();
    const { id: merchantId } = family.merchant;
    await scene.sandbox.order({ merchantId, kind: 'amount_differs', operation: 'checkout.sessions.create' });
    const paid = await scene.pay(family);
    await scene.dispute(family, paid);
    await scene.expectWallet(family, 0);
    expect((await scene.tasks(family)).map(({ kind }) => kind)).toEqual(['payment_discrepancy', 'dispute']);
  });

  it('that nobody here asked for is the office’s to find out about, until it is over', async () => {
    const family = await scene.topUps.aFamily();
    const account = await scene.api.get(PaymentProviders).accountOf(family.school.merchantId, family.merchant.provider);
    const urls = { returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' };
    const offer = { amountOre: kr(70), description: 'Ukjent', language: 'nb', ...urls } as const;
    const expiresAt = new Date(Date.now() + 7_200_000);
    const started = await account.createPayment({ paymentId: 'made-elsewhere', expiresAt, ...offer });
    await payWithCard(started.checkoutUrl, testCards.approved);
    await scene.topUps.handleWebhooks(family);
    const dispute = await scene.dispute(family, { id: '', reference: started.providerReference });
    const [task] = await scene.tasks(family);
    expect(task).toMatchObject({ kind: 'dispute', facts: { stage: 'unknown', amountOre: kr(70) }, resolution: null });
    expect(task?.dueAt).not.toBeNull();
    await scene.answer(family, dispute, 'lost');
    expect(await scene.tasks(family)).toMatchObject([{ resolution: 'lost' }]);
  });
});

describe('a card that its bank asks about', () => {
  let auto: AutoTopUpScene;
  beforeAll(async () => {
    auto = await AutoTopUpScene.open();
  });
  afterAll(() => auto.close());

  const chargedOf = async (payerId: string) => {
    const [row] = await auto.api.database.query<{ reference: string }>(
      `SELECT provider_reference AS reference FROM top_up WHERE payer_id = $1 AND status = 'paid' ORDER BY created_at DESC LIMIT 1`,
      [payerId],
    );
    return row?.reference ?? '';
  };

  it('is charged no more by itself, and its guardian is told why', async () => {
    const family = await auto.aFamily();
    await auto.buyAndWait(family, kr(60));
    await auto.topUps.sandbox.dispute(await chargedOf(family.guardian.id), { isInquiry: true });
    await auto.topUps.sandbox.webhooks(family.merchant.id);
    await auto.work();
    expect((await auto.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'disputed' });
    await auto.topUps.api.deliverOutbox();
    const mails = auto.topUps.api.receivedBy(family.guardian.email).map(({ text }) => text);
    expect(mails.at(-1)).toContain('Banken din har spurt om en betaling med kortet du lagret.');
  });

  it('is the saved one also when the guardian paid by hand with it; another card stops nothing', async () => {
    const family = await auto.aFamily();
    const pay = async (card: string) => {
      const { checkoutUrl } = await auto.topUps.start(family);
      await payWithCard(checkoutUrl, card);
      await auto.topUps.sandbox.webhooks(family.merchant.id);
      await auto.work();
      await auto.topUps.sandbox.dispute(await chargedOf(family.guardian.id));
      await auto.topUps.sandbox.webhooks(family.merchant.id);
      await auto.work();
    };
    await pay(testCards.mastercard);
    expect((await auto.get(family)).rule).toMatchObject({ status: 'active' });
    await pay(testCards.approved);
    expect((await auto.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'disputed' });
  });
});
