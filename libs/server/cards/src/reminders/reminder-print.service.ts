import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, type Tx } from '@kantinekortet/platform';
import type { PrintedFile } from '@kantinekortet/platform/printing';
import { pupilActorOf, recordPupilEvents } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import { actorOf } from '../card-actor.ts';
import { recordCardEvent } from '../card-events.ts';
import { schoolNameOf } from '../card-holders.ts';
import { CardSecrets } from '../card-secrets.ts';
import { drawControlCodes, type CardWithCode } from '../control-codes.ts';
import { letterHead } from '../printing/letter-head.ts';
import { print, type PrintJob } from '../printing/print.ts';
import type { ReminderRequest } from './reminder.dto.ts';
import { NobodyToRemind } from './reminder.errors.ts';
import { unreadyFamilies, type UnreadyFamily } from './unready-families.ts';

interface CardOfPupil {
  readonly id: string;
  readonly number: string;
  readonly pupilId: string;
}

/** Reminds families on paper: for those whom no mail reaches, and those who have no profile. */
@Injectable()
export class ReminderPrintService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly secrets: CardSecrets;

  constructor(database: Database, clock: Clock, config: Config, secrets: CardSecrets) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.secrets = secrets;
  }

  /**
   * One letter for each pupil, in the order of their classes. Where nobody has a profile it has a new control code, and
   * earlier codes are void; a pupil without guardian and without card gets one only about money. Nothing is stored when
   * the print fails. Throws NobodyToRemind.
   */
  async print(caller: PersonPrincipal, schoolId: string, request: ReminderRequest): Promise<PrintedFile> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const families = await unreadyFamilies(tx, schoolId, request);
      const codes = await this.drawCodes(tx, schoolId, families);
      const reached = families.filter(({ pupilId }) => request.kind === 'no_money' || codes.has(pupilId));
      if (reached.length === 0) throw new NobodyToRemind();
      const cardIds = [...codes.values()].map(({ id }) => id);
      await recordCardEvent(tx, { schoolId, cardIds, kind: 'letter_printed', actor: actorOf(caller), occurredAt: now });
      await recordPupilEvents(
        tx,
        { schoolId, actor: pupilActorOf(caller), occurredAt: now },
        reached.map(({ pupilId }) => ({
          pupilId,
          kind: 'guardian_reminded',
          facts: { about: request.kind, channel: 'letter' },
        })),
      );
      const pdf = await print({
        ...letterHead(await schoolNameOf(tx, schoolId), this.config.parentUrl, now),
        title: 'Påminnelser om kantinekort',
        cards: [],
        letters: reached.map((family) => letterTo(family, codes.get(family.pupilId))),
      });
      return { fileName: 'kantinekort-paaminnelser.pdf', pdf };
    });
  }

  /** New codes for the cards of those without a guardian, by pupil. Cards are locked in the order that everyone uses. */
  private async drawCodes(
    tx: Tx,
    schoolId: string,
    families: readonly UnreadyFamily[],
  ): Promise<Map<string, CardWithCode>> {
    const pupilIds = families.filter(({ hasGuardian }) => !hasGuardian).map(({ pupilId }) => pupilId);
    const cards = await tx.query<CardOfPupil[]>(
      `SELECT id, number, pupil_id AS "pupilId" FROM card
        WHERE school_id = $1 AND pupil_id = ANY ($2::uuid[]) AND status IN ('active', 'blocked') ORDER BY id FOR UPDATE`,
      [schoolId, pupilIds],
    );
    const drawn = await drawControlCodes(tx, schoolId, cards, this.secrets);
    const pupilOf = new Map(cards.map(({ id, pupilId }) => [id, pupilId]));
    return new Map(drawn.map((card) => [pupilOf.get(card.id) ?? '', card]));
  }
}

function letterTo(family: UnreadyFamily, card: CardWithCode | undefined): PrintJob['letters'][number] {
  if (!card) return { pupil: family, availableOre: family.availableOre };
  return { number: card.number, controlCode: card.controlCode, pupil: family };
}
