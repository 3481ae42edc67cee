import { Injectable } from '@nestjs/common';
import { parseCardToken } from '@kantinekortet/codes';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, InvalidInput, Mail, newId, Outbox, type Tx } from '@kantinekortet/platform';
import {
  GuardianshipService,
  PupilNotFound,
  recordPupilEvents,
  type PupilKey,
  type SchoolSettings,
  tellCase,
} from '@kantinekortet/schools';
import {
  FeesService,
  OperationConflict,
  splitFee,
  WalletsService,
  type FeeResult,
  type Wallet,
} from '@kantinekortet/wallet';
import { actorOf } from '../card-actor.ts';
import { recordCardEvent } from '../card-events.ts';
import { holdersById, type CardHolder } from '../card-holders.ts';
import { CardSecrets } from '../card-secrets.ts';
import { statusAfter, type BlockReason } from '../card-status.ts';
import { Card, notBlocked } from '../card.entity.ts';
import { PupilHasLeft } from '../cards.errors.ts';
import { feeOfReplacement } from './fee-of-replacement.ts';
import type { PrintReplacementRequest, ReplacementQuoteDto } from './replacement.dto.ts';
import { DamagedCardDiffers, FeeChanged } from './replacement.errors.ts';
import { replacementLetter } from './replacement-letter.ts';
import { countLosses, insertReplacement, readReplacement, type Replacement } from './replacement-rows.ts';

/** One office's wish to replace one card, and what is known before anything is locked. */
export interface ReplacementWish {
  readonly caller: PersonPrincipal;
  readonly pupil: PupilKey;
  readonly settings: SchoolSettings;
  readonly cardId: string;
  readonly request: PrintReplacementRequest;
  /** Of everything that must be equal in a repetition. */
  readonly contentHash: Buffer;
}

/** A new card as the way it came to be knows it. */
interface NewCard {
  readonly id: string;
  readonly number: string;
}

