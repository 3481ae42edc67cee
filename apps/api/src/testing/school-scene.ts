import { newId, osloDay } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { PaymentProviders } from '@kantinekortet/providers';
import { aCardMerchant, type PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import {
  aCard,
  aPupil,
  aSchool,
  mailedToken,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestCard,
  type TestPerson,
  type TestPupil,
} from '@kantinekortet/testing';
import { OfficeTasks } from '@kantinekortet/tasks';
import { DepositsService } from '@kantinekortet/wallet';
import { good } from '../demo/demo-api.ts';
import { aCase } from './scene-case.ts';
import { aRefund } from './scene-refund.ts';
import { aCanteen, aSale, type SceneCanteen, type WithId } from './scene-canteen.ts';

export const rosterFile = Buffer.from('Elevnr;Fornavn;Etternavn;Klasse\n1;Ola;Nordmann;9A\n');

/** Of the money that the scene's guardian has paid by card. */
export function aSettlement(): object {
  const id = newId();
  return { id, clearing: 'stripe', receivedOn: '2026-01-31', receivedOre: 1, costOre: 0, reference: id };
}

/** The body with which an office records what its terminal took today. */
export function anOfficeReceipt(api: TestApi): object {
  const id = newId();
  return { id, amountOre: 10_000, method: 'terminal', reference: id, paidOn: osloDay(api.clock.now()) };
}

/** Who asks: of this school and child, or of others. */
export interface Browsers {
  readonly nobody: HttpClient;
  readonly otherRegister: HttpClient;
  readonly otherOffice: HttpClient;
  readonly otherGuardian: HttpClient;
  readonly register: HttpClient;
  readonly guardian: HttpClient;
  readonly support: HttpClient;
  readonly office: HttpClient;
}

/** A school with one of everything that a route can name, and everyone who could ask for it. */
export interface SchoolScene {
  readonly api: TestApi;
  readonly pupil: TestPupil;
  readonly pupilCard: TestCard;
  readonly stockCard: TestCard;
  readonly guardian: TestPerson;
  readonly canteen: SceneCanteen;
  readonly browsers: Browsers;
  /** What stands in a path, by the segment before it: `registers` for `/registers/{id}`. */
  readonly ids: Readonly<Record<string, string>>;
}

/** A merchant that takes payments in the sandbox, by bank card unless it is another. */
export async function aPaidMerchant(
  api: TestApi,
  sandbox: PaymentSandbox,
  aMerchant = aCardMerchant,
): Promise<SandboxMerchant> {
  const { merchantId } = await aSchool(api);
  const { provider, credentials, ...facts } = aMerchant(sandbox);
  const { merchantKey } = await api.database.transaction((tx) =>
    api.get(PaymentProviders).connect(tx, { merchantId, provider, credentials }),
  );
  const webhookUrl = `${api.url}/api/v1/payment-events/${provider}/${merchantKey}`;
  const merchant = { ...facts, id: merchantId, provider, credentials, webhookUrl };
  await sandbox.register(merchant);
  return merchant;
}

/** A new scene; scenes share their merchant and nothing else. */
export async function aSchoolScene(api: TestApi, merchant: SandboxMerchant): Promise<SchoolScene> {
  // Every scene comes from one address, and people may write from it so often and no more.
  await api.database.query('DELETE FROM rate_limit');
  const school = await aSchool(api, { merchantId: merchant.id });
  const elsewhere = await aSchool(api);
  const office = await signedInOffice(api, school.id);
  const support = await signedInSupport(api, school.id);
  const otherOffice = await signedInOffice(api, elsewhere.id);
  const [pupil, guardian] = await aChild(api, school.id);
  const [, otherGuardian] = await aChild(api, school.id);
  const pupilCard = await aCard(api, school.id, pupil.id);
  const stockCard = await aCard(api, school.id);
  const canteen = await aCanteen(api, school.id, office.browser);
  const otherCanteen = await aCanteen(api, elsewhere.id, otherOffice.browser);
  const topUp = { id: newId(), walletId: pupil.walletId, amountOre: 20_000, provider: merchant.provider };
  const sale = await good(canteen.register.post<WithId>('sales', aSale(api, canteen, pupilCard)));
  await good(guardian.browser.post('top-ups', topUp));
  const savedCard = { id: newId(), walletId: pupil.walletId };
  await good(guardian.browser.post('top-ups/saved-cards', savedCard));
  return {
    api,
    pupil,
    pupilCard,
    stockCard,
    guardian: guardian.person,
    canteen,
    browsers: {
      nobody: api.browser('parent-portal'),
      otherRegister: otherCanteen.register,
      otherOffice: otherOffice.browser,
      otherGuardian: otherGuardian.browser,
      register: canteen.register,
      guardian: guardian.browser,
      support: support.browser,
      office: office.browser,
    },
    ids: {
      'terminal-days': osloDay(api.clock.now()),
      ...canteen.ids,
      ...(await aCase(api, pupil, guardian, support.browser)),
      schools: school.id,
      pupils: pupil.id,
      wallets: pupil.walletId,
      cards: pupilCard.id,
      staff: support.person.id,
      personId: 'support',
      rollovers: (await good(office.browser.post<WithId>(`schools/${school.id}/rollovers`))).id,
      ...(await aRefund(api, pupil, guardian)),
      settlements: (await good(office.browser.post<WithId>(`schools/${school.id}/settlements`, aSettlement()))).id,
      ...(await anInvitation(api, pupil, guardian.browser, otherGuardian.person)),
      guardianships: await aRequest(api, pupilCard, office.browser, pupil),
      replacements: await aTheft(api, office.browser, school.id),
      // Last: what comes after it is not in the roster that it shows.
      ...(await officesDesk(api, pupil, office.browser)),
      'top-ups': topUp.id,
      'payment-discrepancies': newId(),
      tasks: await aTask(api, school.id, office.browser),
      'auto-top-ups': pupil.walletId,
      'saved-cards': savedCard.id,
      sales: sale.id,
      'payment-events': merchant.provider,
      provider: merchant.webhookUrl.split('/').at(-1) ?? '',
    },
  };
}

/** A pupil with money and a guardian of its own. */
export async function aChild(api: TestApi, schoolId: string) {
  const pupil = await aPupil(api, schoolId);
  const guardian = await signedInGuardian(api);
  await makeGuardian(api, pupil, guardian.person.id);
  const booking = { id: newId(), actor: 'system:test', occurredAt: api.clock.now(), paymentReference: newId() };
  const deposit = { schoolId, walletId: pupil.walletId, amountOre: 50_000, payerId: newId(), clearing: 'stripe' };
  await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking }));
  return [pupil, guardian] as const;
}

