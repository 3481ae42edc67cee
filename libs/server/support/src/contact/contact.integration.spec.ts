import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aPupil, aSchool, mailsTo, signedInGuardian } from '@kantinekortet/testing';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';
import type { ThreadDto } from './contact.dto.ts';

describe('writing to a school', () => {
  let api: TestApi;
  let inbox: Inbox;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
  });

  async function cardStatus(cardId = inbox.card.id): Promise<string | undefined> {
    const [card] = await api.database.query<{ status: string }>('SELECT status FROM card WHERE id = $1', [cardId]);
    return card?.status;
  }

  async function threadKey(email: string): Promise<string> {
    const url = (await mailsTo(api, email)).at(-1)?.action?.url ?? '';
    return new URL(url).hash.replace('#sak=', '');
  }

  const thread = (key: string) => api.browser('parent-portal').post<ThreadDto>('support-cases/thread', { key });

  it('without signing in makes a case, and a receipt at once with its number and a way back', async () => {
    const form = inbox.form({ email: 'Farmor@example.no' });
    const answer = await inbox.write(form);
    expect([answer.status, answer.body]).toEqual([201, { number: 1, isCardBlocked: false }]);
    const [receipt] = await mailsTo(api, 'farmor@example.no');
    expect(receipt?.subject).toBe('Vi har fått henvendelsen din (sak 1)');
    expect(receipt?.action?.url).toMatch(/^http:\/\/localhost:4201\/henvendelse#sak=[0-9a-f]{32}$/);
    expect(receipt?.replyTo).toMatch(/^[^+]+\+[0-9a-f]{32}@/);
    expect(await inbox.list()).toMatchObject([
      { number: 1, topic: 'other', senderName: 'Farmor Åse', excerpt: 'Hei. Når åpner kantina?', isUrgent: false },
    ]);
  });

  it('numbers the cases of each school from one', async () => {
    const other = await Inbox.open(api);
    await inbox.write();
    await other.write();
    expect((await inbox.write()).body.number).toBe(2);
    expect((await other.write()).body.number).toBe(2);
  });

  it('reports a lost card by what one knows: an urgent case, and nothing is told or blocked', async () => {
    const told = { topic: 'lost_card', childName: 'Ola', cardNumber: inbox.card.number };
    expect((await inbox.write(inbox.form(told))).body).toEqual({ number: 1, isCardBlocked: false });
    expect(await cardStatus()).toBe('active');
    const [listed] = await inbox.list();
    expect(listed).toMatchObject({ isUrgent: true, topic: 'lost_card' });
    expect(await inbox.get(listed?.id ?? '')).toMatchObject({
      pupilId: inbox.pupil.id,
      cardId: inbox.card.id,
      toldChildName: 'Ola',
      isSenderKnown: false,
    });
  });

  it('gives a report with an unknown card number the same answer', async () => {
    const told = { topic: 'lost_card', cardNumber: '1234 5678 90' };
    expect((await inbox.write(inbox.form(told))).body).toEqual({ number: 1, isCardBlocked: false });
  });

  it('is urgent when a guardian reports a loss and no card is blocked by it', async () => {
    expect((await inbox.writeSignedIn({ topic: 'lost_card' })).body).toMatchObject({ isCardBlocked: false });
    expect(await inbox.list()).toMatchObject([{ topic: 'lost_card', isUrgent: true }]);
    await inbox.writeSignedIn({ topic: 'lost_card', cardId: inbox.card.id });
    expect((await inbox.list()).map(({ isUrgent }) => isUrgent).sort()).toEqual([false, true]);
  });

  it('blocks a lost card at once when its guardian reports it, and says so in the receipt', async () => {
    const answer = await inbox.writeSignedIn({ topic: 'lost_card', cardId: inbox.card.id });
    expect(answer.body).toEqual({ number: 1, isCardBlocked: true });
    expect(await cardStatus()).toBe('blocked');
    const [receipt] = await mailsTo(api, inbox.guardian.person.email);
    expect(receipt?.paragraphs[0]).toContain('Kortet er sperret');
    const [listed] = await inbox.list();
    const { steps } = await inbox.get(listed?.id ?? '');
    expect(steps).toMatchObject([{ kind: 'card_blocked', actorName: null }]);
  });

  it('says of a card that is blocked already that it is, and asks nobody to hurry', async () => {
    await inbox.guardian.browser.post(`cards/${inbox.card.id}/block`, { reason: 'lost' });
    const answer = await inbox.writeSignedIn({ topic: 'lost_card', cardId: inbox.card.id });
    expect(answer.body).toMatchObject({ isCardBlocked: true });
    expect(await inbox.list()).toMatchObject([{ isUrgent: false }]);
    const mails = await mailsTo(api, inbox.guardian.person.email);
    expect(mails.at(-1)?.paragraphs[0]).toContain('Kortet er sperret');
  });

  it('is one case when the same form comes twice, also at once', async () => {
    const form = { id: newId(), topic: 'lost_card', cardId: inbox.card.id };
    const answers = await Promise.all([inbox.writeSignedIn(form), inbox.writeSignedIn(form)]);
    expect(answers.map(({ body }) => body.number).sort()).toEqual([1, 1]);
    expect((await inbox.writeSignedIn(form)).body).toEqual({ number: 1, isCardBlocked: true });
    expect(await mailsTo(api, inbox.guardian.person.email)).toHaveLength(1);
  });

  it('refuses another’s form under the same id', async () => {
    const form = inbox.form();
    await inbox.write(form);
    const stolen = await inbox.write({ ...form, email: 'annen@example.no' });
    expect([stolen.status, stolen.body.code]).toEqual([409, 'message_conflict']);
  });

  it('refuses other words under the id of a form that has come, and loses none of them', async () => {
    const form = inbox.form({ childName: 'Ola' });
    await inbox.write(form);
    for (const change of [{ message: 'Noe annet.' }, { childName: 'Kari' }, { cardNumber: inbox.card.number }]) {
      const refused = await inbox.write({ ...form, ...change });
      expect([refused.status, refused.body.code]).toEqual([409, 'message_conflict']);
    }
    expect((await inbox.write(form)).body).toEqual({ number: 1, isCardBlocked: false });
    const own = { id: newId(), topic: 'lost_card' };
    await inbox.writeSignedIn(own);
    const refused = await inbox.writeSignedIn({ ...own, cardId: inbox.card.id });
    expect([refused.status, refused.body.code]).toEqual([409, 'message_conflict']);
    expect(await cardStatus()).toBe('active');
  });

  it('cannot block a card of somebody else’s child, nor make a case of it', async () => {
    const other = await aCard(api, inbox.schoolId, (await aPupil(api, inbox.schoolId)).id);
    const refused = await inbox.writeSignedIn({ topic: 'lost_card', cardId: other.id });
    expect(refused.status).toBe(404);
    expect(await cardStatus(other.id)).toBe('active');
    expect(await inbox.list()).toEqual([]);
    const foreign = await aPupil(api, (await aSchool(api)).id);
    expect((await inbox.writeSignedIn({ pupilId: foreign.id })).status).toBe(404);
  });

  it('thanks a machine that fills every field, and forgets it', async () => {
    const answer = await inbox.write(inbox.form({ website: 'http://spam.example' }));
    expect(answer.status).toBe(201);
    expect(await inbox.list()).toEqual([]);
  });

  it('is limited for each sender, and says when to come again', async () => {
    const email = `${newId()}@example.no`;
    for (let count = 0; count < 10; count += 1) await inbox.write(inbox.form({ email }));
    const refused = await inbox.write(inbox.form({ email: email.toUpperCase() }));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('needs a school that is there', async () => {
    expect((await inbox.write(inbox.form({ schoolId: newId() }))).status).toBe(404);
    const { items } = (await api.browser('parent-portal').get<{ items: { id: string }[] }>('support-cases/schools'))
      .body;
    expect(items.map(({ id }) => id)).toContain(inbox.schoolId);
  });

  it('goes on through the link in the mail: what was said, without notes and names, and more', async () => {
    const form = inbox.form();
    await inbox.write(form);
    const [listed] = await inbox.list();
    const caseId = listed?.id ?? '';
    await inbox.reply(caseId, { kind: 'note', body: 'Ringte mor.' });
    await inbox.reply(caseId, { body: 'Kl. 11.', seenSeq: 2, status: 'closed' });
    api.clock.advance(10_000);
    const key = await threadKey(String(form['email']));
    expect((await thread(key)).body).toMatchObject({
      number: 1,
      status: 'closed',
      messages: [
        { isOwn: true, body: 'Hei. Når åpner kantina?' },
        { isOwn: false, body: 'Kl. 11.' },
      ],
    });
    const more = { key, id: newId(), body: 'Takk!' };
    const answer = await api.browser('parent-portal').post<ThreadDto>('support-cases/thread/messages', more);
    expect([answer.status, answer.body.status, answer.body.messages.length]).toEqual([201, 'open', 3]);
    await api.browser('parent-portal').post('support-cases/thread/messages', more);
    expect((await inbox.get(caseId)).seq).toBe(4);
    expect((await inbox.get(caseId)).steps.map(({ kind }) => kind)).toEqual(['status_changed', 'status_changed']);
  });

  it('opens nothing to a wrong key', async () => {
    expect((await thread('0'.repeat(32))).status).toBe(404);
    const form = inbox.form();
    await inbox.write(form);
    const [receipt] = await mailsTo(api, String(form['email']));
    const addressKey = /\+([0-9a-f]{32})@/.exec(receipt?.replyTo ?? '')?.[1] ?? '';
    expect((await thread(addressKey)).status).toBe(404);
  });

  it('shows a guardian their own cases and nobody else’s', async () => {
    await inbox.writeSignedIn({ message: 'Hvor er pengene?', topic: 'top_up' });
    const path = 'guardians/me/support-cases';
    const { items } = (await inbox.guardian.browser.get<{ items: { id: string }[] }>(path)).body;
    expect(items).toMatchObject([{ number: 1, topic: 'top_up', status: 'open' }]);
    const own = `${path}/${items[0]?.id}`;
    expect((await inbox.guardian.browser.get<ThreadDto>(own)).body.messages).toHaveLength(1);
    const other = (await signedInGuardian(api)).browser;
    expect((await other.get(own)).status).toBe(404);
    expect((await other.post(`${own}/messages`, { id: newId(), body: 'Hei' })).status).toBe(404);
    expect((await inbox.guardian.browser.post(`${own}/messages`, { id: newId(), body: 'Hei igjen' })).status).toBe(201);
  });
});