/** What replacing a card has in common, whether the new one is scanned or printed. */
@Injectable()
export class ReplacementSteps {
  private readonly wallets: WalletsService;
  private readonly fees: FeesService;
  private readonly guardianships: GuardianshipService;
  private readonly cardSecrets: CardSecrets;
  private readonly mail: Mail;
  private readonly outbox: Outbox;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(
    wallets: WalletsService,
    fees: FeesService,
    guardianships: GuardianshipService,
    cardSecrets: CardSecrets,
    mail: Mail,
    outbox: Outbox,
    config: Config,
    clock: Clock,
  ) {
    this.wallets = wallets;
    this.fees = fees;
    this.guardianships = guardianships;
    this.cardSecrets = cardSecrets;
    this.mail = mail;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Locks the wallet, which decides between a replacement and a sale, a block and another replacement, and finds the
   * replacement that this one repeats. Throws OperationConflict.
   */
  async begin(tx: Tx, wish: ReplacementWish): Promise<{ wallet: Wallet; earlier: Replacement | undefined }> {
    const { caller, pupil, request, contentHash } = wish;
    const wallet = await this.wallets.lock(tx, pupil.schoolId, pupil.walletId);
    const earlier = await readReplacement(tx, pupil.schoolId, request.id);
    const isSame = earlier?.replacedBy === caller.personId && earlier.contentHash.equals(contentHash);
    if (earlier && !isSame) throw new OperationConflict();
    return { wallet, earlier };
  }

  /** What a new card would cost now. */
  async quote(
    tx: Tx,
    { pupil, settings }: Pick<ReplacementWish, 'pupil' | 'settings'>,
    { balanceOre, availableOre }: Wallet,
    { reason, isWaived }: { readonly reason: BlockReason; readonly isWaived: boolean },
  ): Promise<ReplacementQuoteDto> {
    const { replacementFeeOre, lunchFloorOre } = settings;
    const lossesBefore = await countLosses(tx, pupil);
    const fee = feeOfReplacement({ reason, lossesBefore, replacementFeeOre, isWaived });
    const { drawnOre, claimedOre } = splitFee(fee.feeOre, availableOre, lunchFloorOre);
    return { ...fee, drawnOre, claimedOre, balanceOre, balanceAfterOre: balanceOre - drawnOre };
  }

  /**
   * Ends the locked old card, gives the pupil the new one, charges the fee and tells the guardians. Throws CardStepRefused
   * when the old one has ended, PupilHasLeft, DamagedCardDiffers, FeeChanged.
   */
  async perform<Issued extends NewCard>(
    tx: Tx,
    wish: ReplacementWish,
    { wallet, old }: { readonly wallet: Wallet; readonly old: Card },
    issue: (holder: CardHolder) => Promise<Issued>,
  ): Promise<{ readonly replacement: Replacement; readonly issued: Issued }> {
    const { pupil, request, caller } = wish;
    const { schoolId, pupilId } = pupil;
    const ended = { status: statusAfter(old.status, 'end'), ...notBlocked };
    const [holder] = await holdersById(tx, schoolId, [pupilId]);
    if (!holder) throw new PupilNotFound();
    if (holder.status === 'left') throw new PupilHasLeft();
    this.mustLieOnTheDesk(old, request);
    const isWaived = request.waiverReason !== undefined;
    const quote = await this.quote(tx, wish, wallet, { reason: request.reason, isWaived });
    if (quote.feeOre !== request.expectedFeeOre) throw new FeeChanged(quote);

    const now = this.clock.now();
    await tx.update(Card, { schoolId, id: old.id }, ended);
    const event = { schoolId, actor: actorOf(caller), occurredAt: now, caseId: request.caseId };
    await recordCardEvent(tx, { ...event, cardIds: [old.id], kind: 'ended' });
    const issued = await issue(holder);
    const fee = await this.charge(tx, wish, quote.feeOre);
    const replacement: Replacement = {
      schoolId,
      id: request.id,
      pupilId,
      oldCardId: old.id,
      oldNumber: old.number,
      newCardId: issued.id,
      newNumber: issued.number,
      reason: request.reason,
      lossNumber: quote.lossNumber,
      feeOperationId: fee?.id ?? null,
      drawnOre: fee?.drawnOre ?? 0,
      claimedOre: fee?.claimedOre ?? 0,
      balanceAfterOre: quote.balanceAfterOre,
      waiverReason: request.waiverReason ?? null,
      contentHash: wish.contentHash,
      replacedBy: caller.personId,
      replacedAt: now,
      caseId: request.caseId ?? null,
    };
    await insertReplacement(tx, pupil.walletId, replacement);
    await this.tell(tx, replacement, holder.firstName);
    return { replacement, issued };
  }

  private mustLieOnTheDesk(old: Card, { reason, damagedCardToken }: PrintReplacementRequest): void {
    if (reason !== 'damaged') return;
    if (damagedCardToken === undefined) {
      const detail = 'Scan the damaged card. Without it, it counts as lost.';
      throw new InvalidInput([{ pointer: '/damagedCardToken', code: 'damaged_card_missing', detail }]);
    }
    const token = parseCardToken(damagedCardToken);
    const isOld = token !== undefined && this.cardSecrets.hmacOfToken(token).equals(old.tokenHmac);
    if (!isOld) throw new DamagedCardDiffers();
  }

  private async charge(
    tx: Tx,
    { caller, pupil, settings, request }: ReplacementWish,
    amountOre: number,
  ): Promise<(FeeResult & { readonly id: string }) | undefined> {
    if (amountOre === 0) return undefined;
    const id = newId();
    const { result } = await this.fees.charge(tx, {
      id,
      schoolId: pupil.schoolId,
      walletId: pupil.walletId,
      actor: `person:${caller.personId}`,
      occurredAt: this.clock.now(),
      amountOre,
      lunchFloorOre: settings.lunchFloorOre,
      reason: 'replacement_fee',
      facts: { replacementId: request.id },
    });
    return { ...result, id };
  }

  private async tell(tx: Tx, replacement: Replacement, firstName: string): Promise<void> {
    const { schoolId, pupilId, reason, lossNumber, oldNumber, newNumber, drawnOre, claimedOre, waiverReason } =
      replacement;
    const caseId = replacement.caseId ?? undefined;
    const facts = { cause: reason, lossNumber, oldNumber, newNumber, feeOre: drawnOre + claimedOre };
    const actor = { role: 'office', personId: replacement.replacedBy } as const;
    await recordPupilEvents(
      tx,
      {
        schoolId,
        actor,
        occurredAt: replacement.replacedAt,
        ...(waiverReason !== null && { reason: waiverReason }),
        ...(caseId !== undefined && { caseId }),
      },
      [{ pupilId, kind: 'card_replaced', facts }],
    );
    await tellCase(tx, this.outbox, { schoolId, caseId, kind: 'card_replaced', facts, actorId: actor.personId });
    const news = { ...replacement, firstName, oldDigits: oldNumber.slice(-4), newDigits: newNumber.slice(-4) };
    for (const guardian of await this.guardianships.addresseesOf(tx, schoolId, pupilId)) {
      await this.mail.queue(tx, replacementLetter(guardian, news, this.config.parentUrl));
    }
  }
}
