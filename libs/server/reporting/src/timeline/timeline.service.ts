import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import { PupilNotFound } from '@kantinekortet/schools';
import { summaryOf } from '../wallets/transaction-summary.ts';
import type { TimelineEntryDto, TimelineQuery } from './timeline.dto.ts';
import { timelineSql, type TimelineRow } from './timeline-entries.ts';

/** Who did what to a pupil, its card and its money, when and why: the office's audit trail. */
@Injectable()
export class TimelineService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Newest first, by keyset. Throws PupilNotFound. */
  async ofPupil(schoolId: string, pupilId: string, query: TimelineQuery): Promise<Page<TimelineEntryDto>> {
    const [pupil] = await this.database.query<{ walletId: string }>(
      'SELECT wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND id = $2',
      [schoolId, pupilId],
    );
    if (!pupil) throw new PupilNotFound();
    const [at = null, id = null] = decodeCursor(query.cursor, ['moment', 'uuid']) ?? [];
    const rows = await this.database.query<TimelineRow>(timelineSql, [
      schoolId,
      pupilId,
      pupil.walletId,
      at,
      id,
      query.topics ?? null,
      query.limit + 1,
    ]);
    const page = toPage(rows, query.limit, ({ atKey, id: lastId }) => [atKey, lastId]);
    return { ...page, items: page.items.map(toEntry) };
  }
}

function toEntry(row: TimelineRow): TimelineEntryDto {
  const { id, topic, kind, at, role, actorName, reason, caseId, amountOre, balanceAfterOre, owedOre, heldOre } = row;
  const isOfLedger = topic === 'money' || topic === 'sale';
  return {
    ...{ id, topic, kind, at, reason, caseId, amountOre, balanceAfterOre, owedOre, heldOre },
    actor: { role, name: actorName },
    facts: isOfLedger ? {} : row.facts,
    summary: isOfLedger ? summaryOf({ result: row.facts, reversesOperationId: row.reversesOperationId }) : {},
  };
}
