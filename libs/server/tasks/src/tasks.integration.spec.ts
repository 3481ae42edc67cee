import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool, signedInOffice, type SignedIn } from '@kantinekortet/testing';
import { OfficeTasks, type NewTask } from './office-tasks.service.ts';
import type { TaskCounts, TaskDto, TaskPage } from './task.dto.ts';
import { TasksModule } from './tasks.module.ts';

const hourMs = 3_600_000;

describe('what waits for the office', () => {
  let api: TestApi;
  let schoolId: string;
  let office: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports: [TasksModule] });
  });
  beforeEach(async () => {
    schoolId = (await aSchool(api)).id;
    office = await signedInOffice(api, schoolId);
  });
  afterAll(() => api.close());

  const path = () => `schools/${schoolId}/tasks`;
  const open = async (change: Partial<NewTask> = {}): Promise<string> => {
    const task = {
      schoolId,
      kind: 'unknown_payment',
      subjectId: newId(),
      facts: { amountOre: 20_000 },
      ...change,
    } as const;
    await api.database.transaction((tx) => api.get(OfficeTasks).open(tx, task));
    return task.subjectId;
  };
  const list = async (query = ''): Promise<TaskPage> => (await office.browser.get<TaskPage>(`${path()}${query}`)).body;
  const only = async (): Promise<TaskDto> => {
    const [task] = (await list()).items;
    if (!task) throw new Error('Nothing is open');
    return task;
  };
  const resolve = (id: string, resolution: string) =>
    office.browser.post<TaskDto>(`${path()}/${id}/resolve`, { resolution });
  const deadline = (hours: number) => new Date(api.clock.now().getTime() + hours * hourMs);

  it('is empty at first', async () => {
    expect(await list()).toEqual({ items: [], nextCursor: null });
    expect((await office.browser.get<TaskCounts>(`${path()}/counts`)).body).toEqual({ open: 0, overdue: 0 });
  });

  it('is asked once while it is open, with the facts that came last', async () => {
    const subjectId = await open();
    await Promise.all([1, 2, 3].map(() => open({ subjectId, facts: { amountOre: 30_000 } })));
    expect((await list()).items).toMatchObject([
      { kind: 'unknown_payment', subjectId, facts: { amountOre: 30_000 }, byNote: true, resolvedAt: null, dueAt: null },
    ]);
  });

  it('is asked again when the same turns up after it was resolved', async () => {
    const subjectId = await open();
    await resolve((await only()).id, 'Ryddet');
    await open({ subjectId });
    expect(await only()).toMatchObject({ subjectId, resolvedAt: null });
    expect((await list('?show=resolved')).items).toHaveLength(1);
  });

  it('is shown by deadline, then by age, page by page, and no other school sees it', async () => {
    const oldest = await open();
    api.clock.advance(1_000);
    const newest = await open();
    const late = await open({ dueAt: deadline(5) });
    const urgent = await open({ dueAt: deadline(1) });
    await open({ schoolId: (await aSchool(api)).id });
    const seen = [];
    let query = '?limit=1';
    for (let page = await list(query); ; page = await list(query)) {
      seen.push(...page.items.map(({ subjectId }) => subjectId));
      if (page.nextCursor === null) break;
      query = `?limit=1&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual([urgent, late, oldest, newest]);
  });

  it('counts what is open and what has passed its deadline', async () => {
    await open({ dueAt: deadline(-1) });
    await open({ dueAt: deadline(1) });
    expect((await office.browser.get<TaskCounts>(`${path()}/counts`)).body).toEqual({ open: 2, overdue: 1 });
  });

  it('is resolved by a note, which stays with its name; the same note again is the same answer', async () => {
    await open();
    const { id } = await only();
    const resolved = await resolve(id, ' Betalt tilbake fra leverandørens side ');
    expect(resolved).toMatchObject({
      status: 200,
      body: { resolvedBy: office.person.name, resolution: 'Betalt tilbake fra leverandørens side' },
    });
    expect((await resolve(id, 'Betalt tilbake fra leverandørens side')).body).toEqual(resolved.body);
    expect(await resolve(id, 'Noe annet')).toMatchObject({ status: 409, body: { code: 'task_resolved' } });
    expect((await list()).items).toEqual([]);
    expect((await list('?show=resolved')).items).toEqual([resolved.body]);
  });

  it('is resolved once by two at once', async () => {
    await open();
    const { id } = await only();
    const answers = await Promise.all(['A', 'B'].map((note) => resolve(id, note)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('needs a note, and one that is there', async () => {
    await open();
    expect((await resolve((await only()).id, '  ')).status).toBe(400);
    expect(await resolve(newId(), 'Ferdig')).toMatchObject({ status: 404, body: { code: 'task_not_found' } });
  });

  it('is not resolved by a note where something has to be done', async () => {
    const subjectId = await open({ kind: 'payment_discrepancy' });
    expect(await resolve((await only()).id, 'Ferdig')).toMatchObject({
      status: 422,
      body: { code: 'task_needs_action' },
    });
    const end = { schoolId, kind: 'payment_discrepancy', subjectId, by: null, resolution: 'Bokført' } as const;
    const ends = [1, 2].map(() => api.database.transaction((tx) => api.get(OfficeTasks).resolve(tx, end)));
    expect((await Promise.all(ends)).sort()).toEqual([false, true]);
    expect((await list('?show=resolved')).items).toMatchObject([{ resolvedBy: null, resolution: 'Bokført' }]);
  });
});
