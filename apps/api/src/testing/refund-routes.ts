import { newId, osloDay } from '@kantinekortet/platform';
import { aBankAnswer, messageIdOf } from './scene-refund.ts';
import type { SchoolScene } from './school-scene.ts';
import { family, guardians, office, type RouteLine } from './who-may.ts';

const account = { holderName: 'Kari Nordmann', accountNumber: '12345678903' };
const bookedToday = ({ api }: SchoolScene) => ({ bookedOn: osloDay(api.clock.now()) });
const contentType = 'application/octet-stream';

/** Money out. */
export const refundRoutes: Readonly<Record<string, RouteLine>> = {
  'GET /wallets/{id}/refundable': family,
  'POST /refunds': {
    ...family,
    body: ({ pupil: { walletId }, ids }) => ({
      id: newId(),
      walletId,
      amountOre: 1_000,
      payoutAccountId: ids['payout-accounts'],
    }),
  },
  'GET /guardians/me/former-wallets': guardians,
  'GET /refunds': guardians,
  'GET /refunds/{id}': family,
  'POST /refunds/{id}/cancel': family,
  'PUT /wallets/{walletId}/payout-account': { ...family, body: () => account },
  'GET /schools/{schoolId}/pupils/{pupilId}/household-money': office,
  'PUT /schools/{schoolId}/pupils/{pupilId}/payout-account': { ...office, body: () => account },
  'POST /schools/{schoolId}/refunds': { ...office, body: forTheHousehold },
  'GET /schools/{schoolId}/refunds': office,
  'POST /schools/{schoolId}/refunds/{id}/approve': office,
  'POST /schools/{schoolId}/refunds/{id}/reject': office,
  'PUT /schools/{schoolId}/bank-agreement': { ...office, body: () => ({ customerId: '00912345678' }) },
  'GET /schools/{schoolId}/payouts': office,
  'POST /schools/{schoolId}/payouts': { ...office, body: () => ({ id: newId() }) },
  'GET /schools/{schoolId}/payouts/{id}': office,
  'GET /schools/{schoolId}/payouts/{id}/lines.csv': office,
  'GET /schools/{schoolId}/payouts/{id}/answers/{answerId}/file': office,
  'POST /schools/{schoolId}/payouts/{id}/approve': office,
  'POST /schools/{schoolId}/payouts/{id}/withdraw': office,
  'POST /schools/{schoolId}/payouts/{id}/file': office,
  'POST /schools/{schoolId}/payouts/{id}/settle': { ...office, body: bookedToday },
  'POST /schools/{schoolId}/payouts/{id}/lines/{number}/return': {
    ...office,
    body: (scene) => ({ ...bookedToday(scene), reason: 'Ukjent konto' }),
  },
  'GET /schools/{schoolId}/leavers': office,
  'POST /schools/{schoolId}/leavers/refunds': {
    ...office,
    body: ({ pupil: { walletId }, guardian }) => ({
      items: [{ id: newId(), walletId, payerId: guardian.id, amountOre: 1_000 }],
    }),
  },
  'POST /schools/{schoolId}/payout-answers': {
    ...office,
    contentType,
    body: ({ ids }) => aBankAnswer(messageIdOf(ids['payouts'] ?? '')),
  },
};

/** To an account that the office has just written down. */
async function forTheHousehold({ browsers, ids, pupil }: SchoolScene): Promise<unknown> {
  const path = `schools/${ids['schools']}/pupils/${pupil.id}/payout-account`;
  const { body } = await browsers.office.put<{ account: { id: string } }>(path, account);
  return { id: newId(), pupilId: pupil.id, amountOre: 1_000, payoutAccountId: body.account.id };
}