/** Something that a note resolves. Returns its id. */
async function aTask(api: TestApi, schoolId: string, office: HttpClient): Promise<string> {
  const task = { schoolId, kind: 'unknown_payment', subjectId: newId(), facts: {} } as const;
  await api.database.transaction((tx) => api.get(OfficeTasks).open(tx, task));
  const { items } = await good(office.get<{ items: readonly WithId[] }>(`schools/${schoolId}/tasks`));
  return items[0]?.id ?? '';
}

/** What lies on the office's desk: an invitation, a roster to look through, a batch of cards. */
async function officesDesk(api: TestApi, { schoolId, id }: TestPupil, office: HttpClient) {
  const root = `schools/${schoolId}`;
  const email = `${newId()}@example.no`;
  const invitation = await good(office.post<WithId>(`${root}/staff/invitations`, { email, role: 'support' }));
  const type = { 'content-type': 'text/csv' };
  const roster = await good(office.request<WithId>('POST', `${root}/roster-imports?fileName=a.csv`, rosterFile, type));
  const receipt = await good(office.post<WithId>(`${root}/pupils/${id}/office-receipts`, anOfficeReceipt(api)));
  await good(office.patch(`${root}/settings`, { allowWithoutCard: true }));
  const batchSql = 'SELECT batch_id AS id FROM card WHERE school_id = $1 AND pupil_id = $2';
  const [batch] = await api.database.query<WithId>(batchSql, [schoolId, id]);
  return {
    invitations: invitation.id,
    'staff-invitations': await mailedToken(api, email),
    'roster-imports': roster.id,
    'office-receipts': receipt.id,
    'card-batches': batch?.id ?? '',
  };
}

/** The id of a replacement that can be waived, of a pupil of its own. */
async function aTheft(api: TestApi, office: HttpClient, schoolId: string) {
  const stolen = await aCard(api, schoolId, (await aPupil(api, schoolId)).id);
  const { token } = await aCard(api, schoolId);
  const wish = { id: newId(), reason: 'stolen', expectedFeeOre: 0, newCardToken: token };
  return (await good(office.post<WithId>(`cards/${stolen.id}/replacements`, wish))).id;
}

/** That a guardian has invited another one: it, and its link. */
async function anInvitation(api: TestApi, pupil: TestPupil, guardian: HttpClient, { email }: TestPerson) {
  const path = `pupils/${pupil.id}/guardian-invitations`;
  const { id } = await good(guardian.post<WithId>(path, { email }));
  return { 'guardian-invitations': id, 'guardian-links': await mailedToken(api, email) };
}

/** The id of a guardianship that the pupil's first guardian must approve. */
async function aRequest(api: TestApi, card: TestCard, office: HttpClient, { schoolId, id }: TestPupil) {
  const { browser } = await signedInGuardian(api);
  const codes = { cardNumber: card.number, controlCode: card.controlCode, confirm: true };
  await good(browser.post('cards/register', codes));
  const { items } = await good(
    office.get<{ items: { guardianshipId: string; status: string }[] }>(`schools/${schoolId}/pupils/${id}/guardians`),
  );
  return items.find(({ status }) => status === 'pending')?.guardianshipId ?? '';
}
