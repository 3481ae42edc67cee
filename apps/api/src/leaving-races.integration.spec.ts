import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { good } from './demo/demo-api.ts';
import { featureModules } from './features.ts';
import { aSale } from './testing/scene-canteen.ts';
import { aPaidMerchant, anOfficeReceipt, aSchoolScene, type SchoolScene } from './testing/school-scene.ts';

const atOnce = 5;
const rounds = [1, 2, 3];
type Refusable = Answer<{ code?: string }>;

describe('a pupil who leaves while money moves', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
    merchant = await aPaidMerchant(api, sandbox);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await Promise.all([api.close(), sandbox.stop()]);
    expect(findings).toEqual([]);
  });

  const leave = ({ browsers, pupil: { schoolId, id } }: SchoolScene): Promise<Answer<unknown>> =>
    browsers.office.post(`schools/${schoolId}/pupils/${id}/leave`, { reason: 'Flyttet' });

  const balanceOre = async ({ pupil }: SchoolScene): Promise<number> =>
    (await api.get(WalletsService).get(api.database, pupil.schoolId, pupil.walletId)).balanceOre;

  /** Asks several times before, while and after the pupil leaves; answers how many of those before it was told succeeded. */
  async function race(scene: SchoolScene, ask: () => Promise<Refusable>): Promise<number> {
    const during = Array.from({ length: atOnce }, ask);
    expect((await leave(scene)).status).toBeLessThan(300);
    const after = await Promise.all(Array.from({ length: atOnce }, ask));
    expect(after.map(({ body }) => body.code)).toEqual(Array(atOnce).fill('pupil_left'));
    const answers = await Promise.all(during);
    const done = answers.filter(({ status }) => status === 201).length;
    expect(answers.filter(({ body }) => body.code === 'pupil_left')).toHaveLength(atOnce - done);
    return done;
  }

  it.each(rounds)('pays each sale that came before, and none after (round %i)', async () => {
    const scene = await aSchoolScene(api, merchant);
    const beforeOre = await balanceOre(scene);
    const sold = await race(scene, () =>
      scene.canteen.register.post('sales', aSale(api, scene.canteen, scene.pupilCard)),
    );
    expect(await balanceOre(scene)).toBe(beforeOre - sold * 2500);
  });

  it.each(rounds)('is filled up by no payment that is begun after (round %i)', async () => {
    const scene = await aSchoolScene(api, merchant);
    const { pupil, browsers } = scene;
    const countOpen = async (): Promise<number> =>
      (await api.database.query('SELECT FROM top_up WHERE school_id = $1', [pupil.schoolId])).length;
    const before = await countOpen();
    const wish = { walletId: pupil.walletId, amountOre: 10_000, provider: merchant.provider };
    const begun = await race(scene, () => browsers.guardian.post('top-ups', { ...wish, id: newId() }));
    expect(await countOpen()).toBe(before + begun);
  });

  it.each(rounds)('keeps its place, or got no money, when the roster that added it is undone (round %i)', async () => {
    const { browsers, pupil } = await aSchoolScene(api, merchant);
    const root = `schools/${pupil.schoolId}`;
    const file = Buffer.from('Elevnr;Fornavn;Etternavn;Klasse\n77;Ane;Dal;8C\n');
    const csv = { 'content-type': 'text/csv' };
    const path = `${root}/roster-imports?fileName=b.csv`;
    const { id } = await good(browsers.office.request<{ id: string }>('POST', path, file, csv));
    const applied = { fileIsComplete: false, matches: [] };
    await good(browsers.office.post(`${root}/roster-imports/${id}/apply`, applied));
    const [added] = await api.database.query<{ id: string; walletId: string }>(
      'SELECT id, wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND external_id = $2',
      [pupil.schoolId, '77'],
    );
    const receive = (): Promise<Refusable> =>
      browsers.office.post(`${root}/pupils/${added?.id ?? ''}/office-receipts`, anOfficeReceipt(api));
    const [undone, ...receipts] = await Promise.all([
      browsers.office.post<{ kept: unknown[] }>(`${root}/roster-imports/${id}/undo`),
      receive(),
      receive(),
    ]);
    const received = receipts.filter(({ status }) => status === 201).length;
    expect(receipts.filter(({ body }) => body.code === 'pupil_left')).toHaveLength(2 - received);
    expect(undone.body.kept).toHaveLength(received > 0 ? 1 : 0);
    const [left] = await api.database.query('SELECT status FROM pupil WHERE id = $1', [added?.id]);
    expect(left).toEqual({ status: received > 0 ? 'enrolled' : 'left' });
    const wallet = await api.get(WalletsService).get(api.database, pupil.schoolId, added?.walletId ?? '');
    expect(wallet.balanceOre).toBe(received * 10_000);
  });
});
