import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { autoTopUp } from './testing/kills/auto-top-up-flow.ts';
import { capture, refund, topUp } from './testing/kills/flows.ts';
import { closed, locked, unanswered } from './testing/kills/holds.ts';
import { KillScene } from './testing/kills/kill-scene.ts';
import { payout } from './testing/kills/payout-flow.ts';
import { until } from './testing/kills/until.ts';

const wallet = locked('SELECT 1 FROM wallet WHERE id = $1');
const refundPart = locked(
  'SELECT 1 FROM refund_part p JOIN refund r USING (school_id) WHERE r.id = p.refund_id AND r.wallet_id = $1',
);
const payoutFile = locked('SELECT 1 FROM payout_file WHERE school_id = (SELECT school_id FROM wallet WHERE id = $1)');
/** Where the process dies: in which flow, after which step, during which of its acts, held by what. */
const table = [
  ['top-up', 'the wish is written down', topUp, 0, unanswered('timeout_before', 'checkout.sessions.create')],
  ['top-up', 'the provider has made its page', topUp, 0, unanswered('timeout_after', 'checkout.sessions.create')],
  ['top-up', 'the provider has the money', topUp, 1, unanswered('timeout_before', 'checkout.sessions.retrieve')],
  ['top-up', 'we have heard that it has', topUp, 1, wallet],
  ['capture', 'the wish is written down', capture, 0, unanswered('timeout_before', 'payments.create')],
  ['capture', 'the app has its payment', capture, 0, unanswered('timeout_after', 'payments.create')],
  ['capture', 'the guardian has approved', capture, 1, unanswered('timeout_before', 'payments.get')],
  ['capture', 'we have heard that she has', capture, 1, unanswered('timeout_before', 'payments.capture')],
  ['capture', 'the money is taken', capture, 1, unanswered('timeout_after', 'payments.capture')],
  ['automatic top-up', 'the rule is made', autoTopUp, 1, unanswered('timeout_before', 'checkout.sessions.create')],
  [
    'automatic top-up',
    'the provider has its page',
    autoTopUp,
    1,
    unanswered('timeout_after', 'checkout.sessions.create'),
  ],
  ['automatic top-up', 'it has the card', autoTopUp, 2, unanswered('timeout_before', 'checkout.sessions.retrieve')],
  ['automatic top-up', 'we have heard that it has', autoTopUp, 2, wallet],
  ['automatic top-up', 'the worker is told to look', autoTopUp, 2, closed('auto_top_up_run')],
  ['automatic top-up', 'its run is written down', autoTopUp, 2, unanswered('timeout_before', 'paymentIntents.create')],
  ['automatic top-up', 'the card is charged', autoTopUp, 2, unanswered('timeout_after', 'paymentIntents.create')],
  ['automatic top-up', 'we have heard that it is', autoTopUp, 2, closed('transfer')],
  ['refund', 'the money is held', refund, 0, unanswered('timeout_before', 'refunds.create')],
  ['refund', 'the provider has sent it', refund, 0, unanswered('timeout_after', 'refunds.create')],
  ['refund', 'the provider says that it has arrived', refund, 1, refundPart],
  ['payout', 'the refunds are ready', payout, 0, refundPart],
  ['payout', 'the file is made', payout, 1, payoutFile],
  ['payout', 'another has approved it', payout, 2, wallet],
  ['payout', 'the bank has it', payout, 3, refundPart],
] as const;

describe('a process that is killed', () => {
  let scene: KillScene;
  beforeAll(async () => {
    scene = await KillScene.open();
  }, 180_000);
  afterAll(() => scene.close());

  it.each(table)(
    'in a %s, when %s: loses nothing, doubles nothing, and is where it should be',
    async (...row) => {
      const [, , begin, deadlyAct, hold] = row;
      const { family, flow } = await begin(scene);
      for (const [number, act] of flow.acts.entries()) {
        if (number === deadlyAct) await scene.killWhile(family, act, hold);
        await act();
      }
      await scene.wakeWorker();
      await until('the flow is over', () => flow.isOver());
      expect(await scene.balanceOre(family)).toBe(flow.endsWithOre);
      await scene.expectBooksAsSandbox(family);
    },
    180_000,
  );

  it('goes on soon with the messages that it was at, though nothing else reminds of them', async () => {
    const { family, flow } = await topUp(scene);
    const [start, pay] = flow.acts;
    await start?.();
    await scene.killWhile(family, async () => pay?.(), wallet);
    await until('the webhook is worked on again', async () => (await scene.topUpStatuses(family)).includes('paid'));
    expect(await scene.balanceOre(family)).toBe(flow.endsWithOre);
    await scene.expectBooksAsSandbox(family);
  }, 180_000);
});
