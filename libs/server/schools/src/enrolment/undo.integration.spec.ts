import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPerson, aSchool, makeGuardian, signedInOffice, type TestSchool } from '@kantinekortet/testing';
import { DepositsService } from '@kantinekortet/wallet';
import type { RosterPreview } from '../roster/roster.dto.ts';
import { SchoolsModule } from '../schools.module.ts';
import type { UndoResult } from './enrolment.dto.ts';
import { LeaversJob } from './leavers.job.ts';

interface PupilRow {
  readonly id: string;
  readonly walletId: string;
  readonly name: string;
  readonly className: string;
  readonly status: string;
}

const header = 'Elev-ID;Fornavn;Etternavn;Klasse';
const dayMs = 24 * 60 * 60 * 1000;

describe('the undo of a roster import', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
  });

  /** The next day, when the office signs in again. */
  async function nextDay(): Promise<void> {
    api.clock.advance(dayMs);
    office = (await signedInOffice(api, school.id)).browser;
  }

  const path = () => `schools/${school.id}/roster-imports`;

  /** Applies a file of rows, as complete, and answers the import's id. */
  async function imported(...rows: string[]): Promise<string> {
    const type = { 'content-type': 'text/csv' };
    const file = Buffer.from([header, ...rows].join('\n'));
    const { body } = await office.request<RosterPreview>('POST', path(), file, type);
    const answers = { fileIsComplete: true, leavingCount: body.counts.leaving, matches: [] };
    expect((await office.post(`${path()}/${body.id}/apply`, answers)).status).toBe(200);
    return body.id;
  }

  const undo = (id: string): Promise<Answer<UndoResult>> => office.post<UndoResult>(`${path()}/${id}/undo`);
  const seen = async (id: string) => (await office.get<RosterPreview>(`${path()}/${id}`)).body.undo;

  async function pupils(): Promise<Record<string, PupilRow>> {
    const rows = await api.database.query<PupilRow & { externalId: string }>(
      `SELECT id, wallet_id AS "walletId", external_id AS "externalId", name, class_name AS "className", status
         FROM pupil WHERE school_id = $1`,
      [school.id],
    );
    return Object.fromEntries(rows.map((row) => [row.externalId, row]));
  }

  it('puts back who left, who changed and who was added, and tells it beforehand', async () => {
    await imported('1;Kari;Li;8A', '2;Ola;Vik;8A', '3;Per;Bø;8A');
    const id = await imported('1;Kari Anne;Li;9A', '4;Ny;Elev;9A');
    const outcome = { left: 1, cameBack: 2, restored: 1, kept: [] };
    expect(await seen(id)).toEqual({ state: 'possible', result: outcome });
    expect((await undo(id)).body).toEqual(outcome);
    expect(await pupils()).toMatchObject({
      '1': { name: 'Kari Li', className: '8A', status: 'enrolled' },
      '2': { status: 'enrolled' },
      '3': { status: 'enrolled' },
      '4': { status: 'left' },
    });
    expect(await seen(id)).toEqual({ state: 'done', result: outcome });
  });

  it('answers the same when it comes twice, also at once', async () => {
    await imported('1;Kari;Li;8A', '2;Ola;Vik;8A');
    const id = await imported('1;Kari;Li;8A');
    const answers = await Promise.all([undo(id), undo(id)]);
    const outcome = { left: 0, cameBack: 1, restored: 0, kept: [] };
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, outcome],
      [200, outcome],
    ]);
    await nextDay();
    expect((await undo(id)).body).toEqual(outcome);
  });

  it('keeps a new pupil who has got a guardian or money meanwhile', async () => {
    const id = await imported('1;Kari;Li;8A', '2;Ola;Vik;8A', '3;Per;Bø;8A');
    const { '1': kari, '2': ola } = await pupils();
    if (!kari || !ola) throw new Error('The pupils are missing');
    await makeGuardian(api, { ...kari, schoolId: school.id, firstName: '', lastName: '' }, (await aPerson(api)).id);
    const booking = { id: newId(), actor: 'system:test', occurredAt: api.clock.now(), paymentReference: newId() };
    const deposit = {
      schoolId: school.id,
      walletId: ola.walletId,
      amountOre: 100,
      payerId: newId(),
      clearing: 'stripe',
    };
    await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking }));
    const { body } = await undo(id);
    expect(body).toMatchObject({ left: 1, kept: [{ name: 'Kari Li' }, { name: 'Ola Vik' }] });
    expect(await pupils()).toMatchObject({
      '1': { status: 'enrolled' },
      '2': { status: 'enrolled' },
      '3': { status: 'left' },
    });
  });

  it('restores nothing that somebody has changed since', async () => {
    await imported('1;Kari;Li;8A', '2;Ola;Vik;8A');
    const id = await imported('1;Kari;Li;9A');
    const { '1': kari, '2': ola } = await pupils();
    await office.post(`schools/${school.id}/pupils/${ola?.id}/enrol-again`);
    await office.post(`schools/${school.id}/pupils/${ola?.id}/leave`, {});
    await api.database.query(
      `UPDATE pupil SET class_id = c.id, class_name = c.name FROM school_class c
        WHERE pupil.school_id = $1 AND pupil.id = $2 AND c.school_id = $1 AND c.name = '8A'`,
      [school.id, kari?.id],
    );
    expect((await undo(id)).body).toEqual({ left: 0, cameBack: 0, restored: 0, kept: [] });
    expect(await pupils()).toMatchObject({ '1': { className: '8A' }, '2': { status: 'left' } });
  });

  it('is refused when the day is over, and forgets what it would have needed', async () => {
    await imported('1;Kari;Li;8A', '2;Ola;Vik;8A');
    const id = await imported('1;Kari;Li;8A');
    await nextDay();
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'undo_too_late' } });
    expect(await seen(id)).toEqual({ state: 'too_late', result: null });
    await api.get(LeaversJob).run();
    const kept = await api.database.query(
      'SELECT 1 FROM enrolment_change WHERE school_id = $1 AND undo_steps IS NOT NULL',
      [school.id],
    );
    expect(kept).toEqual([]);
  });

  it('is refused while a later import stands, and for one that was never applied', async () => {
    const first = await imported('1;Kari;Li;8A');
    const second = await imported('1;Kari;Li;9A');
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'later_change_applied' } });
    expect(await seen(first)).toMatchObject({ state: 'later_change' });
    expect((await undo(second)).status).toBe(200);
    expect((await undo(first)).body).toMatchObject({ left: 1 });
    const type = { 'content-type': 'text/csv' };
    const file = Buffer.from(`${header}\n7;Ane;Dal;8A`);
    const { body } = await office.request<RosterPreview>('POST', path(), file, type);
    expect(await undo(body.id)).toMatchObject({ status: 409, body: { code: 'nothing_to_undo' } });
    expect(await undo(newId())).toMatchObject({ status: 404, body: { code: 'roster_import_not_found' } });
  });

  it('lets a wrong file of last year leave no trace, and the right one bring all back', async () => {
    await imported('1;Kari;Li;8A', '2;Ola;Vik;8A');
    await imported('2;Ola;Vik;9A');
    await nextDay();
    await api.get(LeaversJob).run();
    const [before] = await api.database.query('SELECT * FROM pupil WHERE school_id = $1 AND external_id = $2', [
      school.id,
      '1',
    ]);
    const wrong = await imported('1;Kari;Li;8A', '2;Ola;Vik;8A');
    expect(await pupils()).toMatchObject({ '1': { status: 'enrolled' }, '2': { className: '8A' } });
    expect((await undo(wrong)).body).toMatchObject({ left: 1, restored: 1 });
    const [after] = await api.database.query('SELECT * FROM pupil WHERE school_id = $1 AND external_id = $2', [
      school.id,
      '1',
    ]);
    expect(after).toEqual(before);
  });

  it('lists what was applied, newest first, with who did it and what was undone', async () => {
    await imported('1;Kari;Li;8A');
    const second = await imported('1;Kari;Li;9A');
    await undo(second);
    const { body } = await office.get<{ items: { id: string; undoneAt: string | null }[] }>(path());
    expect(body.items).toMatchObject([
      { id: second, fileName: 'roster.csv', result: { changed: 1 } },
      { result: { created: 1 }, undoneAt: null },
    ]);
    expect(body.items[0]?.undoneAt).not.toBeNull();
  });
});
