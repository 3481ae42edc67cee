import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityModule } from '@kantinekortet/identity';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
  type TestCard,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { WalletsService } from '@kantinekortet/wallet';
import { CardsModule } from './cards.module.ts';
import type { CardList } from './cards.dto.ts';
import { leave, pupilIn } from './testing/roster.ts';

let api: TestApi;
let school: TestSchool;
let office: SignedIn;
let guardian: SignedIn;
let pupil: TestPupil;
beforeAll(async () => {
  api = await startTestApi({ imports: [IdentityModule, CardsModule] });
});
afterAll(() => api.close());
beforeEach(async () => {
  school = await aSchool(api);
  office = await signedInOffice(api, school.id);
  guardian = await signedInGuardian(api);
  pupil = await pupilIn(api, school.id);
  await makeGuardian(api, pupil, guardian.person.id);
});

const cardsOf = async ({ id }: TestPupil, who = guardian) =>
  (await who.browser.get<CardList>(`pupils/${id}/cards`)).body.items;

/** As only the replacement of a card does. */
const end = (card: TestCard) =>
  api.database.query(`UPDATE card SET status = 'ended' WHERE school_id = $1 AND id = $2`, [card.schoolId, card.id]);

describe('issuing a card by scanning it', () => {
  const issue = (token: string, to = pupil, who = office) =>
    who.browser.post(`schools/${school.id}/pupils/${to.id}/card`, { token });

  it("makes a card from stock the pupil's, and the same scan again answers the same", async () => {
    const card = await aCard(api, school.id);
    const first = await issue(card.token);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ card: { id: card.id, number: card.number, status: 'active' } });
    expect((await issue(` ${card.token.toLowerCase()}\n`)).body).toEqual(first.body);
    expect(await cardsOf(pupil)).toEqual([first.body['card']]);
  });

  it('refuses a scan that is no card, or no card that was printed', async () => {
    const { token } = await aCard(api, school.id);
    const other = token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const scan of ['7038010001234', other, 'KK1', '']) {
      expect((await issue(scan)).body).toMatchObject({ status: 404, code: 'card_unknown' });
    }
  });

  it('refuses a card of another school', async () => {
    const { token } = await aCard(api, (await aSchool(api)).id);
    expect((await issue(token)).body).toMatchObject({ status: 409, code: 'card_of_other_school' });
  });

  it('refuses a second card, also while the first is blocked', async () => {
    const first = await aCard(api, school.id, pupil.id);
    const second = await aCard(api, school.id);
    expect((await issue(second.token)).body).toMatchObject({ status: 409, code: 'pupil_has_card' });
    await guardian.browser.post(`cards/${first.id}/block`, { reason: 'lost' });
    expect((await issue(second.token)).body).toMatchObject({ status: 409, code: 'pupil_has_card' });
  });

  it("refuses a card that is or was someone's, and a pupil who has left", async () => {
    const sibling = await pupilIn(api, school.id, { name: 'Ida Hansen' });
    const taken = await aCard(api, school.id, sibling.id);
    expect((await issue(taken.token)).body).toMatchObject({ code: 'card_not_in_stock', cardStatus: 'active' });
    await end(taken);
    expect((await issue(taken.token)).body).toMatchObject({ code: 'card_not_in_stock', cardStatus: 'ended' });
    await leave(api, school.id, pupil.id);
    expect((await issue((await aCard(api, school.id)).token)).body).toMatchObject({ status: 409, code: 'pupil_left' });
  });

  it('of two cards to one pupil, and of one card to two pupils, at once, gives one', async () => {
    const cards = await Promise.all([aCard(api, school.id), aCard(api, school.id)]);
    const answers = await Promise.all(cards.map(({ token }) => issue(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);

    const siblings = [
      await pupilIn(api, school.id, { name: 'Ida A' }),
      await pupilIn(api, school.id, { name: 'Ola B' }),
    ];
    const { token } = await aCard(api, school.id);
    const twice = await Promise.all(siblings.map((sibling) => issue(token, sibling)));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("is for the school's own office and its own pupils", async () => {
    const { token } = await aCard(api, school.id);
    const elsewhere = await aSchool(api);
    const stranger = await pupilIn(api, elsewhere.id);
    expect((await issue(token, stranger)).body).toMatchObject({ status: 404, code: 'pupil_not_found' });
    expect((await issue(token, pupil, await signedInOffice(api, elsewhere.id))).status).toBe(404);
    expect((await issue(token, pupil, await signedInSupport(api, school.id))).status).toBe(403);
    expect((await issue(token, pupil, guardian)).status).toBe(403);
    expect(await cardsOf(pupil)).toEqual([]);
  });
});

describe('blocking a card', () => {
  const block = (card: TestCard, reason = 'lost', who = guardian) =>
    who.browser.post(`cards/${card.id}/block`, { reason });
  const unblock = (card: TestCard, who = guardian) => who.browser.post(`cards/${card.id}/unblock`);
  let card: TestCard;
  beforeEach(async () => {
    card = await aCard(api, school.id, pupil.id);
  });

  it('by a guardian is lifted by a guardian, and both stand in the history', async () => {
    expect((await block(card, 'stolen')).body).toMatchObject({
      card: { status: 'blocked', blockReason: 'stolen', blockedByRole: 'guardian' },
    });
    expect((await unblock(card)).body).toMatchObject({
      card: { status: 'active', blockReason: null, blockedAt: null, blockedByRole: null },
    });
    const history = await api.database.query(
      'SELECT kind, reason, actor_role FROM card_event WHERE card_id = $1 ORDER BY id',
      [card.id],
    );
    expect(history).toEqual([
      { kind: 'blocked', reason: 'stolen', actor_role: 'guardian' },
      { kind: 'unblocked', reason: null, actor_role: 'guardian' },
    ]);
  });

  it('by the office is lifted by the office only', async () => {
    await block(card, 'lost', office);
    expect((await unblock(card)).body).toMatchObject({ status: 403, code: 'block_set_by_office' });
    expect((await cardsOf(pupil))[0]?.status).toBe('blocked');
    expect((await unblock(card, office)).body).toMatchObject({ card: { status: 'active' } });
  });

  it('again changes nothing, but the office takes over a block that a guardian set', async () => {
    const first = await block(card, 'lost');
    expect((await block(card, 'stolen')).body).toEqual(first.body);
    expect((await block(card, 'damaged', office)).body).toMatchObject({
      card: { blockReason: 'damaged', blockedByRole: 'office' },
    });
    expect((await block(card, 'lost')).body).toMatchObject({
      card: { blockReason: 'damaged', blockedByRole: 'office' },
    });
    expect((await unblock(card)).status).toBe(403);
  });

  it('that is not blocked has nothing to lift, and one that is over is neither blocked nor lifted', async () => {
    expect((await unblock(card)).body).toMatchObject({ card: { status: 'active' } });
    await end(card);
    expect((await block(card)).body).toMatchObject({ status: 409, code: 'card_step_refused', cardStatus: 'ended' });
    expect((await unblock(card)).body).toMatchObject({ status: 409, code: 'card_step_refused' });
  });

  it("of someone else's child, of another school, from stock or unknown finds no card", async () => {
    const stranger = await signedInGuardian(api);
    const otherOffice = await signedInOffice(api, (await aSchool(api)).id);
    expect((await block(card, 'lost', stranger)).status).toBe(404);
    expect((await unblock(card, stranger)).status).toBe(404);
    expect((await block(card, 'lost', otherOffice)).status).toBe(404);
    expect((await block(await aCard(api, school.id), 'lost', office)).body).toMatchObject({ code: 'card_not_found' });
    expect((await block({ ...card, id: newId() })).body).toMatchObject({ status: 404, code: 'card_not_found' });
    expect((await cardsOf(pupil))[0]?.status).toBe('active');
  });

  it('without a session, or for another reason than the three, is refused', async () => {
    expect((await api.browser('parent-portal').post(`cards/${card.id}/block`, { reason: 'lost' })).status).toBe(401);
    expect((await block(card, 'bored')).body).toMatchObject({ status: 400, code: 'invalid_input' });
  });

  it('waits for whoever holds the wallet, as a sale does', async () => {
    const isHeld = Promise.withResolvers<undefined>();
    const mayEnd = Promise.withResolvers<undefined>();
    const sale = api.database.transaction(async (tx) => {
      await api.get(WalletsService).lock(tx, school.id, pupil.walletId);
      isHeld.resolve(undefined);
      await mayEnd.promise;
      const [seen] = await tx.query<{ status: string }[]>('SELECT status FROM card WHERE id = $1', [card.id]);
      return seen?.status;
    });
    await isHeld.promise;
    const blocking = block(card);
    await waitersForLock();
    mayEnd.resolve(undefined);
    expect(await sale).toBe('active');
    expect((await blocking).body).toMatchObject({ card: { status: 'blocked' } });
  });

  /** Until PostgreSQL itself says that a statement waits for the wallet. */
  async function waitersForLock(): Promise<void> {
    for (;;) {
      const waiting = await api.database.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%ledger_lock_wallets%'`,
      );
      if (waiting.length > 0) return;
    }
  }
});

describe("a pupil's cards", () => {
  it('are seen by guardians, office and support of the school, and by nobody else', async () => {
    const card = await aCard(api, school.id, pupil.id);
    const support = await signedInSupport(api, school.id);
    for (const who of [guardian, office, support]) expect(await cardsOf(pupil, who)).toMatchObject([{ id: card.id }]);
    const strangers = [await signedInGuardian(api), await signedInOffice(api, (await aSchool(api)).id)];
    for (const { browser } of strangers) expect((await browser.get(`pupils/${pupil.id}/cards`)).status).toBe(404);
    expect((await api.browser('parent-portal').get(`pupils/${pupil.id}/cards`)).status).toBe(401);
  });

  it('show neither token nor code', async () => {
    await aCard(api, school.id, pupil.id);
    const [card] = await cardsOf(pupil);
    expect(Object.keys(card ?? {}).sort()).toEqual([
      'blockReason',
      'blockedAt',
      'blockedByRole',
      'id',
      'issuedAt',
      'number',
      'status',
    ]);
  });
});
