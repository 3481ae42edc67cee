import { Clock, Database, osloDay } from '@kantinekortet/platform';
import { csvLine, csvStart, type CsvFile } from '@kantinekortet/platform/csv';
import { Injectable } from '@nestjs/common';
import type { IdleBalanceDto, IdleBalanceList, IdleStep } from './idle-balance.dto.ts';

// A wallet's entries are numbered on either side of a transfer, so its last one is found in two steps of an index.
const idleSql = `
  SELECT p.id AS "pupilId", p.name AS "pupilName", p.class_name AS "className", p.status = 'left' AS "hasLeft",
         last.moved_at AS "lastMovedAt", w.balance_ore AS "balanceOre",
         CASE WHEN w.held_ore = w.balance_ore THEN 'wait'
              WHEN p.left_for_good_at IS NOT NULL THEN 'pay_leaver'
              WHEN p.status = 'left' THEN 'pay_tomorrow'
              WHEN EXISTS (SELECT FROM guardianship g WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.status = 'active')
              THEN 'ask_guardian' ELSE 'contact_family' END AS "nextStep"
    FROM wallet w
    JOIN pupil p ON p.school_id = w.school_id AND p.wallet_id = w.id
   CROSS JOIN LATERAL (
     SELECT greatest(
       (SELECT t.recorded_at FROM transfer t WHERE t.school_id = w.school_id AND t.debit_account_id = w.id
           AND t.debit_seq IS NOT NULL ORDER BY t.debit_seq DESC LIMIT 1),
       (SELECT t.recorded_at FROM transfer t WHERE t.school_id = w.school_id AND t.credit_account_id = w.id
           AND t.credit_seq IS NOT NULL ORDER BY t.credit_seq DESC LIMIT 1)) AS moved_at) last
   WHERE w.school_id = $1 AND w.balance_ore > 0
     AND (p.status = 'left' OR last.moved_at < $2::timestamptz - interval '12 months')
   ORDER BY w.balance_ore DESC, p.id`;

const shownCount = 200;

const stepNames: Readonly<Record<IdleStep, string>> = {
  wait: 'Refusjon er på vei',
  pay_leaver: 'Betal tilbake under Utbetalinger',
  pay_tomorrow: 'Betal tilbake under Utbetalinger, fra i morgen',
  ask_guardian: 'Minn foresatte på at de kan få pengene tilbake',
  contact_family: 'Kontakt familien',
};

/** Money that lies still on a school's cards. It stays its owner's: no fee is ever taken. */
@Injectable()
export class IdleBalances {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  async list(schoolId: string): Promise<IdleBalanceList> {
    const all = await this.find(schoolId);
    const totalOre = all.reduce((sum, { balanceOre }) => sum + balanceOre, 0);
    return { count: all.length, totalOre, items: all.slice(0, shownCount) };
  }

  /** All of them as a table. */
  table(schoolId: string): CsvFile {
    return { fileName: `penger-i-ro-${osloDay(this.clock.now())}.csv`, lines: this.lines(schoolId) };
  }

  private async *lines(schoolId: string): AsyncGenerator<string> {
    yield csvStart + csvLine(['Elev', 'Klasse', 'Har sluttet', 'Siste bevegelse', 'Beløp', 'Neste steg']);
    for (const { pupilName, className, hasLeft, lastMovedAt, balanceOre, nextStep } of await this.find(schoolId)) {
      const moved = osloDay(lastMovedAt).split('-').toReversed().join('.');
      yield csvLine([pupilName, className, hasLeft ? 'ja' : 'nei', moved, { ore: balanceOre }, stepNames[nextStep]]);
    }
  }

  private find(schoolId: string): Promise<IdleBalanceDto[]> {
    return this.database.query<IdleBalanceDto>(idleSql, [schoolId, this.clock.now()]);
  }
}
