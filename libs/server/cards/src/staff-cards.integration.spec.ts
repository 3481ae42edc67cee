import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, OutboxHandlers } from '@kantinekortet/platform';
import { readPdf, type TestApi } from '@kantinekortet/platform/testing';
import { LeaversJob, leftForGoodTopic } from '@kantinekortet/schools';
import { aCard, signedInOffice, type TestCard } from '@kantinekortet/testing';
import { DepositsService, WalletsService } from '@kantinekortet/wallet';
import { cardsOnSheet } from './testing/read-codes.ts';
import { ReplacementScene } from './testing/replacement-scene.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('a card of staff', () => {
  let api: TestApi;
  let scene: ReplacementScene;
  let holder: { id: string; walletId: string };
  let card: TestCard;
  beforeAll(async () => {
    api = await ReplacementScene.startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.database.query('DELETE FROM outbox');
    scene = await ReplacementScene.open(api);
    const id = newId();
    await scene.office.browser.post(path('staff-cards'), { id, firstName: 'Turid', lastName: 'Ås' });
    const [row] = await api.database.query<{ walletId: string }>(
      'SELECT wallet_id AS "walletId" FROM pupil WHERE id = $1',
      [id],
    );
    holder = { id, walletId: row?.walletId ?? '' };
    card = await aCard(api, scene.school.id, id);
  });

  const path = (tail: string) => `schools/${scene.school.id}/${tail}`;
  const wallet = () => api.get(WalletsService).get(api.database, scene.school.id, holder.walletId);

  async function topUp(amountOre: number): Promise<void> {
    const id = newId();
    const booking = { id, actor: 'system:test', occurredAt: api.clock.now(), paymentReference: id };
    const deposit = { schoolId: scene.school.id, walletId: holder.walletId, payerId: newId(), clearing: 'stripe' };
    await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking, amountOre }));
  }

  async function statuses(): Promise<string[]> {
    const rows = await api.database.query<{ status: string }>(
      'SELECT status FROM card WHERE school_id = $1 AND pupil_id = $2 ORDER BY issued_at, id',
      [scene.school.id, holder.id],
    );
    return rows.map(({ status }) => status);
  }

  it('is printed with the others of the staff who have none', async () => {
    const { browser } = scene.office;
    await browser.post(path('staff-cards'), { id: newId(), firstName: 'Ola', lastName: 'Vik' });
    const { classId } = (await browser.get<{ classId: string }>(path('staff-cards'))).body;
    const batch = { classId, includeLetters: false, printNames: true };
    const [sheet, ...more] = await readPdf((await browser.post(path('card-batches'), batch)).bytes);
    expect(more).toEqual([]);
    expect(sheet?.text).toContain('Ola Vik');
    expect(sheet?.text).not.toContain('Turid');
    expect(sheet && (await cardsOnSheet(sheet)).filter((token) => token !== null)).toHaveLength(1);
  });

  it('is printed without a letter, whoever asks for one, and registered by nobody', async () => {
    const { browser } = scene.office;
    await browser.post(path('staff-cards'), { id: newId(), firstName: 'Ola', lastName: 'Vik' });
    const { classId } = (await browser.get<{ classId: string }>(path('staff-cards'))).body;
    const batch = { classId, includeLetters: true, printNames: true };
    expect(await readPdf((await browser.post(path('card-batches'), batch)).bytes)).toHaveLength(1);
    const { number: cardNumber, controlCode } = card;
    const guess = { cardNumber, controlCode, confirm: true };
    expect(await scene.guardian.browser.post('cards/register', guess)).toMatchObject({
      status: 404,
      body: { code: 'card_or_code_unknown' },
    });
  });

  it('is blocked and opened by the office, and by no guardian', async () => {
    const { browser } = scene.office;
    expect((await scene.guardian.browser.post(`cards/${card.id}/block`, { reason: 'lost' })).status).toBe(404);
    expect((await browser.post(`cards/${card.id}/block`, { reason: 'lost' })).body).toMatchObject({
      card: { status: 'blocked', blockedByRole: 'office' },
    });
    expect(await statuses()).toEqual(['blocked']);
    expect((await browser.post(`cards/${card.id}/unblock`)).status).toBe(200);
    expect(await statuses()).toEqual(['active']);
  });

  it('costs nothing at the first loss and a fee from the second, which leaves money for lunch', async () => {
    await topUp(kr(80));
    const second = await scene.stockCard();
    expect((await scene.replace(card, second)).body).toMatchObject({ lossNumber: 1, feeOre: 0 });
    expect((await scene.replace(second, await scene.stockCard())).body).toMatchObject({ code: 'fee_changed' });
    const third = await scene.stockCard();
    expect((await scene.replace(second, third, { expectedFeeOre: kr(100) })).body).toMatchObject({
      ...{ lossNumber: 2, feeOre: kr(100), drawnOre: kr(30), claimedOre: kr(70) },
    });
    expect(await wallet()).toMatchObject({ balanceOre: kr(50), claimedOre: kr(70) });
    expect((await scene.quote(third)).body).toMatchObject({ lossNumber: 3, feeOre: kr(100) });
    expect(await statuses()).toEqual(['ended', 'ended', 'active']);
    expect(await api.outbox('mail')).toEqual([]);
  });

  it('that is damaged and lies on the desk is replaced for nothing', async () => {
    const answer = await scene.replace(card, await scene.stockCard(), {
      reason: 'damaged',
      damagedCardToken: card.token,
    });
    expect(answer.body).toMatchObject({ lossNumber: null, feeOre: 0 });
  });

  it('has its fee waived with a reason', async () => {
    await topUp(kr(300));
    const second = await scene.stockCard();
    await scene.replace(card, second);
    const { body } = await scene.replace(second, await scene.stockCard(), { expectedFeeOre: kr(100) });
    expect((await wallet()).balanceOre).toBe(kr(200));
    expect((await scene.waive(body.id)).status).toBeLessThan(300);
    expect((await wallet()).balanceOre).toBe(kr(300));
  });

  it('ends in the night after its holder has left, and nobody is written to', async () => {
    await topUp(kr(80));
    expect((await scene.office.browser.post(path(`pupils/${holder.id}/leave`), {})).status).toBe(200);
    api.clock.advance(dayMs);
    await api.get(LeaversJob).run();
    for (const message of await api.outbox<object>(leftForGoodTopic)) {
      await api.get(OutboxHandlers).deliver(leftForGoodTopic, message);
    }
    expect(await statuses()).toEqual(['ended']);
    expect(await api.outbox('mail')).toEqual([]);
    const later = (await signedInOffice(api, scene.school.id)).browser;
    expect((await later.post(`cards/${card.id}/unblock`)).status).toBe(409);
    expect((await wallet()).balanceOre).toBe(kr(80));
  });
});
