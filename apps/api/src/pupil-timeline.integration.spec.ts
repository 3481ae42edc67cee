import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxHandlers } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { LeaversJob, leftForGoodTopic } from '@kantinekortet/schools';
import { aPupil, signedInOffice } from '@kantinekortet/testing';
import { featureModules } from './features.ts';
import { aPaidMerchant } from './testing/school-scene.ts';
import { TimelineScene, type TimelineEntry } from './testing/timeline-scene.ts';
import { timelineTable } from './testing/timeline-table.ts';

const dayMs = 24 * 60 * 60 * 1000;

let api: TestApi;
let sandbox: PaymentSandbox;
let merchant: SandboxMerchant;
let scene: TimelineScene;
beforeAll(async () => {
  [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
  merchant = await aPaidMerchant(api, sandbox);
});
afterAll(() => Promise.all([api.close(), sandbox.stop()]));
beforeEach(async () => {
  scene = await TimelineScene.open(api, merchant);
});

const office = { role: 'office', name: 'Olga Kontor' };

/** Whether an entry says when it was: about now, by the clock of the server or of the database. */
const isDated = ({ at }: TimelineEntry) => Math.abs(new Date(at).getTime() - api.clock.now().getTime()) < dayMs;

describe('the timeline of a pupil tells who, when and why', () => {
  it.each(Object.entries(timelineTable))('%s', async (_, { happens, kind, who: [role, name], why, told = {} }) => {
    await happens(scene);
    const entries = await scene.timeline();
    const entry = { kind, actor: { role, name }, reason: why ?? null, ...told };
    const ofKind = entries.filter((one) => one.kind === kind);
    expect(ofKind).toContainEqual(
      expect.objectContaining({ ...entry, ...(told.facts && { facts: expect.objectContaining(told.facts) }) }),
    );
    expect(ofKind.every(isDated)).toBe(true);
  });

  it('a pupil is enrolled by a roster, which is undone', async () => {
    const { id, pupilId } = await scene.imports();
    expect(await scene.timeline(pupilId)).toMatchObject([{ kind: 'enrolled', actor: office }]);
    await scene.does(`${scene.root}/roster-imports/${id}/undo`);
    expect(await scene.timeline(pupilId)).toMatchObject([
      { kind: 'left', actor: office, facts: { isUndo: true } },
      { kind: 'enrolled', actor: office },
    ]);
  });

  it('a pupil who has left for good, in the night, with the end of the card', async () => {
    await scene.does(`${scene.child}/leave`, {});
    api.clock.advance(dayMs);
    await api.get(LeaversJob).run();
    for (const message of await api.outbox<object>(leftForGoodTopic)) {
      await api.get(OutboxHandlers).deliver(leftForGoodTopic, message);
    }
    const { browser } = await signedInOffice(api, scene.pupil.schoolId);
    const { items } = (await browser.get<{ items: TimelineEntry[] }>(`${scene.child}/timeline`)).body;
    const job = { role: 'job', name: null };
    for (const kind of ['left_for_good', 'card_ended']) {
      expect(items).toContainEqual(expect.objectContaining({ kind, actor: job }));
    }
  });

  it('a card is printed for a pupil, or handed out from stock', async () => {
    const { id } = await aPupil(api, scene.pupil.schoolId, { className: '7C' });
    const path = `${scene.root}/classes`;
    const { body } = await scene.office.browser.get<{ items: { id: string; name: string }[] }>(path);
    const classId = body.items.find(({ name }) => name === '7C')?.id;
    await scene.does(`${scene.root}/card-batches`, { classId, includeLetters: false, printNames: false });
    expect(await scene.timeline(id)).toContainEqual(expect.objectContaining({ kind: 'card_printed', actor: office }));
    const other = await aPupil(api, scene.pupil.schoolId);
    const { token, number } = await scene.stockCard();
    await scene.does(`${scene.root}/pupils/${other.id}/card`, { token });
    expect(await scene.timeline(other.id)).toMatchObject([
      { kind: 'card_issued', actor: office, facts: { cardNumber: number } },
    ]);
  });
});

describe('a case that is moved to another pupil', () => {
  it('leaves what happened before with the first one, and goes on with the second', async () => {
    const sibling = await aPupil(api, scene.pupil.schoolId);
    const path = await scene.writes();
    await scene.answers(path);
    const before = (await scene.timeline()).map(({ kind }) => kind);
    expect(before).toEqual(['case_answered', 'case_opened']);

    await scene.change(path, { pupilId: sibling.id, status: 'closed' });
    expect(await scene.timeline()).toMatchObject([
      { kind: 'case_unlinked', actor: office, facts: { caseNumber: 1 } },
      { kind: 'case_answered' },
      { kind: 'case_opened', actor: { role: 'guardian', name: 'Grete Foresatt' } },
    ]);
    const onSibling = (await scene.timeline(sibling.id)).map(({ kind, actor }) => ({ kind, actor }));
    expect(onSibling).toHaveLength(2);
    expect(onSibling).toEqual(
      expect.arrayContaining([
        { kind: 'case_linked', actor: office },
        { kind: 'case_closed', actor: office },
      ]),
    );
  });

  it('by a confirmed loss of another child’s card is told on both', async () => {
    const other = await TimelineScene.open(api, merchant);
    const sibling = await aPupil(api, other.pupil.schoolId);
    const path = await other.isReported();
    await other.change(path, { pupilId: sibling.id });
    await other.does(`${path}/confirm-loss`, { cardId: other.card.id });
    const kindsOf = async (pupilId: string) => (await other.timeline(pupilId)).map(({ kind }) => kind).sort();
    expect(await kindsOf(sibling.id)).toEqual(['case_linked', 'case_unlinked']);
    const own = ['card_blocked', 'case_linked', 'case_opened', 'case_unlinked'];
    expect(await kindsOf(other.pupil.id)).toEqual(own);
  });

  it('that is changed to the child that it is about already, tells nothing', async () => {
    const path = await scene.writes();
    await scene.change(path, { pupilId: scene.pupil.id });
    expect((await scene.timeline()).map(({ kind }) => kind)).toEqual(['case_opened']);
  });
});
