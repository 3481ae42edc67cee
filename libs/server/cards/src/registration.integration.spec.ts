import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cardNumberOf, formatCardNumber, formatControlCode } from '@kantinekortet/codes';
import { IdentityModule } from '@kantinekortet/identity';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPerson,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  type SignedIn,
  type TestCard,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { CardsModule } from './cards.module.ts';
import { leave, pupilIn } from './testing/roster.ts';

let api: TestApi;
let school: TestSchool;
let pupil: TestPupil;
let card: TestCard;
let guardian: SignedIn;
let addresses = 0;
beforeAll(async () => {
  api = await startTestApi({ imports: [IdentityModule, CardsModule] });
});
afterAll(() => api.close());
beforeEach(async () => {
  school = await aSchool(api, { name: `Solbakken skole ${addresses}` });
  pupil = await pupilIn(api, school.id);
  card = await aCard(api, school.id, pupil.id);
  guardian = await signedInGuardian(api);
  addresses += 1;
});

const codesOf = ({ number, controlCode }: TestCard) => ({ cardNumber: number, controlCode });
const wrongCode = (code: string) => code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

/** From a home of its own, so that one test's wrong tries do not slow another. */
const register = (body: object, who = guardian, address = `10.0.0.${addresses}`) =>
  who.browser.request<Record<string, unknown>>('POST', 'cards/register', JSON.stringify(body), {
    'content-type': 'application/json',
    'x-forwarded-for': address,
  });

const standingOf = async (who: SignedIn, of = pupil) => {
  const rows = await api.database.query<{ status: string }>(
    'SELECT status FROM guardianship WHERE school_id = $1 AND pupil_id = $2 AND person_id = $3',
    [school.id, of.id, who.person.id],
  );
  return rows.map(({ status }) => status);
};

