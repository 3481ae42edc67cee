import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { ChargebackScene, type Paid } from '../testing/chargeback-scene.ts';
import type { Family } from '../testing/top-up-scene.ts';
import { ChargebackQuestions } from './chargeback-questions.service.ts';

describe('a payment that the payer’s bank takes back', () => {
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

  const ask = (dispute: string) =>
    scene.api
      .get(ChargebackQuestions)
      .askAboutDispute({ merchantId: family.school.merchantId, provider: family.merchant.provider }, dispute);

  it('is taken off the card that it filled, once, and the office is told of the provider’s deadline', async () => {
    const dispute = await scene.dispute(family, paid);
    await scene.expectWallet(family, 0);
    const [task, ...others] = await scene.tasks(family);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      kind: 'dispute',
      facts: {
        ...{ stage: 'taken', amountOre: kr(200), owedOre: 0, reference: dispute },
        ...{ pupilId: family.pupilId, pupilName: 'Emma Berg' },
      },
      resolution: null,
    });
    expect(task?.dueAt?.getTime()).toBeGreaterThan(Date.now());
    expect(scene.letters(family)).toEqual([expect.stringContaining('Emma: 200,00 kr er trukket fra kortet.')]);
  });

  it('is owed as far as it is spent: the child goes on buying with other money, and the next payment settles it', async () => {
    await scene.buy(family, kr(150));
    await scene.pay(family, { amountOre: kr(100) });
    await scene.dispute(family, paid);
    await scene.expectWallet(family, kr(100), kr(150));
    expect(await scene.tasks(family)).toMatchObject([{ facts: { owedOre: kr(150) } }]);
    const [letter] = scene.letters(family);
    expect(letter).toContain('Emma: 50,00 kr er trukket fra kortet.');
    expect(letter).toContain('Emma: 150,00 kr var brukt, og gjenstår å betale.');
    expect(letter).toContain('Barnet kan handle som vanlig');
    await scene.buy(family, kr(40));
    await scene.pay(family, { amountOre: kr(200) });
    await scene.expectWallet(family, kr(110));
  });

  it('is mirrored when the dispute is won, and the task ends by itself', async () => {
    await scene.buy(family, kr(150));
    const dispute = await scene.dispute(family, paid);
    await scene.expectWallet(family, 0, kr(150));
    await scene.answer(family, dispute, 'won');
    await scene.expectWallet(family, kr(50));
    expect(await scene.tasks(family)).toMatchObject([{ resolution: 'returned' }]);
    expect(scene.letters(family)).toEqual([
      expect.stringContaining('hentet tilbake'),
      expect.stringContaining('Banken din er ferdig med saken og har gitt tilbake 200,00 kr'),
    ]);
  });

  it('stays with the bank when the dispute is lost, and the task ends by itself', async () => {
    const dispute = await scene.dispute(family, paid);
    await scene.answer(family, dispute, 'lost');
    await scene.expectWallet(family, 0);
    expect(await scene.tasks(family)).toMatchObject([{ resolution: 'lost' }]);
    expect(scene.letters(family)).toHaveLength(1);
  });

  it('moves nothing while the bank only asks, and is taken when it does not leave it at that', async () => {
    const dispute = await scene.dispute(family, paid, { isInquiry: true });
    await scene.expectWallet(family, kr(200));
    const [inquiry] = await scene.tasks(family);
    expect(inquiry).toMatchObject({ kind: 'dispute', facts: { stage: 'asked' } });
    expect(inquiry?.dueAt).not.toBeNull();
    expect(scene.letters(family)).toEqual([]);
    await scene.answer(family, dispute, 'escalated');
    await scene.expectWallet(family, 0);
    expect(await scene.tasks(family)).toMatchObject([{ facts: { stage: 'taken' }, resolution: null }]);
  });

  it('is the end of it when the bank had only asked', async () => {
    const dispute = await scene.dispute(family, paid, { isInquiry: true });
    await scene.answer(family, dispute, 'closed');
    await scene.expectWallet(family, kr(200));
    expect(await scene.tasks(family)).toMatchObject([{ resolution: 'closed' }]);
  });

  it('may be a part of it', async () => {
    await scene.dispute(family, paid, { amountOre: kr(75) });
    await scene.expectWallet(family, kr(125));
  });

  it('is found at night when its webhooks were lost, as is its end, and each counts once', async () => {
    await scene.lose(family, 'charge.dispute.created');
    await scene.lose(family, 'charge.dispute.funds_withdrawn');
    const dispute = await scene.dispute(family, paid);
    await scene.expectWallet(family, kr(200));
    await scene.lookTonight();
    await scene.expectWallet(family, 0);
    await scene.lose(family, 'charge.dispute.funds_reinstated');
    await scene.lose(family, 'charge.dispute.closed');
    await scene.answer(family, dispute, 'won');
    await scene.expectWallet(family, 0);
    await scene.lookTonight();
    await scene.lookTonight();
    await scene.expectWallet(family, kr(200));
    expect(scene.letters(family)).toHaveLength(2);
  });

  it('is taken once by webhooks and the night at once, and beside sales the card never goes below nothing', async () => {
    await scene.lose(family, 'charge.dispute.created');
    const dispute = await scene.sandbox.dispute(paid.reference);
    await scene.sandbox.webhooks(family.merchant.id);
    const sale = () =>
      scene.buy(family, kr(60)).then(
        () => kr(60),
        () => 0,
      );
    const [a, b, c] = await Promise.all([
      sale(),
      sale(),
      sale(),
      scene.api.deliverOutbox(),
      ask(dispute),
      ask(dispute),
      scene.lookTonight(),
    ]);
    const soldOre = a + b + c;
    await scene.expectWallet(family, 0, soldOre);
    expect(
      await scene.api.database.query("SELECT 1 FROM operation WHERE kind = 'dispute' AND school_id = $1", [
        family.school.id,
      ]),
    ).toHaveLength(1);
  });

  it('comes first when nobody has told us yet that it was paid', async () => {
    await scene.lose(family, 'checkout.session.completed');
    const second = await scene.pay(family, { amountOre: kr(100) });
    await scene.expectWallet(family, kr(200));
    await scene.dispute(family, second);
    await scene.expectWallet(family, kr(200));
    const operations = await scene.api.database.query<{ kind: string }>(
      'SELECT kind FROM operation WHERE school_id = $1 ORDER BY recorded_at, id',
      [family.school.id],
    );
    expect(operations.map(({ kind }) => kind).sort()).toEqual(['dispute', 'top_up', 'top_up']);
  });

  it('is believed of nobody who cannot prove to be the provider', async () => {
    for (const type of ['created', 'funds_withdrawn']) await scene.lose(family, `charge.dispute.${type}`);
    await scene.dispute(family, paid);
    const webhooks = await scene.sandbox.webhooks(family.merchant.id);
    const eventId = webhooks.find(({ eventType }) => eventType === 'charge.dispute.created')?.eventId ?? '';
    expect(await scene.sandbox.resend(eventId, { forged: true })).toBe(400);
    await scene.topUps.handleWebhooks(family);
    await scene.expectWallet(family, kr(200));
    expect(await scene.sandbox.resend(eventId)).toBe(200);
    await scene.topUps.handleWebhooks(family);
    await scene.expectWallet(family, 0);
  });

  it('waits for the provider to be there, and is taken by the same webhook later', async () => {
    await scene.sandbox.order({
      merchantId: family.merchant.id,
      kind: 'unavailable_503',
      operation: 'disputes.retrieve',
      times: 2,
    });
    await scene.sandbox.dispute(paid.reference);
    await scene.sandbox.webhooks(family.merchant.id);
    await expect(scene.api.deliverOutbox()).rejects.toThrow('does not answer');
    await scene.expectWallet(family, kr(200));
    await scene.api.deliverOutbox();
    await scene.expectWallet(family, 0);
  });
});
