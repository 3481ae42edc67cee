import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { LedgerProofService } from '@kantinekortet/wallet';
import { aBankAnswer, type AnsweredLine } from '../testing/bank-answer.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import type { PayoutDto } from './payout.dto.ts';

describe('a bank’s answer that cannot be', () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  let file: PayoutDto;
  let first: string;
  let second: string;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
    await scene.ask(kr(50));
    await scene.ask(kr(20));
    file = await scene.aSentFile();
    [first = '', second = ''] = await scene.endToEndIds(file.id);
  });
  afterAll(async () => {
    const { findings } = await refunds.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await refunds.close();
  });

  const tasks = () => refunds.tasks(scene.family, 'payout_contradiction');
  const answer = async (said: { group?: string; lines?: readonly AnsweredLine[] }) => {
    const createdAt = refunds.api.clock.now().toISOString();
    const { status, body } = await scene.answer(aBankAnswer(file.messageId, { ...said, createdAt }));
    expect(status).toBe(200);
    return body;
  };
  const facts = (change: object) => ({
    payoutId: file.id,
    number: file.number,
    lines: '',
    unknown: '',
    unknownCount: 0,
    ...change,
  });
  const inTransitOre = () => refunds.accountOre(scene.family.pupil.schoolId, 'in_transit');

  it('because it refuses the whole file once a line is paid, moves only what may move and is the office’s to clear up', async () => {
    await answer({ lines: [{ endToEndId: first, status: 'ACSC' }] });
    expect(await tasks()).toEqual([]);
    expect(await answer({ group: 'RJCT' })).toMatchObject({ returnedCount: 1, contradictedLines: [1] });
    expect(await tasks()).toEqual([facts({ lines: '1' })]);
    expect(await inTransitOre()).toBe(0);
  });

  it('because a line that came back is said to be paid, is told of once, and not again when it was cleared up', async () => {
    await answer({ lines: [{ endToEndId: first, status: 'RJCT', reason: 'AC04' }] });
    const paid = { lines: [{ endToEndId: first, status: 'ACSC' }] };
    await answer(paid);
    await answer(paid);
    expect(await tasks()).toEqual([facts({ lines: '1' })]);
    const { body } = await scene.preparer.browser.get<{ items: { id: string }[] }>(`${scene.path}/tasks`);
    const path = `${scene.path}/tasks/${body.items[0]?.id ?? ''}/resolve`;
    expect(await scene.preparer.browser.post(path, { resolution: 'Ringte banken' })).toMatchObject({ status: 200 });
    await answer(paid);
    expect(await tasks()).toEqual([]);
  });

  it('because it names a payment that is not in the file, counts for those that are', async () => {
    const lines = [
      { endToEndId: 'nobody', status: 'ACSC' },
      { endToEndId: first, status: 'ACSC' },
    ];
    expect(await answer({ lines })).toMatchObject({ settledCount: 1, unknownCount: 1, contradictedLines: [] });
    expect(await tasks()).toEqual([facts({ unknown: 'nobody', unknownCount: 1 })]);
    expect((await scene.file(file.id)).lines).toMatchObject([{ status: 'settled' }, { status: 'included' }]);
  });

  it.each([
    ['another amount', '50.01', 'NOK'],
    ['another currency', '50.00', 'EUR'],
  ])('because a line comes to %s, moves nothing of that line', async (_, amount, currency) => {
    const lines = [
      { endToEndId: first, status: 'ACSC', amount, currency },
      { endToEndId: second, status: 'ACSC', amount: '20.00' },
    ];
    expect(await answer({ lines })).toMatchObject({ settledCount: 1, contradictedLines: [1] });
    expect(await tasks()).toEqual([facts({ lines: '1' })]);
    expect((await scene.file(file.id)).lines).toMatchObject([{ status: 'included' }, { status: 'settled' }]);
  });

  it.each(['1900-01-01T00:00:00', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z'])(
    'because it was made at %s, is dated between the sending of the file and now',
    async (createdAt) => {
      const lines = [{ endToEndId: first, status: 'ACSC' }];
      expect(await scene.answer(aBankAnswer(file.messageId, { lines, createdAt }))).toMatchObject({ status: 200 });
      const [confirmed] = await refunds.api.database.query<{ at: Date }>(
        `SELECT occurred_at AS at FROM operation WHERE school_id = $1 AND kind = 'payout_confirmed'`,
        [scene.family.pupil.schoolId],
      );
      expect(confirmed?.at.getTime()).toBeGreaterThanOrEqual(new Date(file.sentAt ?? '').getTime());
      expect(confirmed?.at.getTime()).toBeLessThanOrEqual(refunds.api.clock.now().getTime());
    },
  );
});
