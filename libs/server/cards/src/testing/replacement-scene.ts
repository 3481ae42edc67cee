import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type TestApi } from '@kantinekortet/platform/testing';
import { IdentityModule } from '@kantinekortet/identity';
import {
  aCard,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  type SignedIn,
  type TestCard,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { DepositsService, WalletsService, type Wallet } from '@kantinekortet/wallet';
import { CardsModule } from '../cards.module.ts';
import type { ReplacementDto, ReplacementQuoteDto } from '../replacements/replacement.dto.ts';
import { pupilIn } from './roster.ts';

export interface ReplaceOptions {
  readonly id?: string;
  readonly reason?: 'lost' | 'stolen' | 'damaged';
  readonly damagedCardToken?: string;
  readonly expectedFeeOre?: number;
  readonly waiverReason?: string;
  readonly caseId?: string;
}

/** A school with its office, and a pupil with a guardian, a card and money. */
export class ReplacementScene {
  readonly api: TestApi;
  readonly school: TestSchool;
  readonly office: SignedIn;
  readonly guardian: SignedIn;
  readonly pupil: TestPupil;
  readonly card: TestCard;

  private constructor(scene: Pick<ReplacementScene, 'api' | 'school' | 'office' | 'guardian' | 'pupil' | 'card'>) {
    this.api = scene.api;
    this.school = scene.school;
    this.office = scene.office;
    this.guardian = scene.guardian;
    this.pupil = scene.pupil;
    this.card = scene.card;
  }

  static startApi(): Promise<TestApi> {
    return startTestApi({ imports: [IdentityModule, CardsModule] });
  }

  static async open(api: TestApi, balanceOre = 0): Promise<ReplacementScene> {
    const school = await aSchool(api);
    const office = await signedInOffice(api, school.id);
    const guardian = await signedInGuardian(api);
    const pupil = await pupilIn(api, school.id);
    await makeGuardian(api, pupil, guardian.person.id);
    const card = await aCard(api, school.id, pupil.id);
    const scene = new ReplacementScene({ api, school, office, guardian, pupil, card });
    if (balanceOre > 0) await scene.topUp(balanceOre);
    return scene;
  }

  stockCard(): Promise<TestCard> {
    return aCard(this.api, this.school.id);
  }

  quote(card: TestCard, query = 'reason=lost', who = this.office): Promise<Answer<ReplacementQuoteDto>> {
    return who.browser.get<ReplacementQuoteDto>(`cards/${card.id}/replacement-quote?${query}`);
  }

  replace(
    old: TestCard,
    fresh: TestCard,
    options: ReplaceOptions = {},
    who = this.office,
  ): Promise<Answer<ReplacementDto>> {
    const wish = { id: newId(), reason: 'lost', expectedFeeOre: 0, newCardToken: fresh.token, ...options };
    return who.browser.post<ReplacementDto>(`cards/${old.id}/replacements`, wish);
  }

  print(old: TestCard, options: ReplaceOptions = {}): Promise<Answer<object>> {
    const wish = { id: newId(), reason: 'lost', expectedFeeOre: 0, ...options };
    return this.office.browser.post(`cards/${old.id}/replacements/print`, wish);
  }

  waive(replacementId: string, reason = 'Funnet igjen', id = newId(), who = this.office): Promise<Answer<object>> {
    return who.browser.post(`schools/${this.school.id}/replacements/${replacementId}/waiver`, { id, reason });
  }

  /** A card that is the pupil's after so many losses, each paid as the school asks. */
  async afterLosses(count: number, options: ReplaceOptions = {}): Promise<TestCard> {
    let card = this.card;
    for (let loss = 1; loss <= count; loss += 1) {
      const fresh = await this.stockCard();
      const { body } = await this.quote(card, `reason=${options.reason ?? 'lost'}`);
      await this.replace(card, fresh, { expectedFeeOre: body.feeOre, ...options });
      card = fresh;
    }
    return card;
  }

  async topUp(amountOre: number): Promise<void> {
    const { api, school, pupil } = this;
    const id = newId();
    const payer = { payerId: this.guardian.person.id, paymentReference: id, clearing: 'stripe' };
    const request = { id, schoolId: school.id, walletId: pupil.walletId, actor: 'system:test', ...payer };
    await api.database.transaction((tx) =>
      api.get(DepositsService).topUp(tx, { ...request, occurredAt: api.clock.now(), amountOre }),
    );
  }

  wallet(): Promise<Wallet> {
    return this.api.get(WalletsService).get(this.api.database, this.school.id, this.pupil.walletId);
  }

  /** Each of the pupil's cards by what has become of it, oldest first. */
  async statuses(): Promise<string[]> {
    const rows = await this.api.database.query<{ status: string }>(
      'SELECT status FROM card WHERE school_id = $1 AND pupil_id = $2 ORDER BY issued_at, id',
      [this.school.id, this.pupil.id],
    );
    return rows.map(({ status }) => status);
  }
}
