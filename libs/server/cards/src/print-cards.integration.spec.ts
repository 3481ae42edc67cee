import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCardNumber, parseCardToken } from '@kantinekortet/codes';
import { IdentityModule } from '@kantinekortet/identity';
import { readPdf, startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aSchool,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
  type TestSchool,
} from '@kantinekortet/testing';
import { CardsModule } from './cards.module.ts';
import { cardsOnSheet, letterCode } from './testing/read-codes.ts';
import { leave, pupilIn } from './testing/roster.ts';

const imports = [IdentityModule, CardsModule];
const withLetters = { includeLetters: true, printNames: true };

describe('printing cards', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
  });

  const print = (body: object, who = office) => who.browser.post(`schools/${school.id}/card-batches`, body);
  const storedCards = (schoolId = school.id) =>
    api.database.query<{ id: string; number: string; status: string; pupilId: string | null }>(
      'SELECT id, number, status, pupil_id AS "pupilId" FROM card WHERE school_id = $1 ORDER BY id',
      [schoolId],
    );

  it('gives each enrolled pupil of a class without a card one that scans, and a letter whose codes register it', async () => {
    const emma = await pupilIn(api, school.id, { name: 'Emma Hansen' });
    const noah = await pupilIn(api, school.id, { name: 'Noah Ødegård' });
    await aCard(api, school.id, (await pupilIn(api, school.id, { name: 'Har Kort' })).id);
    await leave(api, school.id, (await pupilIn(api, school.id, { name: 'Har Sluttet' })).id);
    await pupilIn(api, school.id, { name: 'Annen Klasse', className: '9A' });

    const answer = await print({ classId: emma.classId, ...withLetters });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="kantinekort-8b.pdf"');
    const [sheet, ...letters] = await readPdf(answer.bytes);
    const tokens = sheet ? await cardsOnSheet(sheet) : [];
    expect(tokens.slice(2)).toEqual(Array<null>(8).fill(null));
    expect(tokens.slice(0, 2).map((token) => parseCardToken(token ?? ''))).toEqual(tokens.slice(0, 2));
    expect(sheet?.text).toMatch(/Emma Hansen.*Noah Ødegård/);
    expect(letters.map(({ text }) => /Til foresatte for (.+) Klasse/.exec(text)?.[1])).toEqual([
      'Emma Hansen',
      'Noah Ødegård',
    ]);
    const batch = answer.headers.get('card-batch-id');
    const cards = (await storedCards()).filter(({ pupilId }) => pupilId === noah.id || pupilId === emma.id);
    expect(cards.map(({ status }) => status)).toEqual(['active', 'active']);
    for (const letter of letters) {
      const [, number, code] = /\/kort\?n=(\d{10})&k=(\w{10})$/.exec((await letterCode(letter)) ?? '') ?? [];
      expect(parseCardNumber(number ?? '')).toBe(number);
      expect(cards.map((card) => card.number)).toContain(number);
      expect(letter.text).toContain(`Kontrollkode ${code?.slice(0, 5)} ${code?.slice(5)}`);
      const guardian = await signedInGuardian(api);
      const registered = await guardian.browser.post('cards/register', {
        cardNumber: number,
        controlCode: code,
        confirm: true,
      });
      expect(registered.body).toMatchObject({ status: 'active' });
    }
    const { body } = await office.browser.get(`schools/${school.id}/card-batches`);
    expect(body).toMatchObject({
      items: [{ id: batch, className: '8B', cardCount: 2, reprintableCount: 0, createdBy: office.person.name }],
      nextCursor: null,
    });
  });

  it('stores neither token nor code, only their HMACs', async () => {
    const { classId } = await pupilIn(api, school.id);
    const [sheet, letter] = await readPdf((await print({ classId, ...withLetters })).bytes);
    const [token] = sheet ? await cardsOnSheet(sheet) : [];
    const code = /k=(\w{10})$/.exec((letter && (await letterCode(letter))) ?? '')?.[1] ?? '';
    const [dump] = await api.database.query<{ text: string }>(
      `SELECT (SELECT string_agg(to_jsonb(c)::text, '') FROM card c) || (SELECT string_agg(to_jsonb(d)::text, '') FROM card_directory d)
              || (SELECT string_agg(to_jsonb(e)::text, '') FROM card_event e) AS text`,
    );
    expect(token).toHaveLength(31);
    expect(code).toHaveLength(10);
    expect(dump?.text).toContain('token_hmac');
    for (const secret of [token ?? '', code]) {
      expect(dump?.text).not.toContain(secret);
      expect(dump?.text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('prints stock without pupils', async () => {
    const answer = await print({ count: 2, includeLetters: false, printNames: true });
    const pages = await readPdf(answer.bytes);
    expect(pages).toHaveLength(1);
    expect(await storedCards()).toMatchObject([
      { status: 'stock', pupilId: null },
      { status: 'stock', pupilId: null },
    ]);
  });

  it('leaves names off the cards, not off the letters, when the school wants it so', async () => {
    const { classId } = await pupilIn(api, school.id);
    const pages = await readPdf((await print({ classId, includeLetters: true, printNames: false })).bytes);
    expect(pages.map(({ text }) => text.includes('Emma'))).toEqual([false, true]);
  });

  it('of one class by two at once gives each pupil one card', async () => {
    const pupils = [
      await pupilIn(api, school.id, { name: 'Emma Hansen' }),
      await pupilIn(api, school.id, { name: 'Ida Lie' }),
    ];
    const body = { classId: pupils[0]?.classId, ...withLetters };
    const answers = await Promise.all([print(body), print(body), print(body)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status !== 200).map((answer) => answer.body['code']);
    expect(refusals.every((code) => code === 'pupil_has_card' || code === 'no_cards_to_print')).toBe(true);
    expect((await storedCards()).map(({ pupilId }) => pupilId).sort()).toEqual(pupils.map(({ id }) => id).sort());
  });

  it('refuses a class where everyone has a card, a class that is not there, and an order for nothing or for both', async () => {
    const pupil = await pupilIn(api, school.id);
    await aCard(api, school.id, pupil.id);
    const elsewhere = await pupilIn(api, (await aSchool(api)).id);
    expect((await print({ classId: pupil.classId, ...withLetters })).body).toMatchObject({
      status: 409,
      code: 'no_cards_to_print',
    });
    expect((await print({ classId: elsewhere.classId, ...withLetters })).body).toMatchObject({
      status: 404,
      code: 'class_not_found',
    });
    for (const body of [{}, { classId: pupil.classId, count: 1 }, { count: 0 }, { count: 501 }, { count: 1.5 }]) {
      expect((await print({ ...body, ...withLetters })).body).toMatchObject({ status: 400, code: 'invalid_input' });
    }
  });

  it("is for the school's own office", async () => {
    const strangers = [
      await signedInOffice(api, (await aSchool(api)).id),
      await signedInSupport(api, school.id),
      await signedInGuardian(api),
      { browser: api.browser('admin-office') },
    ];
    const pupil = await pupilIn(api, school.id);
    await aCard(api, school.id, pupil.id);
    const batches = `schools/${school.id}/card-batches`;
    const statusesOf = async ({ browser }: Pick<SignedIn, 'browser'>) => [
      (await browser.post(batches, { count: 1, ...withLetters })).status,
      (await browser.get(batches)).status,
      (await browser.post(`${batches}/${pupil.id}/reprint`, withLetters)).status,
      (await browser.post(`schools/${school.id}/pupils/${pupil.id}/letter`)).status,
    ];
    const statuses = await Promise.all(strangers.map(statusesOf));
    expect(statuses).toEqual([404, 403, 403, 401].map((status) => Array<number>(4).fill(status)));
    expect(await storedCards()).toHaveLength(1);
  });

  it('lists batches page by page, newest first', async () => {
    for (const count of [1, 2, 3]) await print({ count, includeLetters: false, printNames: false });
    const list = `schools/${school.id}/card-batches?limit=2`;
    const first = await office.browser.get<{ items: { cardCount: number }[]; nextCursor: string }>(list);
    const second = await office.browser.get<{ items: { cardCount: number }[] }>(
      `${list}&cursor=${first.body.nextCursor}`,
    );
    expect(first.body.items.map(({ cardCount }) => cardCount)).toEqual([3, 2]);
    expect(second.body).toMatchObject({ items: [{ cardCount: 1, className: null }], nextCursor: null });
  });
});

describe('printing again', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports });
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
  });
  afterAll(() => api.close());

  const tokensOf = async (bytes: Buffer) => {
    const [sheet] = await readPdf(bytes);
    return sheet ? (await cardsOnSheet(sheet)).filter((token) => token !== null) : [];
  };
  /** What the letters' QR codes say. */
  const codesOf = async (bytes: Buffer) => {
    const letters = (await readPdf(bytes)).filter(({ text }) => text.includes('Kontrollkode'));
    const urls = await Promise.all(letters.map(letterCode));
    return urls.map((url) => {
      const [, cardNumber, controlCode] = /n=(\d{10})&k=(\w{10})$/.exec(url ?? '') ?? [];
      return { cardNumber, controlCode };
    });
  };
  const register = async (codes: object | undefined) =>
    (await signedInGuardian(api)).browser.post('cards/register', { ...codes, confirm: true });

  it('a batch draws new tokens and codes, keeps the numbers, and leaves registered cards alone', async () => {
    const { classId } = await pupilIn(api, school.id, { name: 'Emma Hansen', className: '7A' });
    await pupilIn(api, school.id, { name: 'Ida Lie', className: '7A' });
    const first = await office.browser.post(`schools/${school.id}/card-batches`, { classId, ...withLetters });
    const [emmas, idas] = await codesOf(first.bytes);
    await register(emmas);

    const path = `schools/${school.id}/card-batches/${first.headers.get('card-batch-id')}/reprint`;
    const again = await office.browser.post(path, withLetters);

    const newCodes = await codesOf(again.bytes);
    expect(newCodes.map(({ cardNumber }) => cardNumber)).toEqual([idas?.cardNumber]);
    expect((await register(idas)).body).toMatchObject({ code: 'card_or_code_unknown' });
    expect((await register(newCodes[0])).body).toMatchObject({ status: 'active' });
    const [oldTokens, newTokens] = [await tokensOf(first.bytes), await tokensOf(again.bytes)];
    expect(newTokens).toHaveLength(1);
    expect(oldTokens).not.toContain(newTokens[0]);
    expect((await office.browser.post(path, withLetters)).body).toMatchObject({
      status: 409,
      code: 'no_cards_to_print',
    });
  });

  it('a batch for stock leaves a card alone that a pupil was given by scanning it', async () => {
    const pupil = await pupilIn(api, school.id);
    const bare = { includeLetters: false, printNames: false };
    const first = await office.browser.post(`schools/${school.id}/card-batches`, { ...bare, count: 2 });
    const [given = '', kept = ''] = await tokensOf(first.bytes);
    await office.browser.post(`schools/${school.id}/pupils/${pupil.id}/card`, { token: given });
    const list = await office.browser.get<{ items: object[] }>(`schools/${school.id}/card-batches`);
    expect(list.body.items[0]).toMatchObject({ cardCount: 2, reprintableCount: 1 });

    const path = `schools/${school.id}/card-batches/${first.headers.get('card-batch-id')}/reprint`;
    const again = await office.browser.post(path, bare);

    expect(await tokensOf(again.bytes)).toHaveLength(1);
    const scan = (token: string) => office.browser.post(`schools/${school.id}/pupils/${pupil.id}/card`, { token });
    expect((await scan(given)).body).toMatchObject({ card: { status: 'active' } });
    expect((await scan(kept)).body).toMatchObject({ code: 'card_unknown' });
  });

  it("a batch that is not the school's is refused", async () => {
    const elsewhere = await aSchool(api);
    const other = await signedInOffice(api, elsewhere.id);
    const { headers } = await other.browser.post(`schools/${elsewhere.id}/card-batches`, { count: 1, ...withLetters });
    const path = `schools/${school.id}/card-batches/${headers.get('card-batch-id')}/reprint`;
    expect((await office.browser.post(path, withLetters)).body).toMatchObject({
      status: 404,
      code: 'card_batch_not_found',
    });
  });

  it('a letter has a new code and makes the old one void', async () => {
    const pupil = await pupilIn(api, school.id);
    const card = await aCard(api, school.id, pupil.id);
    const answer = await office.browser.post(`schools/${school.id}/pupils/${pupil.id}/letter`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [codes] = await codesOf(answer.bytes);
    expect(codes?.cardNumber).toBe(card.number);
    expect((await register({ cardNumber: card.number, controlCode: card.controlCode })).body).toMatchObject({
      code: 'card_or_code_unknown',
    });
    expect((await register(codes)).body).toMatchObject({ status: 'active' });
  });

  it('a letter for a pupil without a card, of another school or who has left is refused', async () => {
    const letter = (pupilId: string) => office.browser.post(`schools/${school.id}/pupils/${pupilId}/letter`);
    const bare = await pupilIn(api, school.id);
    const elsewhere = await aSchool(api);
    const stranger = await pupilIn(api, elsewhere.id);
    await aCard(api, elsewhere.id, stranger.id);
    const gone = await pupilIn(api, school.id);
    await aCard(api, school.id, gone.id);
    await leave(api, school.id, gone.id);
    expect((await letter(bare.id)).body).toMatchObject({ status: 409, code: 'pupil_has_no_card' });
    expect((await letter(stranger.id)).body).toMatchObject({ status: 404, code: 'pupil_not_found' });
    expect((await letter(gone.id)).body).toMatchObject({ status: 409, code: 'pupil_left' });
  });
});
