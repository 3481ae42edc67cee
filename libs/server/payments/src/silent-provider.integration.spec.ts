import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';

const hourMs = 3_600_000;

describe('a provider that does not say what became of a payment', () => {
  let scene: TopUpScene;
  let family: Family;
  let aheadMs = 0;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    aheadMs = 0;
  });
  // The sandbox lives in its own time, and sells no page that is open for days.
  afterEach(() => scene.api.clock.advance(-aheadMs));
  afterAll(() => scene.close());

  const tasks = async (): Promise<unknown[]> => {
    const rows = await scene.api.database.query<{ facts: unknown }>(
      `SELECT facts FROM office_task WHERE school_id = $1 AND kind = 'provider_silent' AND resolved_at IS NULL`,
      [family.school.id],
    );
    return rows.map(({ facts }) => facts);
  };
  const lookAfter = async (ms: number): Promise<void> => {
    scene.api.clock.advance(ms);
    aheadMs += ms;
    await scene.askAboutOpenTopUps();
  };
  const goDown = (times: number) =>
    scene.sandbox.order({
      kind: 'error_500',
      merchantId: family.merchant.id,
      operation: 'checkout.sessions.retrieve',
      times,
    });

  it('is the office’s to ask after a day, once for all its payments, until it answers', async () => {
    const { checkoutUrl } = await scene.start(family);
    await scene.start(family, { amountOre: kr(300) });
    // Each question is asked twice before it is given up, and each look asks two.
    await goDown(3 * 2 * 2);
    await payWithCard(checkoutUrl, testCards.approved);
    await lookAfter(23 * hourMs);
    expect(await tasks()).toEqual([]);
    await lookAfter(hourMs);
    await lookAfter(hourMs);
    expect(await tasks()).toEqual([{ count: 2, amountOre: kr(500), method: 'card' }]);
    await lookAfter(0);
    expect(await tasks()).toEqual([]);
    await scene.expectBalance(family, kr(200));
  });

  it('is nobody’s concern while it answers that the payer has not paid yet', async () => {
    await scene.start(family);
    await lookAfter(23 * hourMs);
    await lookAfter(2 * hourMs);
    expect(await tasks()).toEqual([]);
  });
});
