import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPerson, aSchool, signedInOffice, type TestPerson, type TestSchool } from '@kantinekortet/testing';
import { GuardianshipService } from '../guardianships/guardianship.service.ts';
import type { RosterPreview } from '../roster/roster.dto.ts';
import { SchoolsModule } from '../schools.module.ts';

interface EventRow {
  readonly kind: string;
  readonly actor_role: string;
  readonly actor_id: string;
  readonly facts: Record<string, unknown>;
}

describe("a pupil's timeline", () => {
  let api: TestApi;
  let school: TestSchool;
  let office: { readonly person: TestPerson; readonly browser: HttpClient };
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
  });
  afterAll(() => api.close());

  async function imported(rows: string): Promise<void> {
    const path = `schools/${school.id}/roster-imports`;
    const file = Buffer.from(`Elev-ID;Fornavn;Etternavn;Fødselsdato;Klasse\n${rows}\n`);
    const preview = await office.browser.request<RosterPreview>('POST', path, file, { 'content-type': 'text/csv' });
    const answers = { fileIsComplete: true, leavingCount: preview.body.counts.leaving, matches: [] };
    expect((await office.browser.post(`${path}/${preview.body.id}/apply`, answers)).status).toBe(200);
  }

  async function pupilId(externalId: string): Promise<string> {
    const [pupil] = await api.database.query<{ id: string }>(
      'SELECT id FROM pupil WHERE school_id = $1 AND external_id = $2',
      [school.id, externalId],
    );
    return pupil?.id ?? '';
  }

  function timeline(id: string): Promise<EventRow[]> {
    return api.database.query<EventRow>(
      'SELECT kind, actor_role, actor_id, facts FROM pupil_event WHERE school_id = $1 AND pupil_id = $2 ORDER BY id',
      [school.id, id],
    );
  }

  it('tells what a roster did, and by whom', async () => {
    await imported('1;Kari;Li;2012-05-03;8A\n2;Ola;Vik;2012-05-04;8A');
    await imported('1;Kari Anne;Li;2012-05-03;9A');
    await imported('1;Kari Anne;Li;2012-05-03;9A\n2;Ola;Vik;2012-05-04;8A');
    const byOffice = { actor_role: 'office', actor_id: office.person.id };
    expect(await timeline(await pupilId('1'))).toEqual([
      { ...byOffice, kind: 'enrolled', facts: {} },
      { ...byOffice, kind: 'class_changed', facts: { from: '8A', to: '9A' } },
      { ...byOffice, kind: 'details_changed', facts: { details: ['firstName'] } },
    ]);
    expect((await timeline(await pupilId('2'))).map(({ kind }) => kind)).toEqual([
      'enrolled',
      'left',
      'enrolled_again',
    ]);
  });

  it('tells who became a guardian, and who let them', async () => {
    await imported('3;Emma;Bø;2012-05-03;8A');
    const id = await pupilId('3');
    const mother = await aPerson(api);
    const father = await aPerson(api);
    for (const { id: personId } of [mother, father]) {
      await api.database.transaction((tx) =>
        api.get(GuardianshipService).request(tx, { schoolId: school.id, pupilId: id, personId }),
      );
    }
    const guardians = `schools/${school.id}/pupils/${id}/guardians`;
    const { items } = (await office.browser.get<{ items: { guardianshipId: string; status: string }[] }>(guardians))
      .body;
    const pending = items.find(({ status }) => status === 'pending')?.guardianshipId ?? '';
    expect((await office.browser.post(`schools/${school.id}/guardianships/${pending}/approve`)).status).toBe(204);
    expect((await timeline(id)).slice(-3)).toEqual([
      { kind: 'guardian_linked', actor_role: 'guardian', actor_id: mother.id, facts: { personId: mother.id } },
      { kind: 'guardian_asked', actor_role: 'guardian', actor_id: father.id, facts: { personId: father.id } },
      { kind: 'guardian_linked', actor_role: 'office', actor_id: office.person.id, facts: { personId: father.id } },
    ]);
  });

  it('cannot be changed or forgotten by the API', async () => {
    await expect(api.database.query('UPDATE pupil_event SET facts = $1', ['{}'])).rejects.toThrow('permission denied');
    await expect(api.database.query('DELETE FROM pupil_event')).rejects.toThrow('permission denied');
  });
});
