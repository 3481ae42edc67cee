import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { testCards, type SandboxWebhook } from '@kantinekortet/providers/testing';
import { mailsTo, signedInOffice } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { RefundSender } from './send-refunds.service.ts';
import { RefundScene, type Family } from './testing/refund-scene.ts';

describe('whatever happens to a refund at the provider', () => {
  let scene: RefundScene;
  let family: Family;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    await scene.pay(family, family.mother, kr(200));
  });
  afterAll(async () => {
    const { findings } = await scene.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await scene.close();
  });

  const order = (fault: Parameters<RefundScene['sandbox']['order']>[0]) =>
    scene.sandbox.order({ merchantId: family.merchant.id, ...fault });
  const ask = (wish: Readonly<Record<string, unknown>> = {}) => scene.asked(family.mother, family.pupil, wish);
  const refunds = () => scene.sandbox.refunds(family.merchant.id);
  const webhook = async (eventType: string): Promise<SandboxWebhook> => {
    const found = (await scene.sandbox.webhooks(family.merchant.id)).find((sent) => sent.eventType === eventType);
    if (!found) throw new Error(`The sandbox sent no ${eventType}`);
    return found;
  };
  const expectEnd = async (refundId: string, status: string, balanceOre: number): Promise<void> => {
    expect(await scene.partsOf(refundId)).toMatchObject([{ status }]);
    expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre, heldOre: 0 });
    await scene.expectBooksAsSandbox(family);
  };

  it.each(['timeout_before', 'timeout_after', 'error_500', 'error_500_after', 'unavailable_503'] as const)(
    '%s leaves the money held until the provider answers again: one refund',
    async (kind) => {
      await order({ kind, operation: 'refunds.create', times: 2 });
      const { id } = await ask();
      await scene.work(family);
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'ready' }]);
      expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre: kr(200), availableOre: 0 });
      await scene.tick();
      await expectEnd(id, 'confirmed', 0);
      expect(await refunds()).toHaveLength(1);
    },
    60_000,
  );

  it('a provider that is down for an hour delays it, and loses nothing', async () => {
    await order({ kind: 'unavailable_503', times: 12 });
    const { id } = await ask();
    await scene.work(family);
    for (let minute = 0; minute < 5; minute += 1) await scene.tick();
    expect(await scene.partsOf(id)).toMatchObject([{ status: 'ready' }]);
    await scene.tick();
    await expectEnd(id, 'confirmed', 0);
  });

  it('a provider that is down for longer than a day is told to the office, until it answers', async () => {
    const { id } = await ask({ amountOre: kr(100) });
    await order({ kind: 'unavailable_503', times: 4 });
    await scene.work(family);
    expect(await scene.tasks(family, 'refund_stuck')).toEqual([]);
    scene.api.clock.advance(25 * 3_600_000);
    await scene.tick();
    await order({ kind: 'unavailable_503', times: 2 });
    await scene.tick();
    expect(await scene.tasks(family, 'refund_stuck')).toMatchObject([{ amountOre: kr(100), pupilId: family.pupil.id }]);
    await scene.tick();
    await expectEnd(id, 'confirmed', kr(100));
    expect(await scene.tasks(family, 'refund_stuck')).toEqual([]);
  });

  it('many workers at once send it once', async () => {
    const { id } = await ask();
    await Promise.all([scene.tick(), scene.tick(), scene.tick(), scene.work(family)]);
    await scene.tick();
    await expectEnd(id, 'confirmed', 0);
    expect(await refunds()).toHaveLength(1);
  });

  it('one that takes time is on its way, and confirmed by the webhook', async () => {
    await order({ kind: 'refund_pending', operation: 'refunds.create' });
    const { id } = await ask();
    await scene.work(family);
    expect(await scene.partsOf(id)).toMatchObject([{ status: 'sent' }]);
    const [refund] = await refunds();
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.work(family);
    await expectEnd(id, 'confirmed', 0);
  });

  it('one that takes time is asked about when the webhook is lost', async () => {
    await order({ kind: 'refund_pending', operation: 'refunds.create' });
    const { id } = await ask();
    await scene.work(family);
    await order({ kind: 'drop', operation: 'refund.updated' });
    const [refund] = await refunds();
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.work(family);
    expect(await scene.partsOf(id)).toMatchObject([{ status: 'sent' }]);
    await scene.tick();
    await expectEnd(id, 'confirmed', 0);
  });

  it('a webhook that comes twice, late or first of all changes nothing more', async () => {
    await order({ kind: 'refund_pending', operation: 'refunds.create' });
    const { id } = await ask();
    await scene.work(family);
    const [refund] = await refunds();
    await order({ kind: 'duplicate', operation: 'refund.updated' });
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.work(family);
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'failed');
    await scene.work(family);
    await expectEnd(id, 'returned', kr(200));
    for (const type of ['refund.created', 'refund.updated', 'refund.failed']) {
      expect(await scene.sandbox.resend((await webhook(type)).eventId)).toBe(200);
    }
    await scene.work(family);
    await scene.tick();
    await expectEnd(id, 'returned', kr(200));
  });

  it('a forged webhook moves nothing', async () => {
    await order({ kind: 'refund_pending', operation: 'refunds.create' });
    const { id } = await ask();
    await order({ kind: 'drop', operation: 'refund.created' });
    await scene.work(family);
    const [refund] = await refunds();
    await order({ kind: 'drop', operation: 'refund.updated' });
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    expect(await scene.sandbox.resend((await webhook('refund.updated')).eventId, { forged: true })).toBe(400);
    await scene.work(family);
    expect(await scene.partsOf(id)).toMatchObject([{ status: 'sent' }]);
  });

  it("another merchant's true webhook about it is heard by nobody", async () => {
    const other = await scene.aFamily();
    await order({ kind: 'refund_pending', operation: 'refunds.create' });
    const { id } = await ask();
    await scene.work(family);
    const [refund] = await refunds();
    await order({ kind: 'drop', operation: 'refund.updated' });
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.work(family);
    await scene.sandbox.register({ ...other.merchant, id: family.merchant.id });
    expect(await scene.sandbox.resend((await webhook('refund.updated')).eventId)).toBe(200);
    await scene.work(other);
    await scene.sandbox.register(family.merchant);
    expect(await scene.partsOf(id)).toMatchObject([{ status: 'sent' }]);
  });

  describe('one that fails', () => {
    const fail = async (): Promise<void> => {
      const [refund] = await refunds();
      await scene.sandbox.answerRefund(refund?.reference ?? '', 'failed');
      await scene.work(family);
    };

    it('before it was confirmed is on the wallet again, in the layer it came from', async () => {
      await order({ kind: 'refund_pending', operation: 'refunds.create' });
      const { id } = await ask();
      await scene.work(family);
      await fail();
      await expectEnd(id, 'failed', kr(200));
      const subjects = (await mailsTo(scene.api, family.mother.person.email)).map(({ subject }) => subject);
      expect(subjects.at(-1)).toMatch(/^Vi fikk ikke sendt/);
    });

    it('days after it had succeeded is on the wallet again', async () => {
      const { id } = await ask();
      await scene.work(family);
      await expectEnd(id, 'confirmed', 0);
      scene.api.clock.advance(5 * 24 * 3_600_000);
      await fail();
      await expectEnd(id, 'returned', kr(200));
    });

    it('days after it had succeeded is found at night when the webhook is lost', async () => {
      const { id } = await ask();
      await scene.work(family);
      for (const operation of ['refund.updated', 'refund.failed']) await order({ kind: 'drop', operation });
      await fail();
      await expect(expectEnd(id, 'returned', kr(200))).rejects.toThrow();
      await scene.api.get(RefundSender).askAgain();
      await expectEnd(id, 'returned', kr(200));
    });

    it('because the provider refuses it was never sent, and goes to an account only when the office approves', async () => {
      await order({ kind: 'refund_refused', operation: 'refunds.create' });
      const { id } = await ask();
      await scene.work(family);
      await expectEnd(id, 'failed', kr(200));
      expect(await scene.ask(family.mother, family.pupil)).toMatchObject({
        status: 422,
        body: { code: 'payout_account_needed', bankOre: kr(200) },
      });
      const payoutAccountId = await scene.anAccount(family.pupil.schoolId, family.mother.person.id);
      const again = await ask({ id: newId(), payoutAccountId });
      await scene.work(family);
      expect((await scene.get(family.mother, again.id)).parts).toMatchObject([
        { route: 'bank', status: 'waiting', needsApproval: true, waitsFor: [{ kind: 'approval' }] },
      ]);
      expect(await scene.tasks(family, 'refund_approval')).toMatchObject([{ refundId: again.id, amountOre: kr(200) }]);
      const { browser } = await signedInOffice(scene.api, family.pupil.schoolId);
      const reject = `schools/${family.pupil.schoolId}/refunds/${again.id}/reject`;
      expect(await browser.post(reject)).toMatchObject({ status: 200 });
      expect(await scene.tasks(family, 'refund_approval')).toEqual([]);
      const letters = await mailsTo(scene.api, family.mother.person.email);
      expect(letters.at(-1)?.subject).toBe(`${formatKr(kr(200), 'nb')} er ikke utbetalt`);
    });

    it('or only takes time can be played in the sandbox by a card of its own', async () => {
      const other = await scene.aFamily();
      await scene.pay(other, other.mother, kr(100), testCards.refundTakesTime);
      const { id } = await scene.asked(other.mother, other.pupil);
      await scene.work(other);
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'sent' }]);
    });
  });
});
