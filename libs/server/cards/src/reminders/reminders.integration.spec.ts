import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readPdf, startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPerson,
  aPupil,
  aSchool,
  mailsTo,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestCard,
  type TestPerson,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { CardsModule } from '../cards.module.ts';
import { letterCode } from '../testing/read-codes.ts';
import type { ReminderResultDto } from './reminder.dto.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('a reminder before cash ends', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: { person: TestPerson; browser: HttpClient };
  let alone: TestPupil;
  let unknown: TestPupil;
  let known: TestPupil;
  let mother: TestPerson;
  let card: TestCard;
  let rosterEmail: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CardsModule] });
  });
  beforeEach(async () => {
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
    rosterEmail = `far-${school.id}@example.no`;
    alone = await aPupil(api, school.id, { firstName: 'Ali', lastName: 'Ask', guardianEmails: [rosterEmail] });
    unknown = await aPupil(api, school.id, { firstName: 'Bo', lastName: 'Berg', className: '8B' });
    known = await aPupil(api, school.id, { firstName: 'Cato', lastName: 'Cem' });
    mother = await aPerson(api, { language: 'nn' });
    await makeGuardian(api, known, mother.id);
    card = await aCard(api, school.id, alone.id);
  });
  afterAll(() => api.close());

  const path = (what: string) => `schools/${school.id}/cash-free-readiness/${what}`;
  const remind = async (body: object) => (await office.browser.post<ReminderResultDto>(path('reminders'), body)).body;
  const events = (pupil: TestPupil) =>
    api.database.query(
      `SELECT kind, actor_id AS actor, facts FROM pupil_event WHERE school_id = $1 AND pupil_id = $2 ORDER BY id`,
      [school.id, pupil.id],
    );

  it('goes to the address in the roster when nobody has a profile, in bokmål and English, and says who is out of reach', async () => {
    await aCard(api, school.id, unknown.id);
    expect(await remind({ kind: 'no_guardian' })).toEqual({
      remindedCount: 1,
      remindedBeforeCount: 0,
      withoutCardCount: 0,
      unreachable: [{ pupilId: unknown.id, name: 'Bo Berg', className: '8B' }],
    });
    const [mail, ...more] = await mailsTo(api, rosterEmail);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Registrer kantinekortet til Ali');
    expect(mail?.paragraphs.join(' ')).toMatch(/slutter snart å ta imot kontanter.*soon stops taking cash/);
    expect(await events(alone)).toEqual([
      { kind: 'guardian_reminded', actor: office.person.id, facts: { about: 'no_guardian', channel: 'mail' } },
    ]);
    expect(await events(unknown)).toEqual([]);
  });

  it('about money goes to the guardians in their language', async () => {
    expect(await remind({ kind: 'no_money' })).toMatchObject({ remindedCount: 2 });
    const [mail] = await mailsTo(api, mother.email);
    expect(mail?.paragraphs.join(' ')).toContain(
      'Det er 0,00\u00a0kr på kortet til Cato. Det held ikkje til ein lunsj',
    );
  });

  it('comes once a day about one matter, also when two click at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => remind({ kind: 'no_money' })));
    expect(answers.map(({ remindedCount }) => remindedCount).sort()).toEqual([0, 0, 2]);
    expect(answers.map(({ remindedBeforeCount }) => remindedBeforeCount).sort()).toEqual([0, 2, 2]);
    expect(await mailsTo(api, mother.email)).toHaveLength(1);
    await remind({ kind: 'no_guardian' });
    expect(await mailsTo(api, rosterEmail)).toHaveLength(2);
    api.clock.advance(dayMs);
    const tomorrow = (await signedInOffice(api, school.id)).browser;
    const again = await tomorrow.post<ReminderResultDto>(path('reminders'), { kind: 'no_money' });
    api.clock.advance(-dayMs);
    expect(again.body).toMatchObject({ remindedCount: 2, remindedBeforeCount: 0 });
  });

  it('tells nobody of a letter that is not printed yet', async () => {
    const withoutCard = await aPupil(api, school.id, { guardianEmails: [`uten-kort-${school.id}@example.no`] });
    const { remindedCount, withoutCardCount } = await remind({ kind: 'no_guardian' });
    expect({ remindedCount, withoutCardCount }).toEqual({ remindedCount: 1, withoutCardCount: 2 });
    expect(await events(withoutCard)).toEqual([]);
    expect(await remind({ kind: 'no_money' })).toMatchObject({ withoutCardCount: 0 });
  });

  it('can be for one class', async () => {
    await aCard(api, school.id, unknown.id);
    const [eighth] = await api.database.query<{ id: string }>(
      `SELECT id FROM school_class WHERE school_id = $1 AND name = '8B'`,
      [school.id],
    );
    expect(await remind({ kind: 'no_guardian', classId: eighth?.id })).toMatchObject({
      remindedCount: 0,
      unreachable: [{ pupilId: unknown.id }],
    });
  });

  it('on paper has a new control code that registers the card, and the old one is void', async () => {
    const { status, bytes, headers } = await office.browser.post(path('letters'), { kind: 'no_guardian' });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const pages = await readPdf(bytes);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    if (!page) throw new Error('The letter has no page');
    expect(page.text).toContain('Til foresatte for Ali Ask Klasse 9A');
    const controlCode = new URL((await letterCode(page)) ?? '').searchParams.get('k');
    const { browser } = await signedInGuardian(api);
    const register = (code: string | null) =>
      browser.post('cards/register', { cardNumber: card.number, controlCode: code, confirm: false });
    expect((await register(card.controlCode)).status).toBe(404);
    expect((await register(controlCode)).status).toBe(200);
    expect(await events(alone)).toMatchObject([{ facts: { about: 'no_guardian', channel: 'letter' } }]);
  });

  it('on paper about money has a page for each pupil: a code where nobody has a profile, else how to pay', async () => {
    const { bytes } = await office.browser.post(path('letters'), { kind: 'no_money' });
    const pages = await readPdf(bytes);
    expect(pages.map(({ text }) => /Til foresatte for (\w+)/.exec(text)?.[1])).toEqual(['Bo', 'Ali', 'Cato']);
    expect(await Promise.all(pages.map(async (page) => (await letterCode(page)) !== null))).toEqual([
      false,
      true,
      false,
    ]);
    expect(pages[2]?.text).toContain('Det er 0,00 kr på kortet til Cato.');
  });

  it('on paper is refused when nobody lacks it', async () => {
    const empty = await aSchool(api);
    const browser = (await signedInOffice(api, empty.id)).browser;
    const answer = await browser.post(`schools/${empty.id}/cash-free-readiness/letters`, { kind: 'no_guardian' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'nobody_to_remind' } });
  });

  it("is the office's to send", async () => {
    const support = (await signedInSupport(api, school.id)).browser;
    for (const what of ['reminders', 'letters']) {
      expect((await support.post(path(what), { kind: 'no_money' })).status).toBe(403);
      expect((await office.browser.post(path(what), { kind: 'nothing' })).status).toBe(400);
    }
  });
});
