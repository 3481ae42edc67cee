import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, signedInOffice, signedInSupport, type TestSchool } from '@kantinekortet/testing';
import { SchoolsModule } from '../schools.module.ts';
import type { ApplyRolloverRequest, ClassDecision, Rollover } from './rollover.dto.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('a new school year', () => {
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
    for (const className of ['8A', '8A', '9A', '10A', '10A', '10A', 'Ansatte']) {
      await aPupil(api, school.id, { className });
    }
  });

  const path = () => `schools/${school.id}/rollovers`;
  const preview = async (): Promise<Rollover> => (await office.post<Rollover>(path())).body;

  function asProposed({ classes }: Rollover): ClassDecision[] {
    return classes.map(({ classId, step, toName }) => ({ classId, step, ...(toName !== null && { toName }) }));
  }

  function apply(rollover: Rollover, answers: Partial<ApplyRolloverRequest> = {}): Promise<Answer<Rollover>> {
    const request = { classes: asProposed(rollover), affectedCount: 6, ...answers };
    return office.post<Rollover>(`${path()}/${rollover.id}/apply`, request);
  }

  async function pupilsByClass(): Promise<Record<string, number>> {
    const rows = await api.database.query<{ name: string; count: number }>(
      `SELECT CASE status WHEN 'left' THEN 'left ' ELSE '' END || class_name AS name, count(*) FROM pupil
        WHERE school_id = $1 GROUP BY 1`,
      [school.id],
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }

  const before = { '8A': 2, '9A': 1, '10A': 3, Ansatte: 1 };
  const after = { '9A': 2, '10A': 1, 'left 10A': 3, Ansatte: 1 };

  it('is proposed class by class, and moves everyone up at once', async () => {
    const rollover = await preview();
    expect(rollover.classes).toMatchObject([
      { name: '8A', pupilCount: 2, step: 'move', toName: '9A' },
      { name: '9A', pupilCount: 1, step: 'move', toName: '10A' },
      { name: '10A', pupilCount: 3, step: 'leave', toName: null },
      { name: 'Ansatte', pupilCount: 1, step: 'stay', toName: null },
    ]);
    expect(await pupilsByClass()).toEqual(before);
    const applied = await apply(rollover);
    expect(applied.body).toMatchObject({ status: 'applied', result: { moved: 3, left: 3, stayed: 1 } });
    expect(await pupilsByClass()).toEqual(after);
    const events = await api.database.query<{ kind: string; count: number }>(
      `SELECT kind, count(*) FROM pupil_event WHERE school_id = $1 GROUP BY kind ORDER BY kind`,
      [school.id],
    );
    expect(events).toEqual([
      { kind: 'class_changed', count: 3 },
      { kind: 'left', count: 3 },
    ]);
  });

  it('does what the office changes in the proposal', async () => {
    const rollover = await preview();
    const classes = asProposed(rollover).map((one, index): ClassDecision => {
      if (index === 0) return { ...one, toName: ' 9C ' };
      return index === 2 ? { classId: one.classId, step: 'stay' } : one;
    });
    expect((await apply(rollover, { classes, affectedCount: 3 })).body).toMatchObject({
      result: { moved: 3, left: 0, stayed: 4 },
    });
    expect(await pupilsByClass()).toEqual({ '9C': 2, '10A': 4, Ansatte: 1 });
  });

  it('is undone the same day, and the answer is the same again', async () => {
    const rollover = await preview();
    await apply(rollover);
    const outcome = { left: 0, cameBack: 3, restored: 3, kept: [] };
    const seen = (await office.get<Rollover>(`${path()}/${rollover.id}`)).body;
    expect(seen.undo).toEqual({ state: 'possible', result: outcome });
    expect((await office.post(`${path()}/${rollover.id}/undo`)).body).toEqual(outcome);
    expect((await office.post(`${path()}/${rollover.id}/undo`)).body).toEqual(outcome);
    expect(await pupilsByClass()).toEqual(before);
    expect((await office.get<{ items: Rollover[] }>(path())).body.items).toMatchObject([{ undo: { state: 'done' } }]);
  });

  it('cannot be undone the day after', async () => {
    const rollover = await preview();
    await apply(rollover);
    api.clock.advance(dayMs);
    office = (await signedInOffice(api, school.id)).browser;
    expect(await office.post(`${path()}/${rollover.id}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'undo_too_late' },
    });
    expect(await pupilsByClass()).toEqual(after);
  });

  it('happens once when it is applied twice at once', async () => {
    const rollover = await preview();
    const answers = await Promise.all([apply(rollover), apply(rollover)]);
    expect(answers.map(({ status, body }) => [status, body.result])).toEqual([
      [200, { moved: 3, left: 3, stayed: 1 }],
      [200, { moved: 3, left: 3, stayed: 1 }],
    ]);
    expect(await pupilsByClass()).toEqual(after);
  });

  it('happens once when two were prepared', async () => {
    const rollovers = [await preview(), await preview()];
    const answers = await Promise.all(rollovers.map((rollover) => apply(rollover)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await pupilsByClass()).toEqual(after);
  });

  it('is refused when pupils have changed since, when the number is wrong, and when a class is left out', async () => {
    const rollover = await preview();
    expect(await apply(rollover, { affectedCount: 5 })).toMatchObject({
      status: 422,
      body: { code: 'affected_count_differs', affectedCount: 6 },
    });
    const all = asProposed(rollover);
    for (const classes of [all.slice(1), [...all.slice(1), ...all.slice(1, 2)]]) {
      expect(await apply(rollover, { classes })).toMatchObject({ status: 400, body: { code: 'rollover_classes' } });
    }
    const nameless = all.map(({ classId }): ClassDecision => ({ classId, step: 'move' }));
    expect((await apply(rollover, { classes: nameless })).status).toBe(400);
    await aPupil(api, school.id, { className: '8A' });
    expect(await apply(rollover)).toMatchObject({ status: 409, body: { code: 'rollover_preview_outdated' } });
    expect(await pupilsByClass()).toEqual({ ...before, '8A': 3 });
  });

  it('is the office’s own', async () => {
    const rollover = await preview();
    const other = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    const support = (await signedInSupport(api, school.id)).browser;
    expect((await other.get(`${path()}/${rollover.id}`)).status).toBe(404);
    expect((await support.post(path())).status).toBe(403);
    expect(await office.get(`${path()}/${newId()}`)).toMatchObject({
      status: 404,
      body: { code: 'rollover_not_found' },
    });
    expect(await office.post(`${path()}/${rollover.id}/undo`)).toMatchObject({ body: { code: 'nothing_to_undo' } });
  });
});
