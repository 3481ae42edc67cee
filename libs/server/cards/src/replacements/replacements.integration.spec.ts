import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, type Letter } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { aCard, aSchool, signedInOffice, signedInSupport, type TestCard } from '@kantinekortet/testing';
import { leave } from '../testing/roster.ts';
import { ReplacementScene } from '../testing/replacement-scene.ts';

let api: TestApi;
let scene: ReplacementScene;
let fresh: TestCard;
beforeAll(async () => {
  api = await ReplacementScene.startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  scene = await ReplacementScene.open(api, kr(300));
  fresh = await scene.stockCard();
});

describe('replacing a card by scanning one from stock', () => {
  it('ends the old card for good and makes the new one the pupil’s, with the same money', async () => {
    const { status, body } = await scene.replace(scene.card, fresh);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      reason: 'lost',
      oldCard: { id: scene.card.id, number: scene.card.number },
      newCard: { id: fresh.id, number: fresh.number },
      lossNumber: 1,
      feeOre: 0,
      balanceAfterOre: kr(300),
      waiverReason: null,
    });
    expect(await scene.statuses()).toEqual(['ended', 'active']);
    for (const step of ['block', 'unblock']) {
      const answer = await scene.office.browser.post(`cards/${scene.card.id}/${step}`, { reason: 'lost' });
      expect(answer.status).not.toBe(200);
    }
    const register = { ...scene.card, cardNumber: scene.card.number };
    const { cardNumber, controlCode } = register;
    const registered = await scene.guardian.browser.post('cards/register', { cardNumber, controlCode, confirm: true });
    expect(registered.body).toMatchObject({ code: 'card_or_code_unknown' });
  });

  it('ends a blocked card as it does an active one', async () => {
    await scene.guardian.browser.post(`cards/${scene.card.id}/block`, { reason: 'lost' });
    expect((await scene.replace(scene.card, fresh)).status).toBe(201);
    expect(await scene.statuses()).toEqual(['ended', 'active']);
  });

  it('answers a repetition as the first time, and refuses the id for anything else', async () => {
    const id = newId();
    const first = await scene.replace(scene.card, fresh, { id });
    const again = await scene.replace(scene.card, fresh, { id });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const colleague = await signedInOffice(api, scene.school.id);
    const conflict = { status: 409, body: { code: 'operation_conflict' } };
    expect(await scene.replace(scene.card, fresh, { id, reason: 'stolen' })).toMatchObject(conflict);
    expect(await scene.replace(scene.card, await scene.stockCard(), { id })).toMatchObject(conflict);
    expect(await scene.replace(scene.card, fresh, { id }, colleague)).toMatchObject(conflict);
  });

  it('tells every guardian in their language, and writes the timeline and the support case', async () => {
    const second = await scene.afterLosses(1);
    const caseId = newId();
    await scene.replace(second, fresh, { expectedFeeOre: kr(100), caseId });
    const mails = (await api.outbox<Letter>('mail')).filter(({ to }) => to === scene.guardian.person.email);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.paragraphs.join(' ')).not.toContain('kostet');
    const text = mails[1]?.paragraphs.join(' ') ?? '';
    expect(text).toContain(`slutter på ${fresh.number.slice(-4)}`);
    expect(text).toContain('Vi har trukket 100,00\u00a0kr fra saldoen.');
    expect(text).toContain('Saldoen er overført: 200,00\u00a0kr.');
    const [event] = await api.database.query(
      `SELECT facts, actor_id, case_id FROM pupil_event WHERE kind = 'card_replaced' AND case_id = $1`,
      [caseId],
    );
    const facts = { cause: 'lost', lossNumber: 2, feeOre: kr(100), newNumber: fresh.number };
    expect(event).toMatchObject({ facts, actor_id: scene.office.person.id, case_id: caseId });
    const steps = await api.outbox<{ caseId: string }>('support.case_step');
    expect(steps.filter((step) => step.caseId === caseId)).toMatchObject([
      { schoolId: scene.school.id, kind: 'card_replaced', facts, actorId: scene.office.person.id },
    ]);
  });

  it('is refused for a card that is no stock card of the school', async () => {
    const elsewhere = await aCard(api, (await aSchool(api)).id);
    expect((await scene.replace(scene.card, elsewhere)).body).toMatchObject({ code: 'card_of_other_school' });
    expect((await scene.replace(scene.card, { ...fresh, token: '7038010001234' })).body).toMatchObject({
      code: 'card_unknown',
    });
    expect((await scene.replace(scene.card, scene.card)).body).toMatchObject({ code: 'card_not_in_stock' });
    expect(await scene.statuses()).toEqual(['active']);
  });

  it('is refused for a card that has ended, is in stock or unknown, and for a pupil who has left', async () => {
    expect((await scene.replace(fresh, await scene.stockCard())).body).toMatchObject({ code: 'card_not_found' });
    expect((await scene.replace({ ...fresh, id: newId() }, fresh)).body).toMatchObject({ code: 'card_not_found' });
    await scene.replace(scene.card, fresh);
    expect((await scene.replace(scene.card, await scene.stockCard())).body).toMatchObject({
      status: 409,
      code: 'card_step_refused',
      cardStatus: 'ended',
    });
    await leave(api, scene.school.id, scene.pupil.id);
    expect((await scene.replace(fresh, await scene.stockCard())).body).toMatchObject({ code: 'pupil_left' });
  });

  it('is for the office of the card’s own school', async () => {
    const stranger = await signedInOffice(api, (await aSchool(api)).id);
    const support = await signedInSupport(api, scene.school.id);
    expect((await scene.replace(scene.card, fresh, {}, stranger)).status).toBe(404);
    expect((await scene.quote(scene.card, 'reason=lost', stranger)).status).toBe(404);
    expect((await scene.replace(scene.card, fresh, {}, support)).status).toBe(403);
    expect((await scene.replace(scene.card, fresh, {}, scene.guardian)).status).toBe(403);
    expect((await scene.quote(scene.card, 'reason=lost', support)).status).toBe(403);
    // An office at another school that is customer service at this one.
    const both = await signedInSupport(api, scene.school.id, stranger.person);
    expect((await scene.replace(scene.card, fresh, {}, both)).body).toMatchObject({ code: 'not_allowed' });
    expect(await scene.statuses()).toEqual(['active']);
  });
});

