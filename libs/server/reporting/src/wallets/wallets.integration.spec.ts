import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CardsModule } from '@kantinekortet/cards';
import { osloDay } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPupil,
  aSchool,
  makeGuardian,
  pairedRegisterBrowser,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestCard,
  type SignedIn,
  type TestPupil,
} from '@kantinekortet/testing';
import { ReportingModule } from '../reporting.module.ts';
import { claim, replaceCard, sell, takeBack, topUp } from '../testing/canteen-money.ts';
import type { ClaimList, TransactionPage, WeekSpendingList } from './wallet.dto.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;

describe('a wallet', () => {
  let api: TestApi;
  let pupil: TestPupil;
  let guardian: HttpClient;
  let guardianId: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule, CardsModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    pupil = await aPupil(api, (await aSchool(api)).id);
    const signedIn = await signedInGuardian(api);
    await makeGuardian(api, pupil, signedIn.person.id);
    guardian = signedIn.browser;
    guardianId = signedIn.person.id;
  });

  function transactions(query = ''): Promise<{ body: TransactionPage }> {
    return guardian.get<TransactionPage>(`wallets/${pupil.walletId}/transactions${query}`);
  }

  it('shows what is on it', async () => {
    await topUp(api, pupil, 20_000);
    expect((await guardian.get(`wallets/${pupil.walletId}`)).body).toEqual({
      id: pupil.walletId,
      balanceOre: 20_000,
      heldOre: 0,
      availableOre: 20_000,
      claimedOre: 0,
    });
  });

  it('lists its transactions, newest first, each with the facts of its kind and no others', async () => {
    const paid = await topUp(api, pupil, 20_000, guardianId);
    const sale = await sell(api, pupil, 4500);
    const returned = await takeBack(api, pupil, sale, 4500);
    const { items, nextCursor } = (await transactions()).body;
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      { id: returned, kind: 'sale_return', amountOre: 4500, balanceAfterOre: 20_000 },
      { id: sale, kind: 'sale', amountOre: -4500, balanceAfterOre: 15_500 },
      { id: paid, kind: 'top_up', amountOre: 20_000, balanceAfterOre: 20_000 },
    ]);
    expect(items.map(({ summary }) => summary)).toEqual([
      { receiptNumber: 1, reversesId: sale },
      {
        receiptNumber: 7,
        registerName: 'Kasse 1',
        withoutCard: false,
        lines: [{ name: 'Suppe', quantity: 1, amountOre: 4500 }],
      },
      { payer: 'you', paymentMethod: 'card', cardBrand: 'visa', cardLast4: '4242' },
    ]);
  });

  it('tells apart the money of a top-up and what it settled', async () => {
    await claim(api, pupil, 3000);
    await topUp(api, pupil, 10_000);
    expect((await transactions()).body.items).toMatchObject([
      { kind: 'claim_settlement', amountOre: -3000, balanceAfterOre: 7000 },
      { kind: 'top_up', amountOre: 10_000, balanceAfterOre: 10_000 },
    ]);
  });

  describe('of several guardians', () => {
    let other: SignedIn;
    const paidWithCard = { paymentMethod: 'card', cardBrand: 'visa', cardLast4: '4242' };
    const summaries = async (browser: HttpClient) => {
      const { body } = await browser.get<TransactionPage>(`wallets/${pupil.walletId}/transactions`);
      return body.items.map(({ kind, summary }) => ({ kind, ...summary }));
    };
    beforeEach(async () => {
      other = await signedInGuardian(api);
      await makeGuardian(api, pupil, other.person.id);
      await claim(api, pupil, 3000);
      await topUp(api, pupil, 10_000, other.person.id);
      await sell(api, pupil, 1000);
    });

    it('shows everyone the purchases, and only the payer how it was paid', async () => {
      const [sale, settled, paid] = await summaries(guardian);
      expect(sale).toMatchObject({ kind: 'sale', receiptNumber: 7 });
      expect(settled).toEqual({ kind: 'claim_settlement', payer: 'other_guardian' });
      expect(paid).toEqual({ kind: 'top_up', payer: 'other_guardian' });
      expect((await summaries(other.browser))[2]).toEqual({ kind: 'top_up', payer: 'you', ...paidWithCard });
    });

    it('does not say that there is another where they must not know of each other', async () => {
      await api.database.query('UPDATE guardianship SET is_discreet = true WHERE person_id = $1', [other.person.id]);
      await topUp(api, pupil, 10_000, guardianId);
      expect((await summaries(guardian))[3]).toEqual({ kind: 'top_up', payer: 'undisclosed' });
      expect((await summaries(other.browser))[0]).toEqual({ kind: 'top_up', payer: 'undisclosed' });
    });

    it('keeps quiet about one who is no guardian any more, as before', async () => {
      const end = `UPDATE guardianship SET status = 'ended', closed_at = now(), is_discreet = $2 WHERE person_id = $1`;
      await api.database.query(end, [other.person.id, false]);
      expect((await summaries(guardian))[2]).toEqual({ kind: 'top_up', payer: 'other_guardian' });
      await api.database.query(end, [other.person.id, true]);
      expect((await summaries(guardian))[2]).toEqual({ kind: 'top_up', payer: 'undisclosed' });
      expect((await other.browser.get(`wallets/${pupil.walletId}/transactions`)).status).toBe(404);
    });

    it('says nothing of the payer where money came from a family without a profile', async () => {
      await topUp(api, pupil, 5000);
      expect((await summaries(guardian))[0]).toEqual({ kind: 'top_up', payer: 'undisclosed' });
    });

    it('shows the office everything', async () => {
      const office = (await signedInOffice(api, pupil.schoolId)).browser;
      expect((await summaries(office))[2]).toEqual({ kind: 'top_up', ...paidWithCard });
    });
  });

  it('tells of a change of card where it happened, with both numbers and the balance that went along', async () => {
    const [old, fresh] = [await aCard(api, pupil.schoolId, pupil.id), await aCard(api, pupil.schoolId)];
    await topUp(api, pupil, 20_000);
    const replacementId = await replaceCard(api, pupil, old, fresh);
    await sell(api, pupil, 4500);
    expect((await transactions()).body.items).toMatchObject([
      { kind: 'sale' },
      {
        id: replacementId,
        kind: 'card_replaced',
        amountOre: 0,
        balanceAfterOre: 20_000,
        summary: { oldCardNumber: old.number, newCardNumber: fresh.number },
      },
      { kind: 'top_up' },
    ]);
  });

  it.each([1, 2, 3, 7])('pages through everything once, changes of card too, %i at a time', async (limit) => {
    const replace = async (old: TestCard): Promise<TestCard> => {
      const fresh = await aCard(api, pupil.schoolId);
      await replaceCard(api, pupil, old, fresh);
      return fresh;
    };
    const second = await replace(await aCard(api, pupil.schoolId, pupil.id));
    await topUp(api, pupil, 20_000);
    await sell(api, pupil, 100);
    const fourth = await replace(await replace(second));
    for (const amountOre of [200, 300]) await sell(api, pupil, amountOre);
    await replace(fourth);
    const seen: (number | string | undefined)[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: TransactionPage } = await transactions(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ amountOre, summary }) => summary.oldCardNumber ?? amountOre));
      cursor = page.body.nextCursor;
    }
    const third = seen[3];
    expect(seen).toEqual([fourth.number, -300, -200, third, second.number, -100, 20_000, expect.any(String)]);
    expect(await guardian.get(`wallets/${pupil.walletId}/transactions?cursor=forged`)).toMatchObject({ status: 400 });
  });

  it('says what it owes and for what, until that is settled', async () => {
    await claim(api, pupil, 3000);
    const claims = async () => (await guardian.get<ClaimList>(`wallets/${pupil.walletId}/claims`)).body.items;
    expect(await claims()).toMatchObject([
      { reason: 'offline_shortfall', amountOre: 3000, outstandingOre: 3000, since: expect.any(String) },
    ]);
    await topUp(api, pupil, 1000);
    expect(await claims()).toMatchObject([{ amountOre: 3000, outstandingOre: 2000 }]);
    await topUp(api, pupil, 2000);
    expect(await claims()).toEqual([]);
  });

  it('lists only purchases and their returns to who asks for those, page by page', async () => {
    await topUp(api, pupil, 20_000);
    await takeBack(api, pupil, await sell(api, pupil, 700), 700);
    await topUp(api, pupil, 1000);
    await sell(api, pupil, 500);
    const path = `wallets/${pupil.walletId}/transactions?only=purchases`;
    const first = (await guardian.get<TransactionPage>(`${path}&limit=2`)).body;
    expect(first.items.map(({ kind }) => kind)).toEqual(['sale', 'sale_return']);
    const rest = (await guardian.get<TransactionPage>(`${path}&cursor=${first.nextCursor ?? ''}`)).body;
    expect(rest).toMatchObject({ items: [{ kind: 'sale', amountOre: -700 }], nextCursor: null });
    expect((await guardian.get(`wallets/${pupil.walletId}/transactions?only=fees`)).status).toBe(400);
  });

  it('adds up spending by week, weeks without a purchase too', async () => {
    await topUp(api, pupil, 20_000);
    const now = api.clock.now();
    await sell(api, pupil, 1000, new Date(now.getTime() - 2 * weekMs));
    await sell(api, pupil, 9000, new Date(now.getTime() - 4 * weekMs));
    await sell(api, pupil, 500);
    await takeBack(api, pupil, await sell(api, pupil, 700), 700);
    const { body } = await guardian.get<WeekSpendingList>(`wallets/${pupil.walletId}/spending?weeks=3`);
    expect(body.items.map(({ amountOre }) => amountOre)).toEqual([1000, 0, 500]);
    const mondays = body.items.map(({ weekStart }) => new Date(weekStart));
    expect(mondays.map((day) => day.getUTCDay())).toEqual([1, 1, 1]);
    const [last = ''] = body.items.map(({ weekStart }) => weekStart).slice(-1);
    expect(last <= osloDay(now)).toBe(true);
    const byDefault = await guardian.get<WeekSpendingList>(`wallets/${pupil.walletId}/spending`);
    expect(byDefault.body.items).toHaveLength(8);
    expect((await guardian.get(`wallets/${pupil.walletId}/spending?weeks=0`)).status).toBe(400);
  });

  it('puts a purchase in the week it was made in Norway, at midnight between Sunday and Monday', async () => {
    await topUp(api, pupil, 20_000);
    const { body } = await guardian.get<WeekSpendingList>(`wallets/${pupil.walletId}/spending?weeks=2`);
    const monday = body.items.at(-1)?.weekStart ?? '';
    const midnight = await api.database.query<{ at: Date }>(
      `SELECT $1::date::timestamp AT TIME ZONE 'Europe/Oslo' AS at`,
      [monday],
    );
    const start = midnight[0]?.at.getTime() ?? 0;
    await sell(api, pupil, 100, new Date(start - 1));
    await sell(api, pupil, 200, new Date(start));
    const after = await guardian.get<WeekSpendingList>(`wallets/${pupil.walletId}/spending?weeks=2`);
    expect(after.body.items.map(({ amountOre }) => amountOre)).toEqual([100, 200]);
  });

  it('is open to its guardian and its school, and does not exist for anyone else', async () => {
    const other = await aSchool(api);
    const strangers = [
      (await signedInGuardian(api)).browser,
      (await signedInOffice(api, other.id)).browser,
      (await signedInSupport(api, other.id)).browser,
    ];
    for (const path of ['', '/transactions', '/claims', '/spending']) {
      const url = `wallets/${pupil.walletId}${path}`;
      expect((await guardian.get(url)).status).toBe(200);
      expect((await (await signedInSupport(api, pupil.schoolId)).browser.get(url)).status).toBe(200);
      for (const stranger of strangers) {
        expect(await stranger.get(url)).toMatchObject({ status: 404, body: { code: 'pupil_not_found' } });
      }
      expect((await (await pairedRegisterBrowser(api, pupil.schoolId, other.id)).get(url)).status).toBe(403);
      expect((await api.browser('parent-portal').get(url)).status).toBe(401);
    }
  });
});
