import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import type { HttpClient } from '@kantinekortet/platform/testing';
import { aPupil, signedInOffice, type TestPupil } from '@kantinekortet/testing';
import { good } from '../../demo/demo-api.ts';
import { aBankAnswer, messageIdOf } from '../scene-refund.ts';
import type { Begin } from './flows.ts';
import type { KillScene } from './kill-scene.ts';
import { until } from './until.ts';

/** Two families get 150 of 200 kr that the office received back by the bank: one makes the file, another approves it. */
export const payout: Begin = async (scene) => {
  const family = await scene.aFamily();
  const { schoolId } = family.pupil;
  const office = async (): Promise<HttpClient> => (await signedInOffice(scene.process.api, schoolId)).browser;
  const [clerk, preparer, approver] = [await office(), await office(), await office()];
  const root = `schools/${schoolId}`;
  await good(preparer.put(`${root}/client-account`, { accountNumber: '90412263056', bic: 'DNBANOKK' }));
  await good(preparer.put(`${root}/bank-agreement`, { customerId: '00912345678' }));
  for (const pupil of [family.pupil, await aPupil(scene.api, schoolId)]) {
    await refundIsAsked(scene, clerk, approver, pupil);
  }
  await scene.asOwner(
    `UPDATE payout_account SET recorded_at = recorded_at - interval '4 days', usable_at = usable_at - interval '4 days'
      WHERE school_id = $1`,
    [schoolId],
  );
  await scene.wakeWorker();
  const overview = async () => (await good(preparer.get<{ ready: { count: number } }>(`${root}/payouts`))).ready;
  await until('both refunds are ready', async () => (await overview()).count === 2);

  const id = newId();
  const file = `${root}/payouts/${id}`;
  const asked = (ask: () => Promise<{ status: number }>) => async (): Promise<void> => {
    // 409 tells whoever asks again that it was done.
    expect([200, 201, 409]).toContain((await ask()).status);
  };
  const answer = aBankAnswer(messageIdOf(id));
  const contentType = { 'content-type': 'application/octet-stream' };
  return {
    family,
    flow: {
      acts: [
        asked(() => preparer.post(`${root}/payouts`, { id })),
        asked(() => approver.post(`${file}/approve`)),
        asked(() => preparer.post(`${file}/file`)),
        asked(() => preparer.request('POST', `${root}/payout-answers`, answer, contentType)),
      ],
      isOver: async () => (await good(preparer.get<{ status: string }>(file))).status === 'settled',
      endsWithOre: kr(50),
    },
  };
};

async function refundIsAsked(scene: KillScene, clerk: HttpClient, approver: HttpClient, { schoolId, id }: TestPupil) {
  const root = `schools/${schoolId}`;
  const receipt = { id: newId(), amountOre: kr(200), method: 'invoice', paidOn: osloDay(scene.api.clock.now()) };
  await good(clerk.post(`${root}/pupils/${id}/office-receipts`, { ...receipt, reference: receipt.id }));
  const holder = { holderName: 'Kari Nordmann', accountNumber: '12345678903' };
  const { account } = await good(clerk.put<{ account: { id: string } }>(`${root}/pupils/${id}/payout-account`, holder));
  const wish = { id: newId(), pupilId: id, amountOre: kr(150), payoutAccountId: account.id };
  await good(clerk.post(`${root}/refunds`, wish));
  await good(approver.post(`${root}/refunds/${wish.id}/approve`));
}
