import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aSchool, signedInOffice, type TestCard, type TestPupil } from '@kantinekortet/testing';
import { LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { good } from './demo/demo-api.ts';
import { featureModules } from './features.ts';
import { aCanteen, aSale, type SceneCanteen } from './testing/scene-canteen.ts';
import { aChild } from './testing/school-scene.ts';

const salesAtOnce = 5;

describe('sales while a card is reported as lost', () => {
  let api: TestApi;
  let office: HttpClient;
  let canteen: SceneCanteen;
  let pupil: TestPupil;
  let guardian: HttpClient;
  let card: TestCard;
  let schoolId: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: featureModules });
    schoolId = (await aSchool(api)).id;
    office = (await signedInOffice(api, schoolId)).browser;
    canteen = await aCanteen(api, schoolId, office);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await api.close();
    expect(findings).toEqual([]);
  });
  beforeEach(async () => {
    const [child, { browser }] = await aChild(api, schoolId);
    [pupil, guardian] = [child, browser];
    card = await aCard(api, schoolId, pupil.id);
  });

  const sellAll = () =>
    Array.from({ length: salesAtOnce }, () =>
      canteen.register.post<{ code?: string }>('sales', aSale(api, canteen, card)),
    );

  /** Runs a report among sales, and expects that each was booked before it or refused. */
  async function race(report: () => Promise<Answer<unknown>>): Promise<void> {
    const { balanceOre: beforeOre } = await wallet();
    const sales = sellAll();
    expect((await report()).status).toBeLessThan(300);
    const after = await Promise.all(sellAll());
    const during = await Promise.all(sales);
    expect(after.map(({ body }) => body.code)).toEqual(Array(salesAtOnce).fill('card_blocked'));
    const sold = during.filter(({ status }) => status === 201).length;
    const refused = during.filter(({ body }) => body.code === 'card_blocked').length;
    expect(sold + refused).toBe(salesAtOnce);
    expect((await wallet()).balanceOre).toBe(beforeOre - sold * 2500);
  }

  const wallet = () => api.get(WalletsService).get(api.database, schoolId, pupil.walletId);

  it('by its guardian are decided by the wallet’s lock: booked before the report is answered, or never', () =>
    race(() => {
      const report = { id: newId(), topic: 'lost_card', message: 'Borte!', pupilId: pupil.id, cardId: card.id };
      return guardian.post('guardians/me/support-cases', report);
    }));

  it('and the office confirms it are decided in the same way', async () => {
    const sender = { name: 'Farmor', email: `${newId()}@example.no`, language: 'nb' };
    const report = { id: newId(), schoolId, topic: 'lost_card', message: 'Borte!', cardNumber: card.number, ...sender };
    await good(guardian.post('support-cases', report));
    const path = `schools/${schoolId}/support-cases/${report.id}/confirm-loss`;
    await race(() => office.post(path, { cardId: card.id }));
  });
});
