import { Clock, Database, namedId, newId, type Tx } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import { SettlementsService as Ledger } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { matchLines, type MatchedLine } from './match-lines.ts';
import { findOpenLines, lockReport, type ReportKey, type StoredReport } from './report-rows.ts';
import { shareCost, type ShareWithCost } from './share-of-line.ts';
import { insertLines, insertSettlement, lockSettling, nextNumber, type SettledLine } from './settlement-rows.ts';

interface SchoolsLine extends SettledLine {
  readonly schoolId: string;
}

/** Takes off the clearing accounts what a report's lines say was paid out, as far as it is what was booked here. */
@Injectable()
export class SettleReports {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly ledger: Ledger;
  private readonly tasks: OfficeTasks;

  constructor(clock: Clock, database: Database, ledger: Ledger, tasks: OfficeTasks) {
    this.clock = clock;
    this.database = database;
    this.ledger = ledger;
    this.tasks = tasks;
  }

  /**
   * Settles what matches of a kept report's open lines, each school's in one operation, and asks the office about the
   * rest. Again, or by two workers at once, each line is settled once; a line that is known only later follows then.
   */
  async settle(key: ReportKey): Promise<void> {
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, key);
      const open = await findOpenLines(tx, key);
      const matched = report.currency === 'NOK' ? await matchLines(tx, key, open) : [];
      const bySchool = Map.groupBy(matched.flatMap(linesOf), ({ schoolId }) => schoolId);
      for (const schoolId of [...bySchool.keys()].sort()) await lockSettling(tx, schoolId);
      for (const [schoolId, lines] of bySchool) await this.book(tx, report, schoolId, lines);
      const settled = new Set(matched.map(({ line }) => line));
      const rest = open.filter((line) => !settled.has(line));
      await this.ask(tx, report, rest.length);
    });
  }

  private async book(
    tx: Tx,
    { provider: clearing, reference, arrivedAt }: StoredReport,
    schoolId: string,
    lines: readonly SettledLine[],
  ): Promise<void> {
    const grossOre = lines.reduce((sum, { amountOre }) => sum + amountOre, 0);
    const costOre = lines.reduce((sum, line) => sum + line.costOre, 0);
    const id = newId();
    const operationId = grossOre === 0 && costOre === 0 ? null : id;
    if (operationId !== null) {
      const origin = { schoolId, id, actor: 'system:settlements', occurredAt: arrivedAt };
      await this.ledger.settle(tx, { ...origin, clearing, bankOre: grossOre - costOre, costOre });
    }
    const number = await nextNumber(tx, { schoolId, clearing, reference });
    const by = { note: null, recordedBy: null, recordedAt: this.clock.now() };
    const settlement = {
      ...({ schoolId, id, clearing, source: 'report', reference, number, receivedAt: arrivedAt } as const),
      ...{ grossOre, costOre, operationId, ...by },
    };
    await insertSettlement(tx, settlement);
    await insertLines(tx, settlement, lines);
  }

  /** What is left is asked about once, at the merchant's first school, and is dealt with when all of it has been settled. */
  private async ask(tx: Tx, { merchantId, provider, reference, amountOre }: StoredReport, lineCount: number) {
    const [known] = await tx.query<{ schoolId: string; settledOre: number }[]>(
      `SELECT (SELECT id FROM school WHERE merchant_id = $1 ORDER BY id LIMIT 1) AS "schoolId",
              coalesce(sum(t.gross_ore - t.cost_ore), 0)::bigint AS "settledOre"
         FROM settlement t JOIN school s ON s.id = t.school_id
        WHERE s.merchant_id = $1 AND t.clearing = $2 AND t.reference = $3 AND t.source = 'report'`,
      [merchantId, provider, reference],
    );
    if (!known) throw new Error(`Merchant ${merchantId} has no school to ask about payout ${reference}`);
    const differenceOre = amountOre - known.settledOre;
    const subjectId = namedId(`settlement/${merchantId}/${provider}/${reference}`);
    const task = { schoolId: known.schoolId, kind: 'settlement_difference', subjectId } as const;
    if (lineCount === 0 && differenceOre === 0) {
      await this.tasks.resolve(tx, { ...task, by: null, resolution: 'settled' });
    } else {
      await this.tasks.openUnlessKnown(tx, { ...task, facts: { reference, provider, lineCount, differenceOre } });
    }
  }
}

function linesOf({ line, shares }: MatchedLine): SchoolsLine[] {
  const { lineReference, kind } = line;
  return shareCost(shares, line.costOre).map((share: ShareWithCost) => ({ ...share, lineReference, kind }));
}
