import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPupil,
  aSchool,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestSchool,
} from '@kantinekortet/testing';
import { SchoolsModule } from '../schools.module.ts';
import type { ApplyRosterRequest, RosterPreview, RosterResult } from './roster.dto.ts';

interface PupilRow {
  readonly id: string;
  readonly name: string;
  readonly class_name: string;
  readonly status: string;
}

const header = 'Elev-ID;Fornavn;Etternavn;Fødselsdato;Klasse;Foresatt 1 e-post';

describe('a roster import', () => {
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

  function upload(text: string | Buffer, browser = office): Promise<Answer<RosterPreview>> {
    const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
    return browser.request('POST', `schools/${school.id}/roster-imports?fileName=elever.csv`, bytes, {
      'content-type': 'text/csv',
    });
  }

  function apply(
    id: string,
    answers: Partial<ApplyRosterRequest> = {},
    browser = office,
  ): Promise<Answer<RosterResult>> {
    return browser.post(`schools/${school.id}/roster-imports/${id}/apply`, {
      fileIsComplete: false,
      matches: [],
      ...answers,
    });
  }

  async function imported(text: string, answers: Partial<ApplyRosterRequest> = {}): Promise<RosterResult> {
    const preview = await upload(text);
    expect(preview.status).toBe(201);
    const answer = await apply(preview.body.id, answers);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  function pupils(): Promise<PupilRow[]> {
    return api.database.query<PupilRow>(
      'SELECT id, name, class_name, status FROM pupil WHERE school_id = $1 ORDER BY last_name, first_name',
      [school.id],
    );
  }

  it('shows what a file would do, and does it: pupils, classes and an empty wallet each', async () => {
    const preview = await upload(
      `${header}\r\n1;Kari;Ødegård;03.05.2012;9A;mor@example.no\r\n2;Ola;Vik;2012-01-02;9b;\r\n3;Per;Li;1.1.12;;\r\n`,
    );
    expect(preview.body).toMatchObject({
      fileName: 'elever.csv',
      status: 'previewed',
      encoding: 'utf-8',
      delimiter: ';',
      counts: { rows: 3, new: 2, changed: 0, unchanged: 0, leaving: 0, errors: 1, ambiguous: 0 },
      rows: [
        { line: 2, kind: 'new', name: 'Kari Ødegård', className: '9A' },
        { line: 3, kind: 'new', name: 'Ola Vik' },
        { line: 4, kind: 'error', name: 'Per Li', errors: [{ field: 'className', code: 'missing' }] },
      ],
    });
    expect(await pupils()).toEqual([]);
    const { id } = preview.body;
    expect((await apply(id)).body).toEqual({ created: 2, changed: 0, left: 0, unchanged: 0, skipped: 1 });
    expect(await pupils()).toMatchObject([
      { name: 'Ola Vik', class_name: '9b', status: 'enrolled' },
      { name: 'Kari Ødegård', class_name: '9A', status: 'enrolled' },
    ]);
    const wallets = await api.database.query(
      `SELECT w.balance_ore FROM pupil p JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
        WHERE p.school_id = $1`,
      [school.id],
    );
    expect(wallets).toEqual([{ balance_ore: 0 }, { balance_ore: 0 }]);
    const classes = await office.get(`schools/${school.id}/classes`);
    expect(classes.body).toMatchObject({
      items: [
        { name: '9A', pupilCount: 1 },
        { name: '9b', pupilCount: 1 },
      ],
    });
  });

  it('forgets the people of an applied file and keeps its result and its bad rows', async () => {
    const { body } = await upload(`${header}\n1;Kari;Berg;;9A;\n2;Ola;;;9A;\n`);
    const seen = await office.get<RosterPreview>(`schools/${school.id}/roster-imports/${body.id}`);
    expect(seen.body).toEqual(body);
    await apply(body.id);
    const after = await office.get<RosterPreview>(`schools/${school.id}/roster-imports/${body.id}`);
    expect(after.body).toMatchObject({
      status: 'applied',
      result: { created: 1, skipped: 1 },
      rows: [{ line: 3, kind: 'error' }],
    });
    expect(JSON.stringify(after.body)).not.toContain('Kari');
  });

  it('changes nothing when the same file comes twice, with ids or without', async () => {
    const files = [
      `${header}\n1;Kari;Berg;03.05.2012;9A;mor@example.no,far@example.no\n2;Ola;Vik;;10B;\n`,
      'Navn,Fødselsdato,Klasse\n"Li, Per",01.02.2011,8C\nAne Å. Dal,02.02.2011,8c\n',
    ];
    for (const file of files) {
      expect(await imported(file)).toMatchObject({ created: 2 });
      const before = await pupils();
      const again = await upload(file);
      expect(again.body.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
      expect((await apply(again.body.id)).body).toEqual({ created: 0, changed: 0, left: 0, unchanged: 2, skipped: 0 });
      expect(await pupils()).toEqual(before);
    }
  });

  it('gives the first result again when it is applied again', async () => {
    const { body } = await upload(`${header}\n1;Kari;Berg;;9A;\n`);
    const [first, second] = await Promise.all([apply(body.id), apply(body.id)]);
    expect(first.body).toEqual(second.body);
    expect(await pupils()).toHaveLength(1);
  });

  it('takes 9a and 9A for one class', async () => {
    expect(await imported(`${header}\n1;Kari;Berg;;9a;\n2;Ola;Vik;;9A;\n3;Per;Li;;9Å;\n`)).toMatchObject({
      created: 3,
    });
    const classes = await office.get<{ items: { pupilCount: number }[] }>(`schools/${school.id}/classes`);
    expect(classes.body.items.map(({ pupilCount }) => pupilCount)).toEqual([2, 1]);
  });

  it('moves a pupil, and writes the new class on what the till reads', async () => {
    await imported(`${header}\n1;Kari;Berg;;9A;\n`);
    const preview = await upload(`${header}\n1;Kari;Berg;;10A;\n`);
    expect(preview.body.rows).toMatchObject([
      { kind: 'changed', changes: [{ field: 'className', from: '9A', to: '10A' }] },
    ]);
    expect((await apply(preview.body.id)).body).toMatchObject({ changed: 1 });
    expect(await pupils()).toMatchObject([{ class_name: '10A' }]);
  });

  it('lets pupils leave only when the office says that the file is complete, and types how many', async () => {
    await imported(`${header}\n1;Kari;Berg;;9A;\n2;Ola;Vik;;9A;\n`);
    const preview = await upload(`${header}\n1;Kari;Berg;;9A;\n`);
    expect(preview.body).toMatchObject({ leaving: [{ name: 'Ola Vik', className: '9A' }], leavingNeedsCount: true });
    const refused = await apply(preview.body.id, { fileIsComplete: true, leavingCount: 2 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'leaving_count_needed' } });
    expect(await pupils()).toMatchObject([{ status: 'enrolled' }, { status: 'enrolled' }]);
    expect((await apply(preview.body.id, { fileIsComplete: true, leavingCount: 1 })).body).toMatchObject({ left: 1 });
    expect(await pupils()).toMatchObject([
      { name: 'Kari Berg', status: 'enrolled' },
      { name: 'Ola Vik', status: 'left' },
    ]);
    expect(await imported(`${header}\n1;Kari;Berg;;9A;\n`)).toMatchObject({ left: 0 });
    expect(await imported(`${header}\n1;Kari;Berg;;9A;\n2;Ola;Vik;;9B;\n`)).toMatchObject({ changed: 1 });
    expect(await pupils()).toMatchObject([{ status: 'enrolled' }, { class_name: '9B', status: 'enrolled' }]);
  });

  it('takes a match by hand, a new pupil by hand, and skips what is not answered', async () => {
    const kari = await aPupil(api, school.id, { firstName: 'Kari', lastName: 'Berg', birthDate: '2012-05-03' });
    const ambiguous = 'Navn;Fødselsdato;Klasse\nKari Berg;04.05.2012;9B\n';
    expect(await imported(ambiguous)).toEqual({ created: 0, changed: 0, left: 0, unchanged: 0, skipped: 1 });
    const preview = await upload(ambiguous);
    expect(preview.body.rows).toMatchObject([
      {
        kind: 'ambiguous',
        candidates: [{ pupilId: kari.id, name: 'Kari Berg', birthDate: '2012-05-03', className: '9A' }],
      },
    ]);
    const bad = await apply(preview.body.id, { matches: [{ line: 3, pupilId: kari.id }] });
    expect(bad).toMatchObject({ status: 400, body: { code: 'roster_match', errors: [{ pointer: '/matches/0' }] } });
    const matched = await apply(preview.body.id, { matches: [{ line: 2, pupilId: kari.id }] });
    expect(matched.body).toMatchObject({ created: 0, changed: 1 });
    expect((await upload(ambiguous)).body.counts).toMatchObject({ unchanged: 1, ambiguous: 0 });
    const namesake = await upload('Navn;Fødselsdato;Klasse\nKari Berg;05.05.2012;9B\n');
    expect((await apply(namesake.body.id, { matches: [{ line: 2, pupilId: null }] })).body).toMatchObject({
      created: 1,
    });
  });

  it('does nothing when the school has changed since the preview', async () => {
    const preview = await upload(`${header}\n1;Kari;Berg;;9A;\n2;Ola;Vik;;9A;\n`);
    await aPupil(api, school.id, { externalId: '2', firstName: 'Ola', lastName: 'Vik' });
    const answer = await apply(preview.body.id);
    expect(answer).toMatchObject({ status: 409, body: { code: 'roster_preview_outdated' } });
    expect(await pupils()).toHaveLength(1);
  });

  it('applies one of two files that would add the same pupils', async () => {
    const file = `${header}\n1;Kari;Berg;;9A;\n2;Ola;Vik;;9A;\n`;
    const previews = [await upload(file), await upload(file)];
    const answers = await Promise.all(previews.map(({ body }) => apply(body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await pupils()).toHaveLength(2);
  });

  it('takes 2,000 pupils at once', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `${index};Elev ${index};Berg;;${1 + (index % 10)}A;`);
    expect(await imported([header, ...rows].join('\n'))).toMatchObject({ created: 2000 });
    const moved = rows.map((row) => row.replace(/A;$/, 'B;'));
    expect(await imported([header, ...moved].join('\n'))).toMatchObject({ changed: 2000 });
  });

  it('refuses a file that is no roster', async () => {
    expect(await upload('PNG')).toMatchObject({ status: 400, body: { code: 'roster_unreadable' } });
    expect(await upload('a;b\n1;2\n')).toMatchObject({
      status: 400,
      body: { code: 'roster_columns', missingColumns: ['name', 'className', 'externalId'] },
    });
    const json = await office.post(`schools/${school.id}/roster-imports`, { rows: [] });
    expect(json).toMatchObject({ status: 400, body: { code: 'roster_unreadable' } });
  });

  it('is the office’s own: not for support, guardians, strangers or another school', async () => {
    const { body } = await upload(`${header}\n1;Kari;Berg;;9A;\n`);
    const other = await aSchool(api);
    const otherOffice = (await signedInOffice(api, other.id)).browser;
    expect((await upload('x', otherOffice)).status).toBe(404);
    expect((await apply(body.id, {}, otherOffice)).status).toBe(404);
    expect(
      (
        await otherOffice.post(`schools/${other.id}/roster-imports/${body.id}/apply`, {
          fileIsComplete: false,
          matches: [],
        })
      ).body,
    ).toMatchObject({ code: 'roster_import_not_found' });
    expect((await otherOffice.get(`schools/${other.id}/roster-imports/${body.id}`)).status).toBe(404);
    expect((await upload('x', (await signedInSupport(api, school.id)).browser)).status).toBe(403);
    expect((await upload('x', (await signedInGuardian(api)).browser)).status).toBe(403);
    expect((await upload('x', api.browser('admin-office'))).status).toBe(401);
    expect(await pupils()).toEqual([]);
  });
});
