import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Letter } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { LeaversJob, leftForGoodTopic } from '@kantinekortet/schools';
import {
  aCard,
  aPerson,
  aPupil,
  aSchool,
  makeGuardian,
  signedInOffice,
  type TestCard,
  type TestPupil,
} from '@kantinekortet/testing';
import { DepositsService } from '@kantinekortet/wallet';
import { newId, osloDay, OutboxHandlers } from '@kantinekortet/platform';
import { CardsModule } from './cards.module.ts';
import { leave } from './testing/roster.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('the card of a pupil who leaves', () => {
  let api: TestApi;
  let office: HttpClient;
  let pupil: TestPupil;
  let card: TestCard;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CardsModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.database.query('DELETE FROM outbox');
    const school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
    pupil = await aPupil(api, school.id, { firstName: 'Kari' });
    card = await aCard(api, school.id, pupil.id);
  });

  const route = (step: 'leave' | 'enrol-again') => `schools/${pupil.schoolId}/pupils/${pupil.id}/${step}`;

  async function topUp(payerId: string): Promise<void> {
    const booking = { id: newId(), actor: 'system:test', occurredAt: api.clock.now(), paymentReference: newId() };
    const { schoolId, walletId } = pupil;
    const deposit = { schoolId, walletId, amountOre: 12_050, payerId, clearing: 'stripe' };
    await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking }));
  }

  async function nextDay(): Promise<void> {
    api.clock.advance(dayMs);
    office = (await signedInOffice(api, pupil.schoolId)).browser;
  }

  async function status(): Promise<string | undefined> {
    const [row] = await api.database.query<{ status: string }>('SELECT status FROM card WHERE id = $1', [card.id]);
    return row?.status;
  }

  async function endings(): Promise<unknown[]> {
    return api.database.query(`SELECT actor_role, actor_id FROM card_event WHERE card_id = $1 AND kind = 'ended'`, [
      card.id,
    ]);
  }

  /** Until PostgreSQL itself says that a statement waits for an advisory lock. */
  async function untilSomebodyWaits(): Promise<void> {
    const sql = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    while ((await api.database.query(sql)).length === 0) await Promise.resolve();
  }

  /** Hands over what the job told, and leaves the mails. */
  async function deliver(): Promise<void> {
    for (const message of await api.outbox<object>(leftForGoodTopic)) {
      await api.get(OutboxHandlers).deliver(leftForGoodTopic, message);
    }
  }

  it('ends in the night after, once, by the job', async () => {
    expect((await office.post(route('leave'), { reason: 'Flyttet' })).body).toMatchObject({ status: 'left' });
    await api.get(LeaversJob).run();
    await deliver();
    expect(await status()).toBe('active');
    await nextDay();
    await Promise.all([api.get(LeaversJob).run(), api.get(LeaversJob).run()]);
    expect(await api.outbox(leftForGoodTopic)).toHaveLength(1);
    await deliver();
    await deliver();
    expect(await status()).toBe('ended');
    expect(await endings()).toEqual([{ actor_role: 'job', actor_id: null }]);
  });

  it('ends also when it is blocked, and the block goes with it', async () => {
    expect((await office.post(`cards/${card.id}/block`, { reason: 'lost' })).status).toBe(200);
    await office.post(route('leave'), {});
    await nextDay();
    await api.get(LeaversJob).run();
    await deliver();
    expect(await status()).toBe('ended');
    expect((await office.post(`cards/${card.id}/unblock`)).status).toBe(409);
  });

  it('goes on when the pupil comes back before the day is over', async () => {
    await office.post(route('leave'), {});
    expect((await office.post(route('enrol-again'))).body).toEqual({
      status: 'enrolled',
      leftAt: null,
      leftForGoodAt: null,
      lastDay: null,
    });
    await nextDay();
    await api.get(LeaversJob).run();
    expect(await api.outbox(leftForGoodTopic)).toEqual([]);
    expect(await api.outbox('mail')).toEqual([]);
    expect(await status()).toBe('active');
  });

  it('goes on when the pupil comes back after the night, before the message is handled', async () => {
    await office.post(route('leave'), {});
    await nextDay();
    await api.get(LeaversJob).run();
    await office.post(route('enrol-again'));
    await deliver();
    expect(await status()).toBe('active');
  });

  it('is told to every guardian in their language, with what is left and how to get it back', async () => {
    const [mother, father] = [await aPerson(api), await aPerson(api, { language: 'en' })];
    for (const { id } of [mother, father]) await makeGuardian(api, pupil, id);
    await topUp(mother.id);
    await office.post(route('leave'), {});
    await nextDay();
    await api.get(LeaversJob).run();
    const letters = await api.outbox<Letter>('mail');
    expect(letters.map(({ to }) => to)).toEqual([mother.email, father.email]);
    expect(letters[0]).toMatchObject({
      subject: 'Kantinekortet til Kari er avsluttet',
      action: { url: `http://localhost:4201/barn?elev=${pupil.id}` },
    });
    expect(letters[0]?.paragraphs[1]).toBe(
      'Det står igjen 120,50\u00a0kr. Pengene er deres. Du får tilbake det du har betalt inn: velg «Få pengene tilbake».',
    );
    expect(letters[1]?.subject).toBe('The canteen card of Kari has ended');
  });

  it('is told to the addresses of the roster where no guardian has a profile, with the school to ask', async () => {
    await topUp((await aPerson(api)).id);
    await api.database.query('UPDATE pupil SET guardian_emails = $2 WHERE id = $1', [
      pupil.id,
      ['far@example.com', 'mor@example.com'],
    ]);
    await office.post(route('leave'), {});
    await api.get(LeaversJob).run();
    expect(await api.outbox('mail')).toEqual([]);
    await nextDay();
    await api.get(LeaversJob).run();
    await api.get(LeaversJob).run();
    const letters = await api.outbox<Letter>('mail');
    expect(letters.map(({ to }) => to)).toEqual(['far@example.com', 'mor@example.com']);
    expect(letters[0]).toMatchObject({
      subject: 'Kantinekortet til Kari er avsluttet',
      action: { url: 'http://localhost:4201/kontakt?emne=refund' },
    });
    expect(letters[0]?.paragraphs.join(' ')).toMatch(/Det står igjen 120,50\skr.*There is/);
  });

  it('is not told to the roster where a guardian has a profile', async () => {
    const mother = await aPerson(api);
    await makeGuardian(api, pupil, mother.id);
    await api.database.query('UPDATE pupil SET guardian_emails = $2 WHERE id = $1', [pupil.id, ['far@example.com']]);
    await office.post(route('leave'), {});
    await nextDay();
    await api.get(LeaversJob).run();
    expect((await api.outbox<Letter>('mail')).map(({ to }) => to)).toEqual([mother.email]);
  });

  it('holds through a last day that the office gave, and ends in the night after', async () => {
    const lastDay = osloDay(new Date(api.clock.now().getTime() + dayMs));
    expect((await office.post(route('leave'), { lastDay, reason: 'Flytter' })).body).toMatchObject({
      status: 'enrolled',
      lastDay,
    });
    await nextDay();
    await api.get(LeaversJob).run();
    expect(await status()).toBe('active');
    await nextDay();
    await api.get(LeaversJob).run();
    await deliver();
    expect(await status()).toBe('ended');
    const events = await api.database.query(
      `SELECT kind, actor_role, reason FROM pupil_event
        WHERE pupil_id = $1 AND kind IN ('leave_planned', 'left', 'left_for_good') ORDER BY occurred_at, id`,
      [pupil.id],
    );
    expect(events).toEqual([
      { kind: 'leave_planned', actor_role: 'office', reason: 'Flytter' },
      { kind: 'left', actor_role: 'office', reason: 'Flytter' },
      { kind: 'left_for_good', actor_role: 'job', reason: null },
    ]);
    expect((await office.post(route('enrol-again'))).body).toMatchObject({ status: 'enrolled', lastDay: null });
  });

  it('goes on when the office finds that the pupil stays after all, also after another last day', async () => {
    const today = osloDay(api.clock.now());
    const later = osloDay(new Date(api.clock.now().getTime() + 30 * dayMs));
    await office.post(route('leave'), { lastDay: later });
    expect((await office.post(route('leave'), { lastDay: today })).body).toMatchObject({ lastDay: today });
    expect((await office.post(route('enrol-again'))).body).toMatchObject({ status: 'enrolled', lastDay: null });
    await nextDay();
    await api.get(LeaversJob).run();
    expect(await status()).toBe('active');
    const events = await api.database.query<{ kind: string }>(
      'SELECT kind FROM pupil_event WHERE pupil_id = $1 ORDER BY occurred_at, id',
      [pupil.id],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['leave_planned', 'leave_planned', 'leave_cancelled']);
  });

  it('goes on when the plan is taken back while the job waits to carry it out', async () => {
    await office.post(route('leave'), { lastDay: osloDay(api.clock.now()) });
    await nextDay();
    const { job } = await api.database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('roster/' || $1, 0))`, [pupil.schoolId]);
      const job = api.get(LeaversJob).run();
      await untilSomebodyWaits();
      await tx.query('DELETE FROM planned_leave WHERE pupil_id = $1', [pupil.id]);
      return { job };
    });
    await job;
    expect(await api.outbox(leftForGoodTopic)).toEqual([]);
    expect((await office.post(route('enrol-again'))).body).toMatchObject({ status: 'enrolled', leftAt: null });
    const left = await api.database.query(`SELECT FROM pupil_event WHERE pupil_id = $1 AND kind = 'left'`, [pupil.id]);
    expect(left).toEqual([]);
  });

  it('ends now when the pupil leaves now, whatever was planned', async () => {
    await office.post(route('leave'), { lastDay: osloDay(new Date(api.clock.now().getTime() + 30 * dayMs)) });
    expect((await office.post(route('leave'), {})).body).toMatchObject({ status: 'left', lastDay: null });
  });

  it('is planned to end no more once the pupil has left otherwise and for good', async () => {
    await office.post(route('leave'), { lastDay: osloDay(new Date(api.clock.now().getTime() + 30 * dayMs)) });
    await leave(api, pupil.schoolId, pupil.id);
    await nextDay();
    await api.get(LeaversJob).run();
    expect((await office.post(route('enrol-again'))).body).toMatchObject({ status: 'enrolled', lastDay: null });
    const [events] = await api.database.query<{ kinds: string[] }>(
      'SELECT array_agg(kind ORDER BY occurred_at, id) AS kinds FROM pupil_event WHERE pupil_id = $1',
      [pupil.id],
    );
    expect(events?.kinds).toEqual(['leave_planned', 'left_for_good', 'enrolled_again']);
  });

  it.each([
    [-1, 'past'],
    [367, 'too_late'],
  ])('takes no last day %i days from now', async (days, code) => {
    const lastDay = osloDay(new Date(api.clock.now().getTime() + days * dayMs));
    expect(await office.post(route('leave'), { lastDay })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/lastDay', code }] },
    });
  });

  it('is left twice with the first answer, and only for a pupil of the school', async () => {
    const first = await office.post(route('leave'), {});
    expect(await office.post(route('leave'), {})).toMatchObject({ status: 200, body: first.body });
    const stranger = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    expect((await stranger.post(route('enrol-again'))).status).toBe(404);
    const nobody = `schools/${pupil.schoolId}/pupils/${newId()}/leave`;
    expect(await office.post(nobody, {})).toMatchObject({ status: 404, body: { code: 'pupil_not_found' } });
  });
});
