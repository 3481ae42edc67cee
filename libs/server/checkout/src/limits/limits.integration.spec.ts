import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { osloDay } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { startTestApi } from '@kantinekortet/platform/testing';
import { makeGuardian, signedInGuardian } from '@kantinekortet/testing';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type Buyer, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

/** When a day begins in Norway, which is one hour ahead of UTC, in summer two. */
function midnightOf(day: string): Date {
  const candidates = [1, 2].map((hours) => new Date(Date.parse(`${day}T00:00:00Z`) - hours * hourMs));
  const found = candidates.find((moment) => osloDay(moment) === day && osloDay(new Date(moment.getTime() - 1)) !== day);
  if (!found) throw new Error(`${day} has no midnight in Norway`);
  return found;
}

describe('a daily limit', () => {
  let api: TestApi;
  let canteen: Canteen;
  let till: Till;
  let baguette: TestProduct;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    till = await canteen.till();
    baguette = await canteen.product(4500);
  });
  afterAll(() => api.close());

  async function childWithGuardian(): Promise<{ child: Buyer; guardian: HttpClient }> {
    const child = await canteen.buyer(100_000);
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, child, person.id);
    return { child, guardian: browser };
  }

  it('is none until a guardian sets one, and none again when it is taken away', async () => {
    const { child, guardian } = await childWithGuardian();
    const path = `pupils/${child.id}/limits`;
    expect((await guardian.get(path)).body).toEqual({ dailyLimitOre: null });
    expect((await guardian.put(path, { dailyLimitOre: 0 })).body).toEqual({ dailyLimitOre: 0 });
    expect((await till.sell({ card: child.card, products: [baguette] })).body.code).toBe('daily_limit_reached');
    await guardian.put(path, { dailyLimitOre: null });
    expect((await guardian.get(path)).body).toEqual({ dailyLimitOre: null });
    expect((await till.sell({ card: child.card, products: [baguette] })).status).toBe(201);
  });

  it('is told on the timeline when it changes, with what it was before', async () => {
    const { child, guardian } = await childWithGuardian();
    for (const dailyLimitOre of [5000, 5000, 7000]) await guardian.put(`pupils/${child.id}/limits`, { dailyLimitOre });
    const events = await api.database.query(
      `SELECT kind, actor_role, facts FROM pupil_event WHERE school_id = $1 AND pupil_id = $2 AND kind = 'limit_changed'
        ORDER BY id`,
      [canteen.schoolId, child.id],
    );
    expect(events).toEqual([
      { kind: 'limit_changed', actor_role: 'guardian', facts: { fromOre: null, toOre: 5000 } },
      { kind: 'limit_changed', actor_role: 'guardian', facts: { fromOre: 5000, toOre: 7000 } },
    ]);
  });

  it('lets a pupil spend up to it on each day in Norway, and says what is left', async () => {
    const { child, guardian } = await childWithGuardian();
    await guardian.put(`pupils/${child.id}/limits`, { dailyLimitOre: 9000 });
    const midnight = midnightOf(osloDay(new Date(Date.now() - dayMs)));
    const at = (afterMidnightMs: number) => new Date(midnight.getTime() + afterMidnightMs);
    const sellAt = (afterMidnightMs: number) =>
      till.sell({ card: child.card, products: [baguette], occurredAt: at(afterMidnightMs) });
    for (const lateEveningMs of [-hourMs, -1_000]) expect((await sellAt(lateEveningMs)).status).toBe(201);
    const refused = await sellAt(-1);
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.objectContaining({ code: 'daily_limit_reached', remainingOre: 0 }),
    ]);
    expect((await sellAt(0)).status).toBe(201);
    const big = await canteen.product(6000);
    const tooMuch = await till.sell({
      card: child.card,
      products: [big],
      occurredAt: at(11 * hourMs),
    });
    expect(tooMuch.body).toMatchObject({ code: 'daily_limit_reached', remainingOre: 4500 });
  });

  it('counts what was returned as not spent', async () => {
    const { child, guardian } = await childWithGuardian();
    await guardian.put(`pupils/${child.id}/limits`, { dailyLimitOre: 4500 });
    const sold = await till.sell({ card: child.card, products: [baguette] });
    expect((await till.sell({ card: child.card, products: [baguette] })).body.code).toBe('daily_limit_reached');
    await till.return(sold.body.id);
    expect((await till.sell({ card: child.card, products: [baguette] })).status).toBe(201);
  });

  it('that is lowered below what is spent leaves nothing', async () => {
    const { child, guardian } = await childWithGuardian();
    await till.sell({ card: child.card, products: [baguette] });
    await guardian.put(`pupils/${child.id}/limits`, { dailyLimitOre: 1000 });
    const answer = await till.sell({ card: child.card, products: [baguette] });
    expect(answer.body).toMatchObject({ code: 'daily_limit_reached', remainingOre: 0 });
  });

  it.each([-1, 1.5, '100', 1_000_001, undefined])('is not set to %p', async (dailyLimitOre) => {
    const { child, guardian } = await childWithGuardian();
    const answer = await guardian.put(`pupils/${child.id}/limits`, { dailyLimitOre });
    expect([answer.status, answer.body]).toEqual([400, expect.objectContaining({ code: 'invalid_input' })]);
  });

  it("is neither seen nor set by anyone but the child's guardians; the office sees it", async () => {
    const { child } = await childWithGuardian();
    const { guardian: stranger } = await childWithGuardian();
    const path = `pupils/${child.id}/limits`;
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.put(path, { dailyLimitOre: 0 })).status).toBe(404);
    expect((await canteen.office.get(path)).body).toEqual({ dailyLimitOre: null });
    expect((await canteen.office.put(path, { dailyLimitOre: 0 })).status).toBe(403);
    expect((await (await Canteen.open(api)).office.get(path)).status).toBe(404);
    expect((await till.browser.get(path)).status).toBe(403);
  });
});
