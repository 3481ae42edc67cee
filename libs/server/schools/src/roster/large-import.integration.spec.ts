import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool, signedInOffice, type TestSchool } from '@kantinekortet/testing';
import { Client } from 'pg';
import { SchoolsModule } from '../schools.module.ts';
import type { RosterPreview, RosterProgress, RosterResult } from './roster.dto.ts';

const count = 2000;
const atRow1999 = `AFTER INSERT ON pupil FOR EACH ROW WHEN (NEW.external_id = '1999') EXECUTE FUNCTION`;

describe('an import of 2,000 pupils', () => {
  let api: TestApi;
  let owner: Client;
  let school: TestSchool;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
    owner = new Client(api.ownerUrl);
    await owner.connect();
    await owner.query(`
      CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no such pupil'; END $$;
      CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(1999); RETURN NULL; END $$`);
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
    await owner.query('DROP TRIGGER IF EXISTS at_row_1999 ON pupil');
  });

  const path = () => `schools/${school.id}/roster-imports`;

  async function upload(): Promise<string> {
    const rows = Array.from(
      { length: count },
      (_, index) => `${index + 1};Elev ${index + 1};Berg;${1 + (index % 10)}A`,
    );
    const file = Buffer.from(['Elev-ID;Fornavn;Etternavn;Klasse', ...rows].join('\n'));
    const { body } = await office.request<RosterPreview>('POST', path(), file, { 'content-type': 'text/csv' });
    expect(body.counts).toMatchObject({ rows: count, new: count });
    return body.id;
  }

  const apply = (id: string): Promise<Answer<RosterResult>> =>
    office.post(`${path()}/${id}/apply`, { fileIsComplete: false, matches: [] });
  const progress = async (id: string) => (await office.get<RosterProgress>(`${path()}/${id}/progress`)).body;

  /** Starts it and waits until 1,998 pupils are written, and the next one waits. */
  async function applyUntilRow1999(id: string): Promise<{ applying: Promise<Answer<RosterResult>> }> {
    await owner.query(`SELECT pg_advisory_lock(1999)`);
    await owner.query(`CREATE TRIGGER at_row_1999 ${atRow1999} wait_here()`);
    const applying = apply(id);
    while ((await waiting()).length === 0 || (await progress(id)).written < 1900) await Promise.resolve();
    return { applying };
  }

  async function waiting(): Promise<{ pid: number }[]> {
    const { rows } = await owner.query<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows;
  }

  /** What there is of the school's pupils, in every table that an import writes. */
  async function written(): Promise<Record<string, number>> {
    const tables = ['pupil', 'school_class', 'wallet', 'pupil_event', 'enrolment_change'];
    const counted = tables.map((table) => `(SELECT count(*)::int FROM ${table} WHERE school_id = $1) AS ${table}`);
    const { rows } = await owner.query<Record<string, number>>(`SELECT ${counted.join(', ')}`, [school.id]);
    return rows[0] ?? {};
  }

  const nothing = { pupil: 0, school_class: 0, wallet: 0, pupil_event: 0, enrolment_change: 0 };
  const everything = { pupil: count, school_class: 10, wallet: count, pupil_event: count, enrolment_change: 1 };

  it('tells how many are written, and shows none of them before all are', async () => {
    const id = await upload();
    expect(await progress(id)).toEqual({ written: 0, total: null });
    const { applying } = await applyUntilRow1999(id);
    expect([await progress(id), await written()]).toEqual([{ written: 1900, total: count }, nothing]);
    await owner.query('SELECT pg_advisory_unlock(1999)');
    expect(await applying).toMatchObject({ status: 200, body: { created: count } });
    expect(await written()).toEqual(everything);
    expect((await apply(id)).body).toMatchObject({ created: count });
    expect(await written()).toEqual(everything);
  });

  it('leaves nothing when the 1,999th cannot be written, and does it all the next time', async () => {
    const id = await upload();
    await owner.query(`CREATE TRIGGER at_row_1999 ${atRow1999} fail_here()`);
    expect((await apply(id)).status).toBe(500);
    expect(await written()).toEqual(nothing);
    await owner.query('DROP TRIGGER at_row_1999 ON pupil');
    expect(await apply(id)).toMatchObject({ status: 200, body: { created: count } });
    expect(await written()).toEqual(everything);
  });

  it('leaves nothing when its connection is cut at the 1,999th, and does it all the next time', async () => {
    const id = await upload();
    const { applying } = await applyUntilRow1999(id);
    const [importing] = await waiting();
    await api.database.query('SELECT pg_terminate_backend($1)', [importing?.pid]);
    expect((await applying).status).toBe(500);
    expect(await written()).toEqual(nothing);
    await owner.query('SELECT pg_advisory_unlock(1999)');
    await owner.query('DROP TRIGGER at_row_1999 ON pupil');
    expect(await apply(id)).toMatchObject({ status: 200, body: { created: count } });
    expect(await written()).toEqual(everything);
  });
});