describe('registering a card with a pupil', () => {
  it('first shows initials, class and school, and nothing is linked', async () => {
    const answer = await register({ ...codesOf(card), confirm: false });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: 'ready',
      pupil: { id: null, initials: 'EH', name: null, className: '8B', schoolName: school.name },
    });
    expect(await standingOf(guardian)).toEqual([]);
  });

  it('then makes the holder of the letter a guardian at once, who sees the child and its card', async () => {
    const answer = await register({ ...codesOf(card), confirm: true });
    expect(answer.body).toMatchObject({
      status: 'active',
      pupil: { id: pupil.id, name: 'Emma Hansen', initials: 'EH' },
    });
    expect((await guardian.browser.get(`pupils/${pupil.id}/cards`)).body).toMatchObject({
      items: [{ number: card.number }],
    });
  });

  it('takes number and code as a person types them', async () => {
    const typed = {
      cardNumber: formatCardNumber(card.number),
      controlCode: formatControlCode(card.controlCode).toLowerCase(),
    };
    expect((await register(typed)).body).toMatchObject({ status: 'ready' });
  });

  it('again by the same person answers the same, so that a lost answer loses nothing', async () => {
    const first = await register({ ...codesOf(card), confirm: true });
    expect((await register({ ...codesOf(card), confirm: true })).body).toEqual(first.body);
    expect((await register({ ...codesOf(card), confirm: false })).body).toEqual(first.body);
    expect(await standingOf(guardian)).toEqual(['active']);
  });

  it('by another person with a used code is refused, and shows nothing', async () => {
    await register({ ...codesOf(card), confirm: true });
    const other = await signedInGuardian(api);
    const answer = await register({ ...codesOf(card), confirm: false }, other);
    expect(answer.body).toMatchObject({ status: 409, code: 'control_code_used' });
    expect(JSON.stringify(answer.body)).not.toMatch(/Emma|EH|8B|Solbakken/);
  });

  it('by two at once has one winner', async () => {
    const others = [guardian, await signedInGuardian(api), await signedInGuardian(api)];
    const answers = await Promise.all(others.map((who) => register({ ...codesOf(card), confirm: true }, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const standings = await Promise.all(others.map((who) => standingOf(who)));
    expect(standings.flat()).toEqual(['active']);
  });

  it('who has a guardian already waits for an approval, and learns no name before', async () => {
    await makeGuardian(api, pupil, (await aPerson(api)).id);
    expect((await register({ ...codesOf(card), confirm: false })).body).toMatchObject({ status: 'needs_approval' });
    const answer = await register({ ...codesOf(card), confirm: true });
    expect(answer.body).toMatchObject({ status: 'pending_approval', pupil: { id: null, name: null, initials: 'EH' } });
    expect(await standingOf(guardian)).toEqual(['pending']);
    expect((await guardian.browser.get(`pupils/${pupil.id}/cards`)).status).toBe(404);
    expect((await register({ ...codesOf(card), confirm: true })).body).toEqual(answer.body);
  });

  it('whose roster names other guardians waits for the office, and one it names does not', async () => {
    const named = await pupilIn(api, school.id, { name: 'Ida Lie', guardianEmails: ['mor@example.no'] });
    const idas = await aCard(api, school.id, named.id);
    expect((await register({ ...codesOf(idas), confirm: true })).body).toMatchObject({ status: 'pending_approval' });
    const again = await pupilIn(api, school.id, { name: 'Ola Lie', guardianEmails: ['mor@example.no'] });
    const olas = await aCard(api, school.id, again.id);
    const mother = await signedInGuardian(api, await aPerson(api, { email: 'Mor@example.no' }));
    expect((await register({ ...codesOf(olas), confirm: true }, mother)).body).toMatchObject({ status: 'active' });
  });

  it('works while the card is blocked, not when it is over or the pupil has left', async () => {
    const office = await signedInOffice(api, school.id);
    await office.browser.post(`cards/${card.id}/block`, { reason: 'lost' });
    expect((await register(codesOf(card))).body).toMatchObject({ status: 'ready' });
    await leave(api, school.id, pupil.id);
    expect((await register(codesOf(card))).body).toMatchObject({ status: 409, code: 'pupil_left' });
    await api.database.query(
      `UPDATE card SET status = 'ended', blocked_at = NULL, block_reason = NULL, blocked_by = NULL, blocked_by_role = NULL
        WHERE id = $1`,
      [card.id],
    );
    expect((await register(codesOf(card))).body).toMatchObject({ status: 404, code: 'card_or_code_unknown' });
  });
});

describe('registering with a wrong number or code', () => {
  it('answers alike whichever is wrong, and says nothing of the pupil', async () => {
    const answers = [
      await register({ ...codesOf(card), controlCode: wrongCode(card.controlCode) }),
      await register({ ...codesOf(card), cardNumber: cardNumberOf(123_456_789) }),
    ];
    const shown = answers.map(({ body }) => ({ ...body, instance: 'its own' }));
    expect(shown[0]).toMatchObject({ status: 404, code: 'card_or_code_unknown' });
    expect(shown[1]).toEqual(shown[0]);
    expect(JSON.stringify(shown)).not.toMatch(/Emma|EH|8B|Solbakken/);
  });

  it('says which field has a slip before a try is counted', async () => {
    for (let slip = 0; slip < 15; slip += 1) {
      const answer = await register({ cardNumber: '4812 0937 5', controlCode: '7K2M9' });
      expect(answer.body).toMatchObject({
        status: 400,
        errors: [
          { pointer: '/cardNumber', code: 'card_number' },
          { pointer: '/controlCode', code: 'control_code' },
        ],
      });
    }
  });

  it('slows the account down wherever it calls from, and never locks the card', async () => {
    const wrong = { ...codesOf(card), controlCode: wrongCode(card.controlCode) };
    const statuses = new Set<number>();
    for (let tries = 0; tries < 10; tries += 1)
      statuses.add((await register(wrong, guardian, `10.1.${addresses}.${tries}`)).status);
    expect([...statuses]).toEqual([404]);
    const refused = await register(codesOf(card), guardian, `10.1.${addresses}.99`);
    expect(refused.body).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await register(codesOf(card), await signedInGuardian(api))).body).toMatchObject({ status: 'ready' });
  });

  it('slows the address down whoever calls from it', async () => {
    const wrong = { ...codesOf(card), controlCode: wrongCode(card.controlCode) };
    for (let account = 0; account < 5; account += 1) {
      const who = await signedInGuardian(api);
      for (let tries = 0; tries < 10; tries += 1) await register(wrong, who);
    }
    expect((await register(codesOf(card), await signedInGuardian(api))).status).toBe(429);
    expect((await register(codesOf(card), guardian, '10.9.9.9')).status).toBe(200);
  });

  it('is not made up for by right tries, and right tries are never counted', async () => {
    const own = codesOf(card);
    const wrong = { ...own, controlCode: wrongCode(card.controlCode) };
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await register(own)).status).toBe(200);
      expect((await register(wrong)).status).toBe(404);
    }
    expect((await register(own)).status).toBe(429);
  });

  it('tries at once are counted like tries in a row', async () => {
    const wrong = { ...codesOf(card), controlCode: wrongCode(card.controlCode) };
    const answers = await Promise.all(Array.from({ length: 15 }, () => register(wrong)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('is for guardians who are signed in', async () => {
    expect((await register(codesOf(card), await signedInOffice(api, school.id))).status).toBe(403);
    expect((await api.browser('parent-portal').post('cards/register', codesOf(card))).status).toBe(401);
  });
});

describe('registering a card that was handed out without a pupil', () => {
  let stock: TestCard;
  beforeEach(async () => {
    stock = await aCard(api, school.id);
    await api.database.query('DELETE FROM rate_limit');
  });
  const statusOfStock = async () => {
    const rows = await api.database.query<{ status: string; pupilId: string | null }>(
      'SELECT status, pupil_id AS "pupilId" FROM card WHERE school_id = $1 AND id = $2',
      [school.id, stock.id],
    );
    return rows[0];
  };

  it("offers the guardian's own children at that school who have no card, and links the chosen one", async () => {
    const ida = await pupilIn(api, school.id, { name: 'Ida Hansen' });
    const elsewhere = await aSchool(api);
    const away = await pupilIn(api, elsewhere.id, { name: 'Ola Hansen' });
    for (const child of [pupil, ida]) await makeGuardian(api, child, guardian.person.id);
    await makeGuardian(api, away, guardian.person.id);

    const offer = await register({ ...codesOf(stock), confirm: false });
    expect(offer.body).toEqual({
      status: 'choose_child',
      cardId: stock.id,
      children: [{ pupilId: ida.id, name: 'Ida Hansen' }],
    });
    expect(await statusOfStock()).toEqual({ status: 'stock', pupilId: null });

    const chosen = await register({ ...codesOf(stock), confirm: true, pupilId: ida.id });
    expect(chosen.body).toMatchObject({ status: 'active', pupil: { id: ida.id, name: 'Ida Hansen' } });
    expect(await statusOfStock()).toEqual({ status: 'active', pupilId: ida.id });
    expect((await register({ ...codesOf(stock), confirm: true, pupilId: ida.id })).body).toEqual(chosen.body);
  });

  it('without a choice stays in stock', async () => {
    const answer = await register({ ...codesOf(stock), confirm: true });
    expect(answer.body).toEqual({ status: 'choose_child', cardId: stock.id, children: [] });
    expect(await statusOfStock()).toEqual({ status: 'stock', pupilId: null });
  });

  it("refuses someone else's child, a child of another school and one who has a card", async () => {
    const elsewhere = await aSchool(api);
    const away = await pupilIn(api, elsewhere.id);
    const others = await pupilIn(api, school.id, { name: 'Ikke Mitt' });
    await makeGuardian(api, pupil, guardian.person.id);
    await makeGuardian(api, away, guardian.person.id);
    for (const { id } of [away, others, pupil]) {
      const answer = await register({ ...codesOf(stock), confirm: true, pupilId: id });
      expect(answer.body).toMatchObject({ status: 404, code: 'child_not_found' });
    }
    expect(await statusOfStock()).toEqual({ status: 'stock', pupilId: null });
  });

  it('by two guardians at once is linked to the child of one', async () => {
    const other = await signedInGuardian(api);
    const children = [
      await pupilIn(api, school.id, { name: 'Ida A' }),
      await pupilIn(api, school.id, { name: 'Ola B' }),
    ];
    const guardians = [guardian, other];
    const answers = await Promise.all(
      children.map(async (child, index) => {
        const who = guardians[index] ?? guardian;
        await makeGuardian(api, child, who.person.id);
        return register({ ...codesOf(stock), confirm: true, pupilId: child.id }, who);
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'control_code_used' });
  });

  it('of two cards for one child at once links one', async () => {
    const ida = await pupilIn(api, school.id, { name: 'Ida Hansen' });
    await makeGuardian(api, ida, guardian.person.id);
    const second = await aCard(api, school.id);
    const answers = await Promise.all(
      [stock, second].map((one) => register({ ...codesOf(one), confirm: true, pupilId: ida.id })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status !== 200)?.body['code']).toMatch(/^(pupil_has_card|child_not_found)$/);
  });
});
