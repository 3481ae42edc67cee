import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { recordPupilEvents, type PupilEventKind } from '../pupils/pupil-events.ts';
import { PupilNotFound } from '../pupils/pupils.errors.ts';
import { lockEnrolment } from './enrolment-changes.service.ts';
import type { PupilStanding } from './enrolment.dto.ts';

/** The pupil, who in the office acts, and why. */
interface Step {
  readonly schoolId: string;
  readonly pupilId: string;
  readonly officePersonId: string;
  readonly reason?: string | undefined;
}

const standingColumns = `status, left_at AS "leftAt", left_for_good_at AS "leftForGoodAt"`;

/** One pupil leaves, or comes back. */
@Injectable()
export class EnrolmentService {
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly clock: Clock;

  constructor(database: Database, wallets: WalletsService, clock: Clock) {
    this.database = database;
    this.wallets = wallets;
    this.clock = clock;
  }

  /**
   * From this moment no till sells to the pupil. The card ends the night after; until then coming back leaves no
   * trace but on the timeline. Again changes nothing. Throws PupilNotFound.
   */
  async leave(step: Step): Promise<PupilStanding> {
    return this.change(step, 'left', (tx) =>
      tx.query(`UPDATE pupil SET status = 'left', left_at = $3 WHERE school_id = $1 AND id = $2`, [
        step.schoolId,
        step.pupilId,
        this.clock.now(),
      ]),
    );
  }

  /** The pupil attends again, with the wallet as it is; a card that has ended stays so. Throws PupilNotFound. */
  async enrolAgain(step: Step): Promise<PupilStanding> {
    return this.change(step, 'enrolled', (tx) =>
      tx.query(
        `UPDATE pupil SET status = 'enrolled', left_at = NULL, left_for_good_at = NULL WHERE school_id = $1 AND id = $2`,
        [step.schoolId, step.pupilId],
      ),
    );
  }

  private async change(
    { schoolId, pupilId, officePersonId, reason }: Step,
    status: PupilStanding['status'],
    write: (tx: Tx) => Promise<unknown>,
  ): Promise<PupilStanding> {
    return this.database.transaction(async (tx) => {
      await lockEnrolment(tx, schoolId);
      const [pupil] = await tx.query<{ walletId: string }[]>(
        'SELECT wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND id = $2',
        [schoolId, pupilId],
      );
      if (!pupil) throw new PupilNotFound();
      // A sale that holds the wallet is finished; the next one sees what is written here.
      await this.wallets.lock(tx, schoolId, pupil.walletId);
      const before = await readStanding(tx, schoolId, pupilId);
      if (before.status === status) return before;
      await write(tx);
      const kind: PupilEventKind = status === 'left' ? 'left' : 'enrolled_again';
      const actor = { role: 'office', personId: officePersonId } as const;
      const circumstances = { schoolId, actor, occurredAt: this.clock.now(), ...(reason !== undefined && { reason }) };
      await recordPupilEvents(tx, circumstances, [{ pupilId, kind }]);
      return readStanding(tx, schoolId, pupilId);
    });
  }
}

async function readStanding(tx: Tx, schoolId: string, pupilId: string): Promise<PupilStanding> {
  const [standing] = await tx.query<PupilStanding[]>(
    `SELECT ${standingColumns} FROM pupil WHERE school_id = $1 AND id = $2`,
    [schoolId, pupilId],
  );
  if (!standing) throw new PupilNotFound();
  return standing;
}