describe('a damaged card', () => {
  it('that lies on the desk is replaced for nothing and is no loss', async () => {
    const damaged = { reason: 'damaged', damagedCardToken: scene.card.token } as const;
    expect((await scene.replace(scene.card, fresh, damaged)).body).toMatchObject({ lossNumber: null, feeOre: 0 });
    expect((await scene.quote(fresh)).body).toMatchObject({ lossNumber: 1, feeOre: 0 });
  });

  it('must be scanned, and be the card that is replaced', async () => {
    expect((await scene.replace(scene.card, fresh, { reason: 'damaged' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/damagedCardToken', code: 'damaged_card_missing' }],
    });
    for (const damagedCardToken of [fresh.token, 'KK1']) {
      const answer = await scene.replace(scene.card, fresh, { reason: 'damaged', damagedCardToken });
      expect(answer.body).toMatchObject({ status: 422, code: 'damaged_card_differs' });
    }
    expect(await scene.statuses()).toEqual(['active']);
  });
});

describe('blocking from a support case', () => {
  it('is written into the case by the office, never by a guardian’s word', async () => {
    const [officeCase, guardianCase] = [newId(), newId()];
    const path = `cards/${scene.card.id}`;
    await scene.guardian.browser.post(`${path}/block`, { reason: 'lost', caseId: guardianCase });
    await scene.guardian.browser.post(`${path}/unblock`);
    await scene.office.browser.post(`${path}/block`, { reason: 'stolen', caseId: officeCase });
    await scene.office.browser.post(`${path}/unblock`, { caseId: officeCase });
    const steps = await api.outbox<{ caseId: string; kind: string; facts: object }>('support.case_step');
    const ours = steps.filter(({ caseId }) => [officeCase, guardianCase].includes(caseId));
    expect(ours.map(({ caseId, kind, facts }) => ({ caseId, kind, facts }))).toEqual([
      { caseId: officeCase, kind: 'card_blocked', facts: { cardNumber: scene.card.number, cause: 'stolen' } },
      { caseId: officeCase, kind: 'card_unblocked', facts: { cardNumber: scene.card.number } },
    ]);
  });
});
