import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, Outbox, OutboxHandlers } from '@kantinekortet/platform';
import type { CaughtMail } from '@kantinekortet/platform/testing';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { signedInGuardian, signedInOffice } from '@kantinekortet/testing';
import { BalanceWatches, DepositsService } from '@kantinekortet/wallet';
import { TopUpScene, type Family } from '../testing/top-up-scene.ts';

const dayMs = 24 * 3_600_000;

describe('a mail about a low balance', () => {
  let scene: TopUpScene;
  let emma: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    emma = await scene.aFamily();
    await give(emma, kr(32));
  });
  afterAll(() => scene.close());

  const give = ({ school, walletId }: Family, amountOre: number) =>
    scene.api.database.transaction((tx) =>
      scene.api.get(DepositsService).goodwill(tx, {
        id: newId(),
        schoolId: school.id,
        walletId,
        actor: 'system:test',
        occurredAt: scene.api.clock.now(),
        amountOre,
        reason: 'test',
      }),
    );
  const pathOf = ({ pupilId }: Family) => `pupils/${pupilId}/low-balance-alert`;
  const set = (child: Family, belowOre: number | null) => child.browser.put(pathOf(child), { belowOre });

  /** What the till's own transaction writes after a purchase that left little. */
  const told = async ({ school, walletId, guardian }: Family, times = 1): Promise<void> => {
    const payload = { schoolId: school.id, walletId, personId: guardian.id, operationId: newId() };
    await scene.api.database.transaction(async (tx) => {
      for (let time = 0; time < times; time += 1)
        await scene.api.get(Outbox).add(tx, 'balance-below.mail', { ...payload, operationId: newId() });
    });
    await scene.api.deliverOutbox();
  };
  const mails = ({ guardian }: Family): CaughtMail[] => scene.api.receivedBy(guardian.email);
  const plain = (text = '') => text.replaceAll('\u00A0', ' ');

  it('is off until a guardian sets an amount, changes it, and takes it away', async () => {
    expect(await emma.browser.get(pathOf(emma))).toMatchObject({ status: 200, body: { belowOre: null } });
    for (const belowOre of [kr(50), kr(80), null]) {
      expect(await set(emma, belowOre)).toMatchObject({ status: 200, body: { belowOre } });
      expect((await emma.browser.get(pathOf(emma))).body).toEqual({ belowOre });
    }
    await told(emma);
    expect(mails(emma)).toEqual([]);
  });

  it('says what is left, and its link opens the top-up with what was paid the last time', async () => {
    const { checkoutUrl } = await scene.start(emma, { amountOre: 12_550 });
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(emma);
    await set(emma, kr(200));
    await told(emma);
    const mail = mails(emma).at(-1);
    expect(mail?.subject).toBe('Lite penger på kantinekortet til Emma');
    const text = plain(mail?.text);
    expect(text).toContain(
      'Emma har 157,50 kr igjen på kortet. Du har bedt om beskjed når det er mindre enn 200,00 kr.',
    );
    expect(text).toContain(`Fyll på 126,00 kr: http://localhost:4201/barn/${emma.pupilId}/fyll-paa?belop=126`);
  });

  it('comes once a day for each guardian and child, also when told twice at once', async () => {
    const noah = await scene.aSibling(emma);
    const father = await signedInGuardian(scene.api);
    await scene.link(emma.school.id, emma.pupilId, father.person.id);
    const ofFather = { ...emma, guardian: father.person, browser: father.browser };
    for (const child of [emma, noah, ofFather]) await set(child, kr(50));
    await told(emma, 3);
    const handlers = scene.api.get(OutboxHandlers);
    const news = [emma, noah, ofFather, noah, ofFather, noah, ofFather].map(({ school, walletId, guardian }) => ({
      schoolId: school.id,
      walletId,
      personId: guardian.id,
      operationId: newId(),
    }));
    await Promise.all(news.map((payload) => handlers.deliver('balance-below.mail', payload)));
    await scene.api.deliverOutbox();
    expect(mails(emma)).toHaveLength(2);
    expect(mails(ofFather)).toHaveLength(1);
    scene.api.clock.advance(dayMs);
    await told(emma, 2);
    expect(mails(emma)).toHaveLength(3);
  });

  it('does not come when money has come meanwhile, or when the card fills itself', async () => {
    await set(emma, kr(50));
    await give(emma, kr(18));
    await told(emma);
    expect(mails(emma)).toEqual([]);

    await set(emma, kr(60));
    const automatic = {
      schoolId: emma.school.id,
      walletId: emma.walletId,
      topic: 'balance-below.auto-top-up',
      personId: newId(),
    } as const;
    const watches = scene.api.get(BalanceWatches);
    await scene.api.database.transaction((tx) => watches.watch(tx, { ...automatic, belowOre: kr(60) }));
    await told(emma);
    expect(mails(emma)).toEqual([]);
    await scene.api.database.transaction((tx) => watches.end(tx, automatic));
    await told(emma);
    expect(mails(emma)).toHaveLength(1);
  });

  it('ends with the guardianship, and with the child’s time at the school', async () => {
    const noah = await scene.aSibling(emma);
    for (const child of [emma, noah]) await set(child, kr(50));
    await scene.api.database.query(
      "UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND pupil_id = $2",
      [emma.school.id, emma.pupilId],
    );
    await scene.api.database.query("UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1", [noah.pupilId]);
    for (const child of [emma, noah]) await told(child);
    expect(mails(emma)).toEqual([]);
    const watched = await scene.api.database.query('SELECT 1 FROM balance_watch WHERE person_id = $1', [
      emma.guardian.id,
    ]);
    expect(watched).toEqual([]);
    expect(await set(emma, kr(50))).toMatchObject({ status: 404 });
  });

  it('is set by guardians of the child alone, to an amount that makes sense', async () => {
    const stranger = await signedInGuardian(scene.api);
    expect((await stranger.browser.put(pathOf(emma), { belowOre: kr(50) })).status).toBe(404);
    expect((await stranger.browser.get(pathOf(emma))).status).toBe(404);
    const office = await signedInOffice(scene.api, emma.school.id);
    expect((await office.browser.put(pathOf(emma), { belowOre: kr(50) })).status).toBe(403);
    for (const belowOre of [0, 99, -100, 150.5, 1_000_001, '5000', undefined]) {
      expect((await emma.browser.put(pathOf(emma), { belowOre })).status).toBe(400);
    }
  });
});
