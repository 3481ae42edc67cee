import { newId } from '@kantinekortet/platform';
import type { Answer, HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { payWithCard, testCards, type SandboxMerchant } from '@kantinekortet/providers/testing';
import {
  aCard,
  aPerson,
  aPupil,
  aSchool,
  mailsTo,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  type SignedIn,
  type TestCard,
  type TestPupil,
} from '@kantinekortet/testing';
import { good } from '../demo/demo-api.ts';
import { aCanteen, aSale, type SceneCanteen, type WithId } from './scene-canteen.ts';

export interface TimelineEntry {
  readonly kind: string;
  readonly at: string;
  readonly actor: { readonly role: string; readonly name: string | null };
  readonly reason: string | null;
  readonly caseId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly amountOre: number | null;
  readonly owedOre: number | null;
}

/** A family and everyone at its school, for what happens to one pupil; names tell who did what. */
export class TimelineScene {
  readonly api: TestApi;
  readonly pupil: TestPupil;
  readonly card: TestCard;
  readonly office: SignedIn;
  readonly guardian: SignedIn;
  private readonly provider: string;

  private constructor(
    scene: Pick<TimelineScene, 'api' | 'pupil' | 'card' | 'office' | 'guardian'>,
    { provider }: SandboxMerchant,
  ) {
    this.api = scene.api;
    this.pupil = scene.pupil;
    this.card = scene.card;
    this.office = scene.office;
    this.guardian = scene.guardian;
    this.provider = provider;
  }

  static async open(api: TestApi, merchant: SandboxMerchant): Promise<TimelineScene> {
    await api.database.query('DELETE FROM rate_limit');
    const school = await aSchool(api, { merchantId: merchant.id });
    const office = await signedInOffice(api, school.id, await aPerson(api, { name: 'Olga Kontor' }));
    const guardian = await signedInGuardian(api, await aPerson(api, { name: 'Grete Foresatt' }));
    const pupil = await aPupil(api, school.id, { className: '8A' });
    await makeGuardian(api, pupil, guardian.person.id);
    const card = await aCard(api, school.id, pupil.id);
    return new TimelineScene({ api, pupil, card, office, guardian }, merchant);
  }

  get root(): string {
    return `schools/${this.pupil.schoolId}`;
  }

  get child(): string {
    return `${this.root}/pupils/${this.pupil.id}`;
  }

  async timeline(pupilId = this.pupil.id): Promise<readonly TimelineEntry[]> {
    const path = `${this.root}/pupils/${pupilId}/timeline?limit=50`;
    return (await good(this.office.browser.get<{ items: TimelineEntry[] }>(path))).items;
  }

  /** By the office. Answers the body. */
  does<Body = WithId>(path: string, body?: object): Promise<Body> {
    return good(this.office.browser.post<Body>(path, body));
  }

  change(path: string, body: object): Promise<unknown> {
    return good(this.office.browser.patch(path, body));
  }

  canteen(): Promise<SceneCanteen> {
    return aCanteen(this.api, this.pupil.schoolId, this.office.browser);
  }

  async buys(): Promise<{ readonly saleId: string; readonly register: HttpClient }> {
    const canteen = await this.canteen();
    const { id } = await good(canteen.register.post<WithId>('sales', aSale(this.api, canteen, this.card)));
    return { saleId: id, register: canteen.register };
  }

  /** By the guardian, with a bank card at the provider. */
  async topsUp(amountOre = 20_000): Promise<void> {
    const { browser } = this.guardian;
    const wish = { id: newId(), walletId: this.pupil.walletId, amountOre, provider: this.provider };
    const { checkoutUrl } = await good(browser.post<{ checkoutUrl: string }>('top-ups', wish));
    await payWithCard(checkoutUrl, testCards.approved);
    await good(browser.get(`top-ups/${wish.id}`));
  }

  stockCard(): Promise<TestCard> {
    return aCard(this.api, this.pupil.schoolId);
  }

  /** Replaces a card with one from stock. Answers the replacement and the new card. */
  async replaces(old: TestCard, options: object = {}): Promise<{ readonly id: string; readonly fresh: TestCard }> {
    const fresh = await this.stockCard();
    const wish = { id: newId(), reason: 'lost', expectedFeeOre: 0, newCardToken: fresh.token, ...options };
    await this.does(`cards/${old.id}/replacements`, wish);
    return { id: wish.id, fresh };
  }

  /** Loses two cards; the second costs what the school asks. */
  async losesTwo(options: object = { expectedFeeOre: 10_000 }): Promise<string> {
    const { fresh } = await this.replaces(this.card);
    return (await this.replaces(fresh, options)).id;
  }

  /** A case by the guardian about the child. Answers its path at the office. */
  async writes(change: object = {}): Promise<string> {
    const form = { id: newId(), topic: 'other', message: 'Hei!', pupilId: this.pupil.id, ...change };
    await good(this.guardian.browser.post('guardians/me/support-cases', form));
    return `${this.root}/support-cases/${form.id}`;
  }

  /** A report of the card by somebody who is not signed in. Answers the case's path at the office. */
  async isReported(): Promise<string> {
    const sender = { name: 'Farmor', email: `${newId()}@example.no`, language: 'nb', cardNumber: this.card.number };
    const form = { id: newId(), schoolId: this.pupil.schoolId, topic: 'lost_card', message: 'Borte!', ...sender };
    await good(this.api.browser('parent-portal').post('support-cases', form));
    return `${this.root}/support-cases/${form.id}`;
  }

  /** The office answers a case, and the answer leaves. */
  async answers(path: string): Promise<void> {
    await this.does(`${path}/messages`, { id: newId(), kind: 'reply', body: 'Kl. 11.', seenSeq: 1 });
    this.api.clock.advance(10_000);
    await mailsTo(this.api, this.guardian.person.email);
  }

  /** Another person who asks to be a guardian, with the letter of the child's card. Answers the guardianship. */
  async isAsked(): Promise<string> {
    const other = await signedInGuardian(this.api, await aPerson(this.api, { name: 'Per Annen' }));
    const { number: cardNumber, controlCode } = this.card;
    await good(other.browser.post('cards/register', { cardNumber, controlCode, confirm: true }));
    return this.guardianshipOf('Per Annen');
  }

  async guardianshipOf(name: string): Promise<string> {
    const path = `${this.child}/guardians`;
    const answer = await this.office.browser.get<{ items: { guardianshipId: string; name: string }[] }>(path);
    return answer.body.items.find((one) => one.name === name)?.guardianshipId ?? '';
  }

  /** Answers the rollover that moved the child up. */
  async movesUp(): Promise<string> {
    const rollover = await this.does<Rollover>(`${this.root}/rollovers`);
    const classes = rollover.classes.map(({ classId, step, toName }) => ({ classId, step, ...(toName && { toName }) }));
    const affectedCount = rollover.classes.reduce((sum, one) => sum + (one.step === 'stay' ? 0 : one.pupilCount), 0);
    await this.does(`${this.root}/rollovers/${rollover.id}/apply`, { classes, affectedCount });
    return rollover.id;
  }

  /** Imports one more pupil. Answers the import and the pupil. */
  async imports(): Promise<{ readonly id: string; readonly pupilId: string }> {
    const file = Buffer.from('Elevnr;Fornavn;Etternavn;Klasse\n77;Ny;Elev;8A\n');
    const type = { 'content-type': 'text/csv' };
    const path = `${this.root}/roster-imports`;
    const asked: Promise<Answer<WithId>> = this.office.browser.request('POST', `${path}?fileName=a.csv`, file, type);
    const { id } = await good(asked);
    await this.does(`${path}/${id}/apply`, { fileIsComplete: false, matches: [] });
    const sql = `SELECT id FROM pupil WHERE school_id = $1 AND external_id = '77'`;
    const [pupil] = await this.api.database.query<WithId>(sql, [this.pupil.schoolId]);
    return { id, pupilId: pupil?.id ?? '' };
  }
}

interface Rollover extends WithId {
  readonly classes: readonly { classId: string; step: string; toName: string | null; pupilCount: number }[];
}
