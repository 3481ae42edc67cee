import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPerson,
  aPupil,
  aSchool,
  signedInOffice,
  type TestPerson,
  type TestPupil,
} from '@kantinekortet/testing';
import { recordPupilEvents, type PupilActor } from '@kantinekortet/schools';
import { ChargebacksService, DepositsService, HoldsService } from '@kantinekortet/wallet';
import { ReportingModule } from '../reporting.module.ts';
import { claim, sell, takeBack, topUp } from '../testing/canteen-money.ts';
import type { TimelineEntryDto, TimelinePage } from './timeline.dto.ts';

describe("a pupil's timeline", () => {
  let api: TestApi;
  let office: { readonly person: TestPerson; readonly browser: HttpClient };
  let pupil: TestPupil;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const school = await aSchool(api);
    office = await signedInOffice(api, school.id);
    pupil = await aPupil(api, school.id);
  });

  async function timeline(query = ''): Promise<TimelinePage> {
    const answer = await office.browser.get<TimelinePage>(
      `schools/${pupil.schoolId}/pupils/${pupil.id}/timeline?${query}`,
    );
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async function changeClass(from: string, to: string): Promise<void> {
    const actor = { role: 'office', personId: office.person.id } as const;
    const change = { schoolId: pupil.schoolId, actor, occurredAt: api.clock.now(), reason: 'Ny gruppe' };
    await api.database.transaction((tx) =>
      recordPupilEvents(tx, change, [{ pupilId: pupil.id, kind: 'class_changed', facts: { from, to } }]),
    );
  }

  const kinds = ({ items }: TimelinePage): string[] => items.map(({ kind }) => kind);

  it('tells of card, money and school life in one list, newest first, with who and why', async () => {
    await topUp(api, pupil, 10_000);
    const saleId = await sell(api, pupil, 4_500);
    await takeBack(api, pupil, saleId, 4_500);
    await claim(api, pupil, 2_000);
    await changeClass('8A', '9A');
    const page = await timeline();
    expect(new Set(kinds(page))).toEqual(new Set(['class_changed', 'claim', 'sale_return', 'sale', 'top_up']));
    const entry = (kind: string): TimelineEntryDto | undefined => page.items.find((item) => item.kind === kind);
    expect(entry('class_changed')).toMatchObject({
      topic: 'enrolment',
      actor: { role: 'office', name: office.person.name },
      reason: 'Ny gruppe',
      facts: { from: '8A', to: '9A' },
      amountOre: null,
    });
    expect(entry('sale')).toMatchObject({
      topic: 'sale',
      amountOre: -4_500,
      balanceAfterOre: 5_500,
      summary: { receiptNumber: 7, registerName: 'Kasse 1' },
      facts: {},
    });
    expect(entry('claim')).toMatchObject({ topic: 'money', amountOre: null, owedOre: 2_000 });
    expect(entry('sale_return')?.summary.reversesId).toBe(saleId);
    expect(JSON.stringify(page)).not.toContain('secretFact');
  });

  it('tells what was set aside for a refund, and what left for the bank', async () => {
    await topUp(api, pupil, 10_000);
    const operation = () => {
      const { schoolId, walletId } = pupil;
      return { id: newId(), schoolId, walletId, actor: `person:${office.person.id}`, occurredAt: api.clock.now() };
    };
    const asked = { ...operation(), amountOre: 4_000, payerId: null, paymentReference: null };
    const holds = api.get(HoldsService);
    const { result } = await api.database.transaction((tx) => holds.place(tx, asked));
    const sent = {
      ...operation(),
      holdId: result.holdId,
      amountOre: 4_000,
      credit: { account: 'in_transit' } as const,
    };
    await api.database.transaction((tx) => holds.post(tx, sent));
    const { items } = await timeline('topics=money');
    const entry = (kind: string) => items.find((item) => item.kind === kind);
    expect(entry('hold')).toMatchObject({ heldOre: 4_000, amountOre: 0, actor: { name: office.person.name } });
    expect(entry('hold_post')).toMatchObject({ heldOre: -4_000, amountOre: -4_000, balanceAfterOre: 6_000 });
  });

  it('is one entry for a top-up that settles what was owed', async () => {
    await claim(api, pupil, 2_000);
    await topUp(api, pupil, 10_000);
    const { items } = await timeline('topics=money');
    expect(items.find(({ kind }) => kind === 'top_up')).toMatchObject({
      amountOre: 8_000,
      balanceAfterOre: 8_000,
      owedOre: -2_000,
    });
    expect(items).toHaveLength(2);
  });

  it('tells of a payment that the bank took back: what was on the card, what is owed, and when it came back', async () => {
    const payerId = newId();
    const paymentReference = await topUp(api, pupil, 10_000, payerId);
    await sell(api, pupil, 4_500);
    const { schoolId, walletId } = pupil;
    const request = { schoolId, walletId, actor: 'system:payments', occurredAt: api.clock.now() };
    const taken = { amountOre: 10_000, clearing: 'stripe', payerId, paymentReference, reason: 'dispute' };
    const takenBackId = newId();
    const chargebacks = api.get(ChargebacksService);
    await api.database.transaction((tx) => chargebacks.takeBack(tx, { ...request, ...taken, id: takenBackId }));
    await api.database.transaction((tx) =>
      chargebacks.winBack(tx, { ...request, id: newId(), takenBackId, settledId: newId() }),
    );
    const { items } = await timeline('topics=money');
    const facts = { actor: { role: 'system', name: null }, summary: { takenBackBy: 'bank' } };
    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'dispute_won', amountOre: 5_500, owedOre: -4_500, balanceAfterOre: 5_500, ...facts },
      { kind: 'dispute', amountOre: -5_500, owedOre: 4_500, balanceAfterOre: 0, ...facts },
    ]);
  });

  it('tells what happened to each of the cards', async () => {
    const card = await aCard(api, pupil.schoolId, pupil.id);
    await api.database.query(
      `INSERT INTO card_event (school_id, card_id, id, kind, reason, actor_id, actor_role, occurred_at)
       VALUES ($1, $2, gen_random_uuid(), 'blocked', 'stolen', $3, 'office', now())`,
      [pupil.schoolId, card.id, office.person.id],
    );
    const { items } = await timeline('topics=card');
    expect(items[0]).toMatchObject({
      kind: 'card_blocked',
      reason: 'stolen',
      facts: { cardNumber: card.number },
      actor: { role: 'office', name: office.person.name },
    });
  });

  it('tells of cases about the pupil, and how they went', async () => {
    const caseId = newId();
    const { schoolId, id: pupilId } = pupil;
    const tell = (kind: 'case_opened' | 'case_closed', actor: PupilActor, facts: object) => {
      api.clock.advance(1000);
      const circumstances = { schoolId, actor, occurredAt: api.clock.now(), caseId };
      const event = { pupilId, kind, facts: { caseNumber: 12, ...facts } };
      return api.database.transaction((tx) => recordPupilEvents(tx, circumstances, [event]));
    };
    await tell('case_opened', { role: 'sender', personId: null }, { about: 'lost_card' });
    await tell('case_closed', { role: 'office', personId: office.person.id }, {});
    const facts = { caseNumber: 12 };
    expect((await timeline('topics=case')).items).toMatchObject([
      { kind: 'case_closed', actor: { role: 'office', name: office.person.name }, caseId, facts },
      { kind: 'case_opened', actor: { role: 'sender', name: null }, caseId, facts: { ...facts, about: 'lost_card' } },
    ]);
  });

  it('names the guardian that an entry is about, and who was invited', async () => {
    const root = `schools/${pupil.schoolId}`;
    const grete = await aPerson(api, { name: 'Grete Foresatt' });
    const link = `${root}/pupils/${pupil.id}/guardians`;
    expect((await office.browser.post(link, { email: grete.email })).status).toBeLessThan(300);
    const [{ id } = { id: '' }] = await api.database.query<{ id: string }>(
      'SELECT id FROM guardianship WHERE school_id = $1 AND person_id = $2',
      [pupil.schoolId, grete.id],
    );
    await office.browser.put(`${root}/guardianships/${id}/discretion`, { isDiscreet: true });
    await office.browser.post(`${root}/guardianships/${id}/end`);
    const email = `${newId()}@example.no`;
    await office.browser.post(`${root}/pupils/${pupil.id}/guardian-invitations`, { email });
    const { items } = await timeline('topics=guardian');
    const byKind = Object.fromEntries(items.map(({ kind, facts, actor }) => [kind, { facts, actor }]));
    const guardianName = 'Grete Foresatt';
    const actor = { role: 'office', name: office.person.name };
    expect(byKind).toMatchObject({
      guardian_linked: { facts: { guardianName }, actor },
      guardian_discretion_changed: { facts: { guardianName, isDiscreet: true }, actor },
      guardian_unlinked: { facts: { guardianName }, actor },
      guardian_invited: { facts: { invitedEmail: email }, actor },
    });
  });

  it('tells from which case a purchase was credited, what it was and why', async () => {
    await topUp(api, pupil, 10_000);
    const saleId = await sell(api, pupil, 4_500);
    const caseId = newId();
    await api.database.transaction((tx) =>
      api.get(DepositsService).goodwill(tx, {
        ...{
          id: newId(),
          schoolId: pupil.schoolId,
          walletId: pupil.walletId,
          amountOre: 4_500,
          reason: 'Stjålet kort',
        },
        actor: `person:${office.person.id}`,
        occurredAt: api.clock.now(),
        reversesOperationId: saleId,
        facts: { receiptNumber: 7, caseId },
      }),
    );
    const entry = (await timeline('topics=money')).items.find(({ kind }) => kind === 'goodwill');
    expect(entry).toMatchObject({
      actor: { name: office.person.name },
      ...{ reason: 'Stjålet kort', caseId, amountOre: 4_500 },
      summary: { reversesId: saleId, receiptNumber: 7 },
    });
  });

  it('goes page by page without a gap, also when two things happened in one moment', async () => {
    for (let year = 1; year <= 5; year += 1) await changeClass(`${year}A`, `${year + 1}A`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TimelinePage = await timeline(`limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('is filtered by topic, and refuses an unknown one', async () => {
    await topUp(api, pupil, 10_000);
    await sell(api, pupil, 4_500);
    await changeClass('8A', '9A');
    expect(kinds(await timeline('topics=sale'))).toEqual(['sale']);
    expect(new Set(kinds(await timeline('topics=sale&topics=enrolment')))).toEqual(new Set(['sale', 'class_changed']));
    const refused = await office.browser.get(`schools/${pupil.schoolId}/pupils/${pupil.id}/timeline?topics=gossip`);
    expect(refused.status).toBe(400);
  });

  it('is only for the staff of the school', async () => {
    const other = await signedInOffice(api, (await aSchool(api)).id);
    const path = `schools/${pupil.schoolId}/pupils/${pupil.id}/timeline`;
    expect((await other.browser.get(path)).status).toBe(404);
    const elsewhere = await aPupil(api, (await aSchool(api)).id);
    expect((await office.browser.get(`schools/${pupil.schoolId}/pupils/${elsewhere.id}/timeline`)).status).toBe(404);
  });
});
