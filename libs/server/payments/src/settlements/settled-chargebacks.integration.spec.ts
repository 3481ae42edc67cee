import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { ChargebackScene } from '../testing/chargeback-scene.ts';
import type { Family } from '../testing/top-up-scene.ts';
import { SettlementsJob } from './settlements.job.ts';

describe('what a provider pays out when payers got money back past us', () => {
  let scene: ChargebackScene;
  let family: Family;
  beforeAll(async () => {
    scene = await ChargebackScene.open();
  });
  beforeEach(async () => {
    family = await scene.topUps.aFamily();
  });
  afterAll(() => scene.close());

  const payOut = async (): Promise<void> => {
    await scene.sandbox.issuePayout(family.merchant.id);
    await scene.api.get(SettlementsJob).run();
  };
  const onAccount = async (kind: string): Promise<number> => {
    const [row] = await scene.api.database.query<{ ore: number }>(
      `SELECT coalesce(sum(balance_ore), 0)::bigint AS ore FROM ledger_balances_now() WHERE school_id = $1 AND kind = $2`,
      [family.school.id, kind],
    );
    return row?.ore ?? 0;
  };
  const isWhole = async (): Promise<void> => {
    const { paidOutOre, costOre } = await scene.sandbox.account(family.merchant.id);
    expect(await Promise.all(['clearing', 'client_bank', 'provider_cost'].map(onAccount))).toEqual([
      0,
      paidOutOre,
      costOre,
    ]);
    const tasks = await scene.api.database.query(
      `SELECT FROM office_task WHERE school_id = $1 AND kind = 'settlement_difference' AND resolved_at IS NULL`,
      [family.school.id],
    );
    expect(tasks).toEqual([]);
  };

  it('collects for a dispute and its fee, below zero, and pays back one that is won', async () => {
    const paid = await scene.pay(family);
    await payOut();
    const dispute = await scene.dispute(family, paid);
    await payOut();
    await isWhole();
    expect(await onAccount('client_bank')).toBeLessThan(0);
    await scene.answer(family, dispute, 'won');
    await payOut();
    await isWhole();
    expect(await onAccount('client_bank')).toBe(kr(200) - 480 - 15_000);
  });

  it('is less by what somebody refunded at the provider', async () => {
    const paid = await scene.pay(family);
    await scene.sandbox.refundThere(paid.reference, kr(50));
    await scene.topUps.handleWebhooks(family);
    await payOut();
    await isWhole();
  });

  it('waits with a dispute that nobody here has heard of, and settles it when it is known', async () => {
    const paid = await scene.pay(family);
    await payOut();
    await scene.lose(family, 'charge.dispute.created');
    await scene.lose(family, 'charge.dispute.funds_withdrawn');
    await scene.dispute(family, paid);
    await payOut();
    expect(await onAccount('client_bank')).toBe(kr(200) - 480);
    await scene.lookTonight();
    await scene.api.get(SettlementsJob).run();
    await isWhole();
  });
});
