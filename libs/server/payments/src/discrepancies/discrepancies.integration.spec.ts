import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import type { HttpClient } from '@kantinekortet/platform/testing';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { signedInOffice, type TestPerson } from '@kantinekortet/testing';
import { ReconciliationJob } from '../reconciliation/reconciliation.job.ts';
import { TopUpScene, type Family } from '../testing/top-up-scene.ts';
import type { DecisionDto } from './decision.dto.ts';
import type { DecisionChoice } from './decision-status.ts';
import { SendingBack } from './sending-back.ts';

interface Task {
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

const paidTooMuch = kr(201);

describe('a payment that is not what was asked for', () => {
  let scene: TopUpScene;
  let family: Family;
  let office: { person: TestPerson; browser: HttpClient };
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    office = await signedInOffice(scene.api, family.school.id);
  });
  // Whoever works on refunds hears of ours too, and is not here.
  afterEach(() => scene.api.database.query("DELETE FROM outbox WHERE topic = 'provider-event.refund'"));
  afterAll(() => scene.close());

  const tasks = async (show: 'open' | 'resolved'): Promise<readonly Task[]> => {
    const path = `schools/${family.school.id}/tasks?show=${show}`;
    return (await office.browser.get<{ items: readonly Task[] }>(path)).body.items;
  };
  const theTask = async (): Promise<Task> => {
    const [task] = await tasks('open');
    if (!task) throw new Error('The office was not told');
    return task;
  };
  /** A payment that came to something else; returns the top-up's id. */
  const aWrongPayment = async (
    kind: 'amount_differs' | 'currency_differs' = 'amount_differs',
    card: string = testCards.approved,
  ) => {
    await scene.sandbox.order({ kind, merchantId: family.merchant.id, operation: 'checkout.sessions.create' });
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, card);
    await scene.handleWebhooks(family);
    return id;
  };
  const decide = async (
    choice: DecisionChoice,
    change: Partial<{ id: string; reason: string; subjectId: string }> = {},
  ) => {
    const { id = newId(), reason = 'Avklart med familien', subjectId = (await theTask()).subjectId } = change;
    const path = `schools/${family.school.id}/payment-discrepancies/${subjectId}/decisions`;
    return office.browser.post<DecisionDto & { code?: string }>(path, { id, choice, reason });
  };
  const reference = async (): Promise<string> => (await scene.sandbox.payments(family.merchant.id))[0]?.reference ?? '';

  it('is a task with both amounts and the child', async () => {
    await aWrongPayment();
    expect(await theTask()).toMatchObject({
      kind: 'payment_discrepancy',
      facts: { expectedOre: kr(200), paidOre: paidTooMuch, currency: 'NOK', childCount: 1, pupilId: family.pupilId },
    });
  });

  it('is put on the card as it was paid, with a receipt, once', async () => {
    const id = await aWrongPayment();
    const { subjectId } = await theTask();
    const decision = { id: newId(), subjectId };
    const booked = await decide('book', decision);
    expect(booked).toMatchObject({ status: 200, body: { choice: 'book', status: 'done' } });
    expect((await decide('book', decision)).body).toEqual(booked.body);
    await scene.expectBalance(family, paidTooMuch);
    expect(await scene.takenOre(family)).toBe(paidTooMuch);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', needsAttention: false });
    expect(await tasks('open')).toEqual([]);
    expect(await tasks('resolved')).toMatchObject([
      { resolvedBy: office.person.name, resolution: 'book: Avklart med familien' },
    ]);
  });

  it('is sent back: nothing is on the card, and the provider has sent all of it', async () => {
    const id = await aWrongPayment('currency_differs');
    expect(await decide('book')).toMatchObject({ status: 422, body: { code: 'discrepancy_not_bookable' } });
    expect(await decide('send_back')).toMatchObject({ status: 200, body: { status: 'done', failureCode: null } });
    expect(await scene.get(family, id)).toMatchObject({ status: 'returned', needsAttention: false });
    await scene.expectBalance(family, 0);
    const [payment] = await scene.sandbox.payments(family.merchant.id);
    expect(payment?.refundedOre).toBe(payment?.amountOre);
  });

  it('is sent back once when the answer is lost, by the job', async () => {
    const id = await aWrongPayment();
    await scene.sandbox.order({
      kind: 'error_500_after',
      merchantId: family.merchant.id,
      operation: 'refunds.create',
      times: 2,
    });
    expect(await decide('send_back')).toMatchObject({ status: 200, body: { status: 'sending' } });
    expect(await tasks('open')).toHaveLength(1);
    await scene.api.get(SendingBack).run();
    await scene.api.get(SendingBack).run();
    expect(await scene.sandbox.refunds(family.merchant.id)).toMatchObject([{ amountOre: paidTooMuch }]);
    expect(await scene.get(family, id)).toMatchObject({ status: 'returned' });
    expect(await tasks('open')).toEqual([]);
  });

  it('waits while the payer’s bank thinks', async () => {
    await aWrongPayment('amount_differs', testCards.refundTakesTime);
    expect(await decide('send_back')).toMatchObject({ body: { status: 'sending' } });
    const [refund] = await scene.sandbox.refunds(family.merchant.id);
    await scene.api.get(SendingBack).run();
    expect(await tasks('open')).toHaveLength(1);
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.api.get(SendingBack).run();
    expect(await tasks('open')).toEqual([]);
  });

  it('stays a task when the provider will not send it back, and another decision can be made', async () => {
    await aWrongPayment();
    await scene.sandbox.order({ kind: 'refund_refused', merchantId: family.merchant.id, operation: 'refunds.create' });
    expect(await decide('send_back')).toMatchObject({ body: { status: 'refused', failureCode: 'disputed' } });
    expect(await decide('book')).toMatchObject({ status: 200, body: { status: 'done' } });
    await scene.expectBalance(family, paidTooMuch);
  });

  it('was sent back at the provider only when the provider says so', async () => {
    const id = await aWrongPayment();
    expect(await decide('sent_back_already')).toMatchObject({
      status: 422,
      body: { code: 'discrepancy_not_sent_back', leftOre: paidTooMuch },
    });
    await scene.sandbox.refundThere(await reference(), kr(1));
    expect(await decide('sent_back_already')).toMatchObject({ status: 422, body: { leftOre: kr(200) } });
    await scene.sandbox.refundThere(await reference(), kr(200));
    expect(await decide('sent_back_already')).toMatchObject({ status: 200, body: { status: 'done' } });
    expect(await scene.get(family, id)).toMatchObject({ status: 'returned' });
    await scene.expectBalance(family, 0);
  });

  it.each([
    ['we', 'send_back'],
    ['somebody at the provider', 'sent_back_already'],
  ] as const)('that %s sent back is a task again when the payer’s bank does not take it', async (_, choice) => {
    const id = await aWrongPayment();
    if (choice === 'sent_back_already') await scene.sandbox.refundThere(await reference(), paidTooMuch);
    expect(await decide(choice)).toMatchObject({ status: 200, body: { status: 'done' } });
    await scene.api.get(SendingBack).askAgain();
    expect(await tasks('open')).toEqual([]);
    const [refund] = await scene.sandbox.refunds(family.merchant.id);
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'failed');
    await scene.api.get(SendingBack).askAgain();
    await scene.api.get(SendingBack).askAgain();
    expect(await theTask()).toMatchObject({
      kind: 'payment_discrepancy',
      facts: { paidOre: paidTooMuch, failureCode: expect.any(String), pupilId: family.pupilId },
    });
    expect(await tasks('open')).toHaveLength(1);
    expect(await scene.get(family, id)).toMatchObject({ status: 'pending', needsAttention: true });
    expect(await decide('book')).toMatchObject({ status: 200, body: { status: 'done' } });
    await scene.expectBalance(family, paidTooMuch);
    expect(await scene.takenOre(family)).toBe(paidTooMuch);
    await scene.api.get(SendingBack).askAgain();
    expect(await tasks('open')).toEqual([]);
  });

  it('that was sent back stays so when the provider tells again that it was paid once', async () => {
    const id = await aWrongPayment();
    await decide('send_back');
    await scene.api.get(ReconciliationJob).run();
    expect(await scene.get(family, id)).toMatchObject({ status: 'returned', needsAttention: false });
    expect(await tasks('open')).toEqual([]);
  });

  it('is decided once by two at once, and for good', async () => {
    await aWrongPayment();
    const { subjectId } = await theTask();
    const answers = await Promise.all([decide('book', { subjectId }), decide('send_back', { subjectId })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await decide('book', { subjectId })).toMatchObject({ status: 409, body: { code: 'discrepancy_decided' } });
  });

  it('is not decided under an id that was used, nor where there is nothing to decide, nor without a reason', async () => {
    await aWrongPayment();
    const { subjectId } = await theTask();
    const { body } = await decide('book', { subjectId });
    expect((await decide('book', { subjectId, id: body.id, reason: 'Noe annet' })).status).toBe(409);
    expect((await decide('book', { subjectId: newId() })).status).toBe(404);
    expect((await decide('book', { subjectId, reason: ' ' })).status).toBe(400);
  });
});
