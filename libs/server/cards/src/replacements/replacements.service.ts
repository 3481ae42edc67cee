import { Injectable } from '@nestjs/common';
import { parseCardToken } from '@kantinekortet/codes';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import { PupilAccess, SchoolsService } from '@kantinekortet/schools';
import { contentHash, WalletsService } from '@kantinekortet/wallet';
import { actorOf } from '../card-actor.ts';
import { CardAccess } from '../card-access.ts';
import { placeOfToken } from '../card-directory.ts';
import { CardSecrets } from '../card-secrets.ts';
import { Card } from '../card.entity.ts';
import { CardNotFound, CardNotInStock, CardOfOtherSchool, CardUnknown } from '../cards.errors.ts';
import { giveCard } from '../give-card.ts';
import { lockCards } from '../lock-cards.ts';
import { toListedReplacement } from './replacement-answer.ts';
import type {
  ListedReplacementDto,
  ReplaceCardRequest,
  ReplacementQuoteDto,
  ReplacementQuoteQuery,
} from './replacement.dto.ts';
import { readWaivers, replacementsOf, type Replacement } from './replacement-rows.ts';
import { ReplacementSteps, type ReplacementWish } from './replacement-steps.service.ts';

/** A new card from stock for an old one, and what that costs. */
@Injectable()
export class ReplacementsService {
  private readonly database: Database;
  private readonly access: CardAccess;
  private readonly pupils: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly cardSecrets: CardSecrets;
  private readonly steps: ReplacementSteps;
  private readonly clock: Clock;

  constructor(
    database: Database,
    access: CardAccess,
    pupils: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    cardSecrets: CardSecrets,
    steps: ReplacementSteps,
    clock: Clock,
  ) {
    this.database = database;
    this.access = access;
    this.pupils = pupils;
    this.schools = schools;
    this.wallets = wallets;
    this.cardSecrets = cardSecrets;
    this.steps = steps;
    this.clock = clock;
  }

  /** What a new card would cost now, before anyone confirms. Throws CardNotFound, NotAllowed. */
  async quote(
    caller: PersonPrincipal,
    cardId: string,
    { reason, waived }: ReplacementQuoteQuery,
  ): Promise<ReplacementQuoteDto> {
    const pupil = await this.access.findAsOffice(caller, cardId);
    const { settings } = await this.schools.get(pupil.schoolId);
    return this.database.transaction(async (tx) => {
      const wallet = await this.wallets.get(tx, pupil.schoolId, pupil.walletId);
      return this.steps.quote(tx, { pupil, settings }, wallet, { reason, isWaived: waived });
    });
  }

  /**
   * Gives a pupil a scanned card from stock for the old one, which never works again; wallet, limits and history are the
   * pupil's and stay. The same request again gets the first answer. Throws what ReplacementSteps throws, and CardNotFound,
   * NotAllowed, CardUnknown, CardOfOtherSchool, CardNotInStock.
   */
  async replace(
    caller: PersonPrincipal,
    cardId: string,
    request: ReplaceCardRequest,
  ): Promise<{ readonly isReplay: boolean; readonly replacement: Replacement }> {
    const token = parseCardToken(request.newCardToken);
    if (token === undefined) throw new CardUnknown();
    const tokenHmac = this.cardSecrets.hmacOfToken(token);
    const pupil = await this.access.findAsOffice(caller, cardId);
    const { settings } = await this.schools.get(pupil.schoolId);
    const { reason, waiverReason = null } = request;
    const content = { cardId, reason, waiverReason, newCard: tokenHmac.toString('hex') };
    const wish = { caller, pupil, settings, cardId, request, contentHash: contentHash(content) };
    return this.database.transaction(async (tx) => {
      const { wallet, earlier } = await this.steps.begin(tx, wish);
      if (earlier) return { isReplay: true, replacement: earlier };
      const { old, fresh } = await this.lockBoth(tx, wish, tokenHmac);
      const { replacement } = await this.steps.perform(tx, wish, { wallet, old }, (holder) => {
        if (fresh.status !== 'stock') throw new CardNotInStock(fresh.status);
        return giveCard(tx, fresh, holder, actorOf(caller), this.clock.now());
      });
      return { isReplay: false, replacement };
    });
  }

  /** A pupil's replacements, newest first. Throws PupilNotFound. */
  async ofPupil(schoolId: string, pupilId: string): Promise<ListedReplacementDto[]> {
    await this.pupils.atSchool(schoolId, pupilId);
    return this.database.transaction(async (tx) => {
      const rows = await replacementsOf(tx, schoolId, pupilId);
      const waivers = await readWaivers(
        tx,
        schoolId,
        rows.map(({ id }) => id),
      );
      return rows.map((row) =>
        toListedReplacement(
          row,
          waivers.find(({ replacementId }) => replacementId === row.id),
        ),
      );
    });
  }

  private async lockBoth(
    tx: Tx,
    { pupil: { schoolId }, cardId }: ReplacementWish,
    tokenHmac: Buffer,
  ): Promise<{ readonly old: Card; readonly fresh: Card }> {
    const place = await placeOfToken(tx, tokenHmac);
    if (!place) throw new CardUnknown();
    if (place.schoolId !== schoolId) throw new CardOfOtherSchool();
    const cards = await lockCards(tx, schoolId, [cardId, place.cardId]);
    const old = cards.get(cardId);
    const fresh = cards.get(place.cardId);
    if (!old) throw new CardNotFound();
    // Printed anew between the two statements.
    if (!fresh?.tokenHmac.equals(tokenHmac)) throw new CardUnknown();
    return { old, fresh };
  }
}
