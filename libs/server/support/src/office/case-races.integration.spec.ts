import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, OutboxHandlers } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { mailsTo, signedInSupport } from '@kantinekortet/testing';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';

describe('two who act on a case at once', () => {
  let api: TestApi;
  let inbox: Inbox;
  let caseId: string;
  let sender: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
    const form = inbox.form({ topic: 'lost_card', cardNumber: inbox.card.number });
    sender = String(form['email']);
    await inbox.write(form);
    caseId = String(form['id']);
  });

  const replies = async () => (await mailsTo(api, sender)).filter(({ subject }) => subject.startsWith('Svar'));

  /** Hands every answer that waits to its handler now, as a queue may do early, late or again. */
  async function deliverAnswers(): Promise<void> {
    const waiting = await api.outbox<{ caseId: string }>('support.reply');
    const own = waiting.filter((answer) => answer.caseId === caseId);
    await Promise.all(own.map((answer) => api.get(OutboxHandlers).deliver('support.reply', answer)));
  }

  async function answer(): Promise<string> {
    const id = newId();
    const { seq: seenSeq } = await inbox.get(caseId);
    expect((await inbox.reply(caseId, { id, seenSeq })).status).toBe(201);
    return `${inbox.path(caseId)}/messages/${id}`;
  }

  it('mail an answer once, however often the queue delivers it', async () => {
    await answer();
    await Promise.all([deliverAnswers(), deliverAnswers(), deliverAnswers()]);
    api.clock.advance(10_000);
    expect(await replies()).toHaveLength(1);
  });

  it('cannot take back what has left, whatever the clock says', async () => {
    const path = await answer();
    await deliverAnswers();
    const refused = await inbox.support.browser.delete<{ code: string }>(path);
    expect([refused.status, refused.body.code]).toEqual([410, 'message_sent']);
    expect((await inbox.get(caseId)).messages).toHaveLength(2);
  });

  it('either take an answer back or mail it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const path = await answer();
      const before = (await replies()).length;
      const [taken] = await Promise.all([inbox.support.browser.delete(path), deliverAnswers()]);
      expect([taken.status, (await replies()).length - before]).toEqual(taken.status === 204 ? [204, 0] : [410, 1]);
    }
  });

  it('block a reported card once, and the case tells of it once', async () => {
    const colleague = (await signedInSupport(api, inbox.schoolId)).browser;
    const confirm = (browser = colleague) =>
      browser.post(`${inbox.path(caseId)}/confirm-loss`, { cardId: inbox.card.id });
    const answers = await Promise.all([confirm(), confirm(inbox.support.browser), confirm()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await mailsTo(api, sender);
    expect((await inbox.get(caseId)).steps.map(({ kind }) => kind)).toEqual(['card_blocked']);
  });
});
