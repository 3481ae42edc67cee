import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, Outbox } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aPupil, aSchool, mailsTo, signedInOffice, signedInSupport } from '@kantinekortet/testing';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';
import type { CaseDto } from './case.dto.ts';

describe('a school’s inbox', () => {
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
    const form = inbox.form();
    sender = String(form['email']);
    await inbox.write(form);
    caseId = String(form['id']);
  });

  const replies = async () => (await mailsTo(api, sender)).filter(({ subject }) => subject.startsWith('Svar'));

  it('answers by mail after ten seconds, and not before', async () => {
    const answer = await inbox.reply(caseId, { status: 'waiting' });
    expect([answer.status, answer.body.status]).toEqual([201, 'waiting']);
    expect(await replies()).toEqual([]);
    api.clock.advance(10_000);
    expect(await replies()).toMatchObject([
      { subject: 'Svar fra skolen (sak 1)', paragraphs: ['Kantina åpner kl. 11.', expect.any(String)] },
    ]);
  });

  it('lets an answer be taken back until it leaves', async () => {
    const id = newId();
    await inbox.reply(caseId, { id, status: 'closed' });
    const path = `${inbox.path(caseId)}/messages/${id}`;
    expect((await inbox.support.browser.delete(path)).status).toBe(204);
    api.clock.advance(10_000);
    expect(await replies()).toEqual([]);
    expect(await inbox.get(caseId)).toMatchObject({ status: 'open', messages: [{ kind: 'question' }] });
    expect(await inbox.list()).toMatchObject([{ excerpt: 'Hei. Når åpner kantina?' }]);
  });

  it.each(['open', 'waiting', 'closed'] as const)('gives a case that was %s its status back', async (before) => {
    const after = before === 'waiting' ? 'open' : 'waiting';
    await inbox.support.browser.patch(inbox.path(caseId), { status: before });
    const id = newId();
    await inbox.reply(caseId, { id, status: after });
    await inbox.support.browser.delete(`${inbox.path(caseId)}/messages/${id}`);
    expect((await inbox.get(caseId)).status).toBe(before);
  });

  it('leaves a case alone that somebody has moved on since the answer that is taken back', async () => {
    const id = newId();
    await inbox.reply(caseId, { id, status: 'closed' });
    await inbox.support.browser.patch(inbox.path(caseId), { status: 'open' });
    await inbox.support.browser.delete(`${inbox.path(caseId)}/messages/${id}`);
    expect((await inbox.get(caseId)).status).toBe('open');
  });

  it('cannot take back what has left, nor a colleague’s answer', async () => {
    const id = newId();
    await inbox.reply(caseId, { id });
    const path = `${inbox.path(caseId)}/messages/${id}`;
    const colleague = (await signedInSupport(api, inbox.schoolId)).browser;
    expect((await colleague.delete(path)).status).toBe(404);
    api.clock.advance(10_001);
    expect((await inbox.support.browser.delete(path)).status).toBe(410);
  });

  it('shows the second of two who answer at once what the first wrote, and loses nothing', async () => {
    const answers = await Promise.all([inbox.reply(caseId), inbox.reply(caseId, { body: 'Kl. 11 eller 12?' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'case_moved_on', lastSeq: 2 });
    expect((await inbox.reply(caseId, { seenSeq: 2 })).status).toBe(201);
  });

  it('takes the same answer twice as one, and another under its id not at all', async () => {
    const id = newId();
    await inbox.reply(caseId, { id });
    expect((await inbox.reply(caseId, { id })).status).toBe(201);
    expect((await inbox.get(caseId)).seq).toBe(2);
    const conflict = await inbox.reply(caseId, { id, body: 'Noe annet' });
    expect([conflict.status, conflict.body.code]).toEqual([409, 'message_conflict']);
  });

  it('takes an answer in a closed case that asks something, and waits again', async () => {
    await inbox.support.browser.patch(inbox.path(caseId), { status: 'closed' });
    expect((await inbox.reply(caseId, { status: 'waiting' })).status).toBe(201);
    expect(await inbox.get(caseId)).toMatchObject({ status: 'waiting', messages: { length: 2 } });
  });

  it('never sends a note', async () => {
    await inbox.reply(caseId, { kind: 'note', body: 'Mor virket bekymret.' });
    api.clock.advance(60_000);
    expect(await replies()).toEqual([]);
  });

  it('has views by who has it and how it stands', async () => {
    const { browser, person } = inbox.support;
    const patch = (change: object) => browser.patch(inbox.path(caseId), change);
    expect((await patch({ assigneeId: person.id })).status).toBe(200);
    expect([(await inbox.list('unassigned')).length, (await inbox.list('mine')).length]).toEqual([0, 1]);
    await patch({ status: 'waiting' });
    expect([(await inbox.list('mine')).length, (await inbox.list('waiting')).length]).toEqual([0, 1]);
    await patch({ status: 'closed' });
    expect((await inbox.list('closed')).length).toBe(1);
    await patch({ status: 'open', assigneeId: null });
    expect((await inbox.list('unassigned')).length).toBe(1);
    const counts = (await browser.get(`schools/${inbox.schoolId}/support-cases/counts`)).body;
    expect(counts).toEqual({ unassigned: 1, mine: 0, open: 1, waiting: 0, overdue: 0 });
    await patch({ dueAt: new Date(api.clock.now().getTime() - 1000) });
    const later = (await browser.get(`schools/${inbox.schoolId}/support-cases/counts`)).body;
    expect(later).toMatchObject({ open: 1, overdue: 1 });
  });

  it('names in the case who was given it, and the pupil it was linked to', async () => {
    const { person, browser } = inbox.support;
    await browser.patch(inbox.path(caseId), { assigneeId: person.id, pupilId: inbox.pupil.id });
    const [pupil] = await api.database.query<{ name: string }>('SELECT name FROM pupil WHERE id = $1', [
      inbox.pupil.id,
    ]);
    const { steps } = await inbox.get(caseId);
    expect(steps).toMatchObject([{ facts: { assigneeName: person.name, pupilName: pupil?.name } }]);
    expect(pupil?.name).toBeDefined();
  });

  it('tells in the case who changed what', async () => {
    await inbox.support.browser.patch(inbox.path(caseId), { topic: 'refund', isUrgent: true });
    const { steps } = await inbox.get(caseId);
    const { name } = inbox.support.person;
    expect(steps).toMatchObject([
      { kind: 'case_changed', actorName: name, facts: { topic: 'refund', isUrgent: true } },
    ]);
  });

  it('tells that a time or a child was set, and nothing when it was set already', async () => {
    const change = { dueAt: '2030-01-02T10:00:00.000Z', pupilId: inbox.pupil.id };
    await inbox.support.browser.patch(inbox.path(caseId), change);
    await inbox.support.browser.patch(inbox.path(caseId), change);
    expect((await inbox.get(caseId)).steps).toMatchObject([{ kind: 'case_changed', facts: change }]);
  });

  it.each(['-271821-04-20T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', 5])(
    'takes no time that is due in another century (%s)',
    async (dueAt) => {
      const refused = await inbox.support.browser.patch<{ code: string }>(inbox.path(caseId), { dueAt });
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_input']);
      expect((await inbox.get(caseId)).steps).toEqual([]);
    },
  );

  it('forgets the card of a child that it is not about', async () => {
    const report = inbox.form({ topic: 'lost_card', cardNumber: inbox.card.number });
    await inbox.write(report);
    const path = inbox.path(String(report['id']));
    const sibling = await aPupil(api, inbox.schoolId);
    const about = (pupilId: string | null) => inbox.support.browser.patch<CaseDto>(path, { pupilId });
    expect((await about(inbox.pupil.id)).body.cardId).toBe(inbox.card.id);
    expect((await about(sibling.id)).body).toMatchObject({ pupilId: sibling.id, cardId: null });
  });

  it('gives no case to somebody who does not work there, and takes no child of another school', async () => {
    const stranger = await signedInSupport(api, (await aSchool(api)).id);
    const patch = (change: object) => inbox.support.browser.patch(inbox.path(caseId), change);
    expect((await patch({ assigneeId: stranger.person.id })).status).toBe(400);
    expect((await patch({ pupilId: (await Inbox.open(api)).pupil.id })).status).toBe(404);
    expect((await patch({ pupilId: inbox.pupil.id })).body).toMatchObject({ pupilId: inbox.pupil.id });
  });

  it('lists the urgent first, then what is due first, page by page', async () => {
    await inbox.write(inbox.form({ topic: 'refund' }));
    await inbox.write(inbox.form({ topic: 'top_up' }));
    await inbox.write(inbox.form({ topic: 'lost_card' }));
    const first = await inbox.support.browser.get<{ items: { topic: string }[]; nextCursor: string }>(
      `schools/${inbox.schoolId}/support-cases?limit=2`,
    );
    const rest = await inbox.support.browser.get<{ items: { topic: string }[] }>(
      `schools/${inbox.schoolId}/support-cases?limit=2&cursor=${first.body.nextCursor}`,
    );
    const topics = [...first.body.items, ...rest.body.items].map(({ topic }) => topic);
    expect(topics.slice(0, 2)).toEqual(['lost_card', 'top_up']);
    expect(new Set(topics.slice(2))).toEqual(new Set(['other', 'refund']));
  });

  it('is searched by number, sender, child and what was written, in every view', async () => {
    await inbox.support.browser.patch(inbox.path(caseId), { status: 'closed', pupilId: inbox.pupil.id });
    for (const text of ['1', 'farmor', 'åpner kantina', sender.slice(0, 12)]) {
      expect((await inbox.list('unassigned', text)).map(({ id }) => id)).toEqual([caseId]);
    }
    expect(await inbox.list('unassigned', '100%')).toEqual([]);
  });

  it('writes down what was done from it, once', async () => {
    const id = newId();
    const step = { id, schoolId: inbox.schoolId, caseId, kind: 'card_replaced', facts: { cardNumber: '1' } };
    const tell = (told: object) =>
      api.database.transaction((tx) => api.get(Outbox).add(tx, 'support.case_step', { ...told, actorId: null }));
    await tell(step);
    await tell(step);
    await tell({ ...step, id: newId(), caseId: newId() });
    await mailsTo(api, sender);
    expect((await inbox.get(caseId)).steps.map(({ kind }) => kind)).toEqual(['card_replaced']);
  });

  it('tells what the office did to a card from it', async () => {
    const office = (await signedInOffice(api, inbox.schoolId)).browser;
    const card = `cards/${inbox.card.id}`;
    const { token } = await aCard(api, inbox.schoolId);
    await office.post(`${card}/block`, { reason: 'lost', caseId });
    await office.post(`${card}/unblock`, { caseId });
    const wish = { id: newId(), reason: 'stolen', expectedFeeOre: 0, newCardToken: token, caseId };
    expect((await office.post(`${card}/replacements`, wish)).status).toBe(201);
    const waiver = `schools/${inbox.schoolId}/replacements/${wish.id}/waiver`;
    expect((await office.post(waiver, { id: newId(), reason: 'Anmeldt', caseId })).status).toBe(201);
    await mailsTo(api, sender);
    const { steps } = await inbox.get(caseId);
    expect(steps.map(({ kind }) => kind)).toEqual([
      'card_blocked',
      'card_unblocked',
      'card_replaced',
      'card_replacement_waived',
    ]);
    expect(steps[0]?.facts).toEqual({ cardNumber: inbox.card.number, cause: 'lost' });
  });

  it('is closed to others', async () => {
    const other = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    expect((await other.get(inbox.path(caseId))).status).toBe(404);
    expect((await inbox.guardian.browser.get(inbox.path(caseId))).status).toBe(403);
    expect((await inbox.support.browser.get(inbox.path(newId()))).status).toBe(404);
  });
});
