import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { OperationConflict, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { lockEnrolment } from '../enrolment/enrolment-changes.service.ts';
import { pupilActorOf, recordPupilEvents } from '../pupils/pupil-events.ts';
import type { AddStaffCardRequest, StaffCardDto, StaffCardsDto } from './staff-card.dto.ts';

/** Where staff stand in lists; no roster names it, and no rollover moves it. */
const staffClassName = 'Ansatte';

interface Known extends StaffCardDto {
  readonly isSame: boolean;
}

/** Staff who eat in the canteen: a holder with wallet and card as a pupil has, without guardians and without a roster. */
@Injectable()
export class StaffCardsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly wallets: WalletsService;

  constructor(database: Database, clock: Clock, wallets: WalletsService) {
    this.database = database;
    this.clock = clock;
    this.wallets = wallets;
  }

  /** How many there are, and the class whose cards are printed at once. */
  async summary(schoolId: string): Promise<StaffCardsDto> {
    const [row] = await this.database.query<StaffCardsDto>(
      `SELECT (SELECT c.id FROM school_class c WHERE c.school_id = $1 AND lower(c.name) = lower($2)) AS "classId",
              count(*) AS "staffCount"
         FROM pupil p WHERE p.school_id = $1 AND p.kind = 'staff' AND p.status = 'enrolled'`,
      [schoolId, staffClassName],
    );
    return row ?? { classId: null, staffCount: 0 };
  }

  /** Makes a holder with an empty wallet. Again it is the same one. Throws OperationConflict for another name. */
  async add(
    caller: PersonPrincipal,
    schoolId: string,
    { id, firstName, lastName }: AddStaffCardRequest,
  ): Promise<{ readonly isReplay: boolean; readonly holder: StaffCardDto }> {
    return this.database.transaction(async (tx) => {
      await lockEnrolment(tx, schoolId);
      const [known] = await tx.query<Known[]>(
        `SELECT id AS "pupilId", name, (kind = 'staff' AND first_name = $3 AND last_name = $4) AS "isSame"
           FROM pupil WHERE school_id = $1 AND id = $2`,
        [schoolId, id, firstName, lastName],
      );
      if (known && !known.isSame) throw new OperationConflict();
      if (known) return { isReplay: true, holder: { pupilId: known.pupilId, name: known.name } };
      const classId = await this.staffClass(tx, schoolId);
      const walletId = newId();
      await this.wallets.openWallet(tx, schoolId, walletId);
      await tx.query(
        `INSERT INTO pupil (school_id, id, first_name, last_name, class_id, class_name, wallet_id, kind, created_at)
         SELECT $1, $2, $3, $4, c.id, c.name, $6, 'staff', $7 FROM school_class c WHERE c.school_id = $1 AND c.id = $5`,
        [schoolId, id, firstName, lastName, classId, walletId, this.clock.now()],
      );
      const circumstances = { schoolId, actor: pupilActorOf(caller), occurredAt: this.clock.now() };
      await recordPupilEvents(tx, circumstances, [{ pupilId: id, kind: 'enrolled' }]);
      return { isReplay: false, holder: { pupilId: id, name: `${firstName} ${lastName}` } };
    });
  }

  /** The class of the staff, made when it is not there. The caller holds `lockEnrolment`. */
  private async staffClass(tx: Tx, schoolId: string): Promise<string> {
    await tx.query('INSERT INTO school_class (school_id, id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      schoolId,
      newId(),
      staffClassName,
    ]);
    const [row] = await tx.query<{ id: string }[]>(
      'SELECT id FROM school_class WHERE school_id = $1 AND lower(name) = lower($2)',
      [schoolId, staffClassName],
    );
    if (!row) throw new Error('The class of the staff has gone');
    return row.id;
  }
}
