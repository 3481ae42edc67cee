import { newId } from '@kantinekortet/platform';
import { mailedToken } from '@kantinekortet/testing';
import { booksRoutes } from './books-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { anOfficeReceipt, rosterFile, type SchoolScene } from './school-scene.ts';
import { refundRoutes } from './refund-routes.ts';
import { tillRoutes } from './till-routes.ts';
import {
  everyone,
  family,
  familyAndStaff,
  guardians,
  office,
  people,
  provider,
  staff,
  visitors,
  type RouteLine,
} from './who-may.ts';

const password = 'sjiraff på trommesykkel 43';
const aPeriod = 'from=2026-01-01&to=2026-12-31';
const names = { includeLetters: false, printNames: false };

/** Every route of the contract: who may use it, and with what. A new route needs a line here. */
export const routeTable: Readonly<Record<string, RouteLine>> = {
  ...booksRoutes,
  ...caseRoutes,
  ...refundRoutes,
  ...tillRoutes,
  'POST /guardians': { ...everyone, body: () => ({ name: 'Kari', email: anEmail(), password, language: 'nb' }) },
  'POST /guardians/verify': { ...everyone, body: signUpToken },
  'GET /guardians/me': people,
  'PATCH /guardians/me': { ...people, body: () => ({ name: 'Kari', language: 'nn' }) },
  'PUT /guardians/me/password': {
    ...people,
    body: ({ guardian }) => ({ currentPassword: guardian.password, password }),
  },
  'POST /guardians/me/email-change': {
    ...people,
    body: ({ guardian }) => ({ newEmail: anEmail(), password: guardian.password }),
  },
  'POST /guardians/email-change/confirm': { ...everyone, body: emailChangeToken },
  'POST /sessions': {
    may: ['nobody', ...guardians.may],
    body: ({ guardian: { email, password } }) => ({ email, password }),
  },
  'DELETE /sessions': people,
  'GET /sessions/current': people,
  'DELETE /sessions/current': people,
  'POST /password-resets': { ...visitors, body: ({ guardian: { email } }) => ({ email }) },
  'POST /password-resets/confirm': {
    ...everyone,
    body: async (scene) => ({ token: await resetToken(scene), password }),
  },
  'GET /staff-invitations/{token}': everyone,
  'POST /staff-invitations/{token}/accept': { ...everyone, body: () => ({ name: 'Ny', password }) },

  'GET /schools/{schoolId}/staff': office,
  'POST /schools/{schoolId}/staff/invitations': { ...office, body: () => ({ email: anEmail(), role: 'office' }) },
  'DELETE /schools/{schoolId}/staff/invitations/{invitationId}': office,
  'DELETE /schools/{schoolId}/staff/{personId}/{role}': office,
  'GET /schools/{schoolId}': staff,
  'PATCH /schools/{schoolId}/settings': { ...office, body: () => ({ topUpMinOre: 6000, allowWithoutCard: true }) },
  'GET /schools/{schoolId}/classes': staff,
  'POST /schools/{schoolId}/roster-imports': {
    ...office,
    query: 'fileName=a.csv',
    contentType: 'text/csv',
    body: () => rosterFile,
  },
  'GET /schools/{schoolId}/roster-imports': office,
  'GET /schools/{schoolId}/roster-imports/{id}': office,
  'GET /schools/{schoolId}/roster-imports/{id}/progress': office,
  'POST /schools/{schoolId}/roster-imports/{id}/undo': office,
  'POST /schools/{schoolId}/roster-imports/{id}/apply': {
    ...office,
    body: () => ({ fileIsComplete: false, matches: [] }),
  },
  'POST /schools/{schoolId}/rollovers': office,
  'GET /schools/{schoolId}/rollovers': office,
  'GET /schools/{schoolId}/rollovers/{id}': office,
  'POST /schools/{schoolId}/rollovers/{id}/apply': { ...office, body: allUp },
  'POST /schools/{schoolId}/rollovers/{id}/undo': office,
  'POST /schools/{schoolId}/pupils/{pupilId}/leave': { ...office, body: () => ({ reason: 'Flyttet' }) },
  'POST /schools/{schoolId}/pupils/{pupilId}/enrol-again': office,
  'GET /schools/{schoolId}/pupils/{pupilId}/guardians': staff,
  'POST /schools/{schoolId}/guardianships/{id}/approve': office,
  'POST /schools/{schoolId}/guardianships/{id}/reject': office,
  'POST /schools/{schoolId}/guardianships/{id}/end': office,
  'PUT /schools/{schoolId}/guardianships/{id}/discretion': { ...office, body: () => ({ isDiscreet: true }) },
  'POST /schools/{schoolId}/pupils/{pupilId}/guardians': {
    ...office,
    body: ({ guardian: { email } }) => ({ email }),
  },
  'POST /schools/{schoolId}/pupils/{pupilId}/guardian-invitations': { ...office, body: () => ({ email: anEmail() }) },
  'DELETE /schools/{schoolId}/pupils/{pupilId}/guardian-invitations/{id}': office,
  'GET /pupils/{pupilId}/guardians': family,
  'POST /pupils/{pupilId}/guardian-invitations': { ...family, body: () => ({ email: anEmail() }) },
  'DELETE /pupils/{pupilId}/guardian-invitations/{id}': family,
  'GET /guardian-links/{token}': everyone,
  // The link was sent to the other guardian's address.
  'POST /guardian-links/{token}/accept': { may: ['otherGuardian'], refusals: [401, 403, 410] },
  'GET /guardians/me/approvals': guardians,
  'POST /guardianships/{id}/approve': family,
  'POST /guardianships/{id}/reject': family,

  'POST /cards/register': {
    ...guardians,
    body: ({ stockCard: { number, controlCode } }) => ({ cardNumber: number, controlCode, confirm: false }),
  },
  'GET /pupils/{pupilId}/cards': familyAndStaff,
  'POST /schools/{schoolId}/pupils/{pupilId}/card': { ...office, body: ({ stockCard: { token } }) => ({ token }) },
  'POST /cards/{id}/block': { ...familyAndStaff, body: () => ({ reason: 'lost' }) },
  'POST /cards/{id}/unblock': familyAndStaff,
  'GET /schools/{schoolId}/card-batches': office,
  'POST /schools/{schoolId}/card-batches': { ...office, body: () => ({ ...names, count: 1 }) },
  'POST /schools/{schoolId}/card-batches/{batchId}/reprint': { ...office, body: () => names },
  'POST /schools/{schoolId}/pupils/{pupilId}/letter': office,
  'GET /cards/{id}/replacement-quote': { ...office, query: 'reason=lost' },
  'POST /cards/{id}/replacements': {
    ...office,
    body: ({ stockCard }) => ({ ...aReplacement(), newCardToken: stockCard.token }),
  },
  'POST /cards/{id}/replacements/print': { ...office, body: aReplacement },
  'GET /schools/{schoolId}/pupils/{pupilId}/replacements': staff,
  'POST /schools/{schoolId}/replacements/{id}/waiver': {
    ...office,
    body: () => ({ id: newId(), reason: 'Funnet igjen' }),
  },

  'GET /schools/{schoolId}/categories': staff,
  'POST /schools/{schoolId}/categories': { ...office, body: () => ({ name: newId() }) },
  'PATCH /schools/{schoolId}/categories/{id}': { ...office, body: () => ({ name: 'Drikke', position: 0 }) },
  'GET /schools/{schoolId}/products': staff,
  'POST /schools/{schoolId}/products': {
    ...office,
    body: ({ ids }) => ({ name: 'Juice', categoryId: ids['categories'], priceOre: 1500, vatCode: 'food15' }),
  },
  'PUT /schools/{schoolId}/products/order': { ...office, body: ({ ids }) => ({ productIds: [ids['products']] }) },
  'PATCH /schools/{schoolId}/products/{id}': { ...office, body: () => ({ name: 'Saft', priceOre: 0, active: false }) },

  'POST /top-ups': {
    ...family,
    body: ({ pupil: { walletId } }) => ({ id: newId(), walletId, amountOre: 20_000, provider: 'stripe' }),
  },
  'GET /top-ups/{id}': family,
  'POST /top-ups/{id}/cancel': family,
  'POST /top-ups/{id}/approval': family,
  'GET /top-ups/auto-top-ups/{walletId}': family,
  'PUT /top-ups/auto-top-ups/{walletId}': {
    ...family,
    body: () => ({ belowOre: 5_000, amountOre: 20_000, timesAMonth: 4 }),
  },
  'DELETE /top-ups/auto-top-ups/{walletId}': family,
  'POST /top-ups/saved-cards': { ...family, body: ({ pupil: { walletId } }) => ({ id: newId(), walletId }) },
  'GET /top-ups/saved-cards/{id}': family,
  'DELETE /top-ups/saved-cards/{id}': family,
  'POST /schools/{schoolId}/pupils/{pupilId}/office-receipts': { ...office, body: ({ api }) => anOfficeReceipt(api) },
  'GET /schools/{schoolId}/office-receipts': office,
  'GET /schools/{schoolId}/office-receipts/{id}/receipt.pdf': office,
  'POST /schools/{schoolId}/office-receipts/{id}/reversal': {
    ...office,
    body: () => ({ id: newId(), reason: 'Feil' }),
  },
  'GET /schools/{schoolId}/terminal-days': office,
  'GET /schools/{schoolId}/terminal-days/{day}': office,
  'POST /schools/{schoolId}/terminal-days/{day}/close': {
    ...office,
    body: () => ({ terminalTotalOre: 0, note: 'Terminalen var tom' }),
  },
  // What to decide about is a wrong payment, which its own spec makes.
  'POST /schools/{schoolId}/payment-discrepancies/{id}/decisions': {
    may: [],
    refusals: [401, 403, 404],
    body: () => ({ id: newId(), choice: 'book', reason: 'Avklart' }),
  },
  'GET /schools/{schoolId}/tasks': office,
  'GET /schools/{schoolId}/tasks/counts': office,
  'POST /schools/{schoolId}/tasks/{id}/resolve': { ...office, body: () => ({ resolution: 'Ordnet' }) },
  'POST /payment-events/{provider}/{merchantKey}': provider,

  'GET /pupils/{pupilId}/limits': familyAndStaff,
  'GET /pupils/{pupilId}/low-balance-alert': family,
  'PUT /pupils/{pupilId}/low-balance-alert': { ...family, body: () => ({ belowOre: 5000 }) },
  'PUT /pupils/{pupilId}/limits': { ...family, body: () => ({ dailyLimitOre: 10_000 }) },

  'GET /guardians/me/children': guardians,
  'GET /wallets/{id}': familyAndStaff,
  'GET /wallets/{id}/transactions': familyAndStaff,
  'GET /wallets/{id}/claims': familyAndStaff,
  'GET /wallets/{id}/statement.pdf': { ...familyAndStaff, query: aPeriod },
  'GET /wallets/{id}/statement.csv': { ...familyAndStaff, query: aPeriod },
  'GET /wallets/{id}/spending': familyAndStaff,
  'GET /schools/{schoolId}/overview': staff,
  'GET /schools/{schoolId}/staff-cards': office,
  'POST /schools/{schoolId}/staff-cards': {
    ...office,
    body: () => ({ id: newId(), firstName: 'Turid', lastName: 'Ås' }),
  },
  'GET /schools/{schoolId}/cash-free-readiness': staff,
  'GET /schools/{schoolId}/cash-free-readiness/pupils': staff,
  'POST /schools/{schoolId}/cash-free-readiness/reminders': { ...office, body: () => ({ kind: 'no_money' }) },
  'POST /schools/{schoolId}/cash-free-readiness/letters': { ...office, body: () => ({ kind: 'no_money' }) },
  'GET /schools/{schoolId}/pupils': staff,
  'GET /schools/{schoolId}/pupils/{pupilId}': staff,
  'GET /schools/{schoolId}/pupils/{pupilId}/statement.pdf': { ...staff, query: aPeriod },
  'GET /schools/{schoolId}/pupils/{pupilId}/statement.csv': { ...staff, query: aPeriod },
  'GET /schools/{schoolId}/pupils/{pupilId}/timeline': staff,
};

