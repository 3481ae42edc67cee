import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aPupil, signedInOffice } from '@kantinekortet/testing';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';

describe('a lost card that somebody reported', () => {
  let api: TestApi;
  let inbox: Inbox;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
  });

  async function cardStatus(cardId: string): Promise<string | undefined> {
    const [card] = await api.database.query<{ status: string }>('SELECT status FROM card WHERE id = $1', [cardId]);
    return card?.status;
  }
  /** The case of a report by somebody who is not signed in. */
  const reported = async (told: object): Promise<string> => {
    const form = inbox.form({ topic: 'lost_card', ...told });
    await inbox.write(form);
    return String(form['id']);
  };
  const confirm = (caseId: string, cardId: string) =>
    inbox.support.browser.post<{ code?: string }>(`${inbox.path(caseId)}/confirm-loss`, { cardId });
  /** The office gives the pupil another card, from a case. */
  const replace = async (caseId: string): Promise<string> => {
    const office = (await signedInOffice(api, inbox.schoolId)).browser;
    const stock = await aCard(api, inbox.schoolId);
    const wish = { id: newId(), reason: 'lost', expectedFeeOre: 0, newCardToken: stock.token, caseId };
    expect((await office.post(`cards/${inbox.card.id}/replacements`, wish)).status).toBe(201);
    return stock.id;
  };

  it('blocks a card that was reported, in one call, and the case tells it', async () => {
    const report = inbox.form({ topic: 'lost_card', cardNumber: inbox.card.number });
    await inbox.write(report);
    const path = inbox.path(String(report['id']));
    const answer = await inbox.support.browser.post(`${path}/confirm-loss`, { cardId: inbox.card.id });
    expect([answer.status, answer.body]).toMatchObject([200, { cardId: inbox.card.id, isUrgent: false }]);
    await api.deliverOutbox();
    expect((await inbox.get(String(report['id']))).steps).toMatchObject([{ kind: 'card_blocked' }]);
    expect(await cardStatus(inbox.card.id)).toBe('blocked');
    const another = await aCard(api, inbox.schoolId, (await aPupil(api, inbox.schoolId)).id);
    const elsewhere = await Inbox.open(api);
    const foreign = await inbox.support.browser.post(`${path}/confirm-loss`, { cardId: elsewhere.card.id });
    expect(foreign.status).toBe(404);
    const nowhere = await inbox.support.browser.post(`${inbox.path(newId())}/confirm-loss`, { cardId: another.id });
    expect([nowhere.status, await cardStatus(another.id)]).toEqual([404, 'active']);
  });

  it('takes over the block that the guardian set when the loss is confirmed, and tells it', async () => {
    await inbox.writeSignedIn({ topic: 'lost_card', cardId: inbox.card.id });
    const report = inbox.form({ topic: 'lost_card', cardNumber: inbox.card.number });
    await inbox.write(report);
    const id = String(report['id']);
    const answer = await inbox.support.browser.post(`${inbox.path(id)}/confirm-loss`, { cardId: inbox.card.id });
    expect(answer.status).toBe(200);
    await api.deliverOutbox();
    expect((await inbox.get(id)).steps).toMatchObject([
      { kind: 'card_blocked', actorName: inbox.support.person.name, facts: { cardNumber: inbox.card.number } },
    ]);
    expect((await inbox.guardian.browser.post(`cards/${inbox.card.id}/unblock`, {})).status).toBe(403);
  });

  it('tells that a loss is confirmed of a card that the office had blocked already, once', async () => {
    await inbox.support.browser.post(`cards/${inbox.card.id}/block`, { reason: 'stolen' });
    const report = inbox.form({ topic: 'lost_card', cardNumber: inbox.card.number });
    await inbox.write(report);
    const id = String(report['id']);
    for (let click = 1; click <= 2; click += 1) {
      const path = `${inbox.path(id)}/confirm-loss`;
      expect((await inbox.support.browser.post(path, { cardId: inbox.card.id })).status).toBe(200);
    }
    await api.deliverOutbox();
    const { steps, isUrgent } = await inbox.get(id);
    expect(isUrgent).toBe(false);
    expect(steps).toMatchObject([
      { kind: 'loss_confirmed', actorName: inbox.support.person.name, facts: { cardNumber: inbox.card.number } },
    ]);
  });

  it.each([
    ['by its number', () => ({ cardNumber: inbox.card.number })],
    ['by name', () => ({ childName: 'Ola' })],
  ])('%s is not the one that the pupil has got since, however late a press comes', async (_how, told) => {
    const caseId = await reported(told());
    api.clock.advance(1_000);
    const next = await replace(caseId);
    expect(await confirm(caseId, next)).toMatchObject({ status: 409, body: { code: 'card_not_reported' } });
    expect(await cardStatus(next)).toBe('active');
  });

  it('by number is no other pupil’s, until the office says that the child is another', async () => {
    const caseId = await reported({ cardNumber: inbox.card.number });
    const other = await aPupil(api, inbox.schoolId);
    const othersCard = await aCard(api, inbox.schoolId, other.id);
    api.clock.advance(1_000);
    const caseOfOther = await reported({ cardNumber: inbox.card.number });
    expect((await confirm(caseOfOther, othersCard.id)).status).toBe(409);
    await inbox.support.browser.patch(inbox.path(caseOfOther), { pupilId: other.id });
    expect((await confirm(caseOfOther, othersCard.id)).status).toBe(200);
    expect(await inbox.get(caseId)).toMatchObject({ cardId: inbox.card.id });
  });

  it('is no longer urgent when the pupil has got another card from the case', async () => {
    const caseId = await reported({ cardNumber: inbox.card.number });
    expect(await inbox.get(caseId)).toMatchObject({ isUrgent: true });
    await replace(caseId);
    await api.deliverOutbox();
    expect(await inbox.get(caseId)).toMatchObject({ isUrgent: false });
  });
});
