import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, newId, osloDay, type Tx } from '@kantinekortet/platform';
import { ClosingsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { CloseMonthRequest, ClosingDto, ClosingList, NextClosingDto } from './closing.dto.ts';
import { ClosingFiguresChanged, MonthNotClosable } from './closing.errors.ts';

const closingsSql = `
  SELECT to_char(c.month, 'YYYY-MM') AS month, c.vat, c.vat_ore AS "vatOre", c.released_ore AS "releaseOre",
         p.name AS "closedBy", c.closed_at AS "closedAt"
    FROM monthly_closing c JOIN person p ON p.id = c.closed_by
   WHERE c.school_id = $1
   ORDER BY c.month DESC LIMIT 36`;

// The month after the last one that was closed begins where that one ended.
const figuresSql = `
  SELECT f.vat, f.vat_ore AS "vatOre", f.release_ore AS "releaseOre"
    FROM monthly_figures($1,
           coalesce((SELECT (max(month) + interval '1 month') AT TIME ZONE 'Europe/Oslo' FROM monthly_closing WHERE school_id = $1),
                    '-infinity'),
           ($2::date + interval '1 month') AT TIME ZONE 'Europe/Oslo') f`;

/** The monthly closing: the VAT in what was sold, and earned money off the client account. */
@Injectable()
export class MonthlyClosings {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly closings: ClosingsService;

  constructor(database: Database, clock: Clock, closings: ClosingsService) {
    this.database = database;
    this.clock = clock;
    this.closings = closings;
  }

  /** The months that were closed, and what closing the last one that is over would book. */
  async list(schoolId: string): Promise<ClosingList> {
    const items = await this.database.query<ClosingDto>(closingsSql, [schoolId]);
    const month = lastMonth(this.clock.now());
    const isClosed = items.some((item) => item.month >= month);
    return { items, next: isClosed ? null : await this.figures(this.database, schoolId, month) };
  }

  /**
   * Closes the last month that is over, with the figures that were shown; what was recorded in months before it that
   * nobody closed is in it. The same again is the first answer. Throws MonthNotClosable, ClosingFiguresChanged.
   */
  async close(caller: PersonPrincipal, schoolId: string, request: CloseMonthRequest): Promise<ClosingDto> {
    await this.database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('monthly_closing/' || $1::text, 0))`, [schoolId]);
      if (!(await this.isClosedSo(tx, schoolId, request))) await this.write(tx, caller, schoolId, request);
    });
    const [closing] = (await this.list(schoolId)).items.filter(({ month }) => month === request.month);
    if (!closing) throw new MonthNotClosable(null);
    return closing;
  }

  private async write(tx: Tx, caller: PersonPrincipal, schoolId: string, request: CloseMonthRequest): Promise<void> {
    const now = this.clock.now();
    const { month, vatOre, releaseOre } = request;
    const [taken] = await tx.query<unknown[]>(
      `SELECT FROM monthly_closing WHERE school_id = $1 AND month >= ($2 || '-01')::date`,
      [schoolId, month],
    );
    if (taken !== undefined || month !== lastMonth(now)) throw new MonthNotClosable(taken ? null : lastMonth(now));
    const figures = await this.figures(tx, schoolId, month);
    if (figures.vatOre !== vatOre || figures.releaseOre !== releaseOre) throw new ClosingFiguresChanged(figures);
    const by = { schoolId, actor: `person:${caller.personId}`, occurredAt: now, facts: { month } };
    const [vatId, releaseId] = [vatOre === 0 ? null : newId(), releaseOre === 0 ? null : newId()];
    if (vatId !== null) await this.closings.vat(tx, { ...by, id: vatId, amountOre: vatOre });
    if (releaseId !== null) await this.closings.release(tx, { ...by, id: releaseId, amountOre: releaseOre });
    await tx.query(
      `INSERT INTO monthly_closing (school_id, month, vat, vat_ore, released_ore, vat_operation_id, release_operation_id,
                                    closed_by, closed_at)
       VALUES ($1, ($2 || '-01')::date, $3, $4, $5, $6, $7, $8, $9)`,
      [schoolId, month, JSON.stringify(figures.vat), vatOre, releaseOre, vatId, releaseId, caller.personId, now],
    );
  }

  private async isClosedSo(
    tx: Tx,
    schoolId: string,
    { month, vatOre, releaseOre }: CloseMonthRequest,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT FROM monthly_closing
        WHERE school_id = $1 AND month = ($2 || '-01')::date AND vat_ore = $3 AND released_ore = $4`,
      [schoolId, month, vatOre, releaseOre],
    );
    return rows.length > 0;
  }

  private async figures(reader: Tx | Database, schoolId: string, month: string): Promise<NextClosingDto> {
    const parameters = [schoolId, `${month}-01`];
    const [figures] =
      reader instanceof Database
        ? await reader.query<Omit<NextClosingDto, 'month'>>(figuresSql, parameters)
        : await reader.query<Omit<NextClosingDto, 'month'>[]>(figuresSql, parameters);
    return { month, ...(figures ?? { vat: [], vatOre: 0, releaseOre: 0 }) };
  }
}

/** The last month that has been over for a day, so that nothing recorded in it is still being written: `YYYY-MM`. */
function lastMonth(now: Date): string {
  const yesterday = osloDay(new Date(now.getTime() - 24 * 60 * 60 * 1_000));
  const first = new Date(`${yesterday.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 1);
  return first.toISOString().slice(0, 7);
}