/** The path of a route in a scene, without the leading slash; `instead` stands in for what it names of the scene's. */
export function pathIn(scene: SchoolScene, path: string, instead: Readonly<Record<string, string>> = {}): string {
  const segments = path.slice(1).split('/');
  const filled = segments.map((segment, index) => {
    if (!segment.startsWith('{')) return segment;
    const before = segments[index - 1]?.replace(/[{}]/g, '') ?? '';
    const value = instead[segment.slice(1, -1)] ?? scene.ids[before];
    if (value === undefined) throw new Error(`The scene has no id for ${segment} after ${before}`);
    return value;
  });
  return filled.join('/');
}

function aReplacement() {
  return { id: newId(), reason: 'lost', expectedFeeOre: 0 };
}

/** Of everyone a class up, or out. */
async function allUp({ browsers, ids }: SchoolScene): Promise<unknown> {
  const path = `schools/${ids['schools']}/rollovers/${ids['rollovers']}`;
  const { classes } = (await browsers.office.get<Rollover>(path)).body;
  const affectedCount = classes.reduce((count, { step, pupilCount }) => count + (step === 'stay' ? 0 : pupilCount), 0);
  const decisions = classes.map(({ classId, step, toName }) => ({ classId, step, ...(toName && { toName }) }));
  return { classes: decisions, affectedCount };
}

interface Rollover {
  readonly classes: readonly { classId: string; step: string; toName: string | null; pupilCount: number }[];
}

function anEmail(): string {
  return `${newId()}@example.no`;
}

async function signUpToken({ api }: SchoolScene) {
  const email = anEmail();
  await api.browser('parent-portal').post('guardians', { name: 'Ny', email, password, language: 'nb' });
  return { token: await mailedToken(api, email) };
}

async function emailChangeToken({ api, guardian, browsers }: SchoolScene) {
  const newEmail = anEmail();
  await browsers.guardian.post('guardians/me/email-change', { newEmail, password: guardian.password });
  return { token: await mailedToken(api, newEmail) };
}

async function resetToken({ api, guardian: { email } }: SchoolScene) {
  await api.browser('parent-portal').post('password-resets', { email });
  return mailedToken(api, email);
}
