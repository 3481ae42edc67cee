import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, InvalidInput } from '@kantinekortet/platform';
import { longDate } from '@kantinekortet/platform/printing';
import { PupilAccess, PupilNotFound, type PupilKey } from '@kantinekortet/schools';
import { StatementsService, type StatementLine, type StatementPeriod } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { cardChangesWithin, type CardChange } from '../wallets/card-changes.ts';
import { everything, PayerViews, type PayerView } from '../wallets/payer-views.service.ts';
import type { StatementHead, StatementRow } from './statement-row.ts';
import type { StatementQuery } from './statement.dto.ts';

type Names = Pick<StatementHead, 'schoolName' | 'merchantName' | 'organisationNumber' | 'pupilName' | 'className'>;

/** A statement of some days, to be written while it is read. */
export interface Statement {
  readonly head: StatementHead;
  /** Oldest first. */
  readonly rows: AsyncIterable<StatementRow>;
}

const linesAtATime = 200;

/** What stands on a wallet's statement, the same on paper and in a table. */
@Injectable()
export class StatementSource {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly access: PupilAccess;
  private readonly statements: StatementsService;
  private readonly payerViews: PayerViews;

  constructor(
    database: Database,
    clock: Clock,
    access: PupilAccess,
    statements: StatementsService,
    payerViews: PayerViews,
  ) {
    this.database = database;
    this.clock = clock;
    this.access = access;
    this.statements = statements;
    this.payerViews = payerViews;
  }

  /** Throws PupilNotFound, InvalidInput for a period that ends before it begins. */
  async ofPupil(schoolId: string, pupilId: string, query: StatementQuery): Promise<Statement> {
    return this.read(await this.access.atSchool(schoolId, pupilId), query, everything);
  }

  /** The same for whoever may see the wallet; who paid as `PayerViews` says. */
  async ofWallet(caller: PersonPrincipal, walletId: string, query: StatementQuery): Promise<Statement> {
    const pupil = await this.access.findByWallet(caller, walletId);
    return this.read(pupil, query, await this.payerViews.of(caller, pupil));
  }

  private async read(pupil: PupilKey, { from, to, language }: StatementQuery, view: PayerView): Promise<Statement> {
    if (to < from)
      throw new InvalidInput([{ pointer: '/to', code: 'before_from', detail: 'The period ends too early.' }]);
    const [names] = await this.database.query<Names>(
      `SELECT s.name AS "schoolName", m.name AS "merchantName", m.organisation_number AS "organisationNumber",
              p.name AS "pupilName", p.class_name AS "className"
         FROM pupil p JOIN school s ON s.id = p.school_id JOIN merchant m ON m.id = s.merchant_id
        WHERE p.school_id = $1 AND p.id = $2`,
      [pupil.schoolId, pupil.pupilId],
    );
    if (!names) throw new PupilNotFound();
    const period = await this.statements.period(this.database, pupil.schoolId, pupil.walletId, { from, to });
    const changes = await cardChangesWithin(this.database, pupil, { from, to });
    const head = { ...names, date: longDate(this.clock.now()), from, to, period, language };
    return { head, rows: withChanges(this.lines(pupil, period, view), changes) };
  }

  private async *lines(
    { schoolId, walletId }: PupilKey,
    period: StatementPeriod,
    view: PayerView,
  ): AsyncGenerator<StatementLine> {
    let { afterSeq } = period;
    for (;;) {
      const part = { afterSeq, toSeq: period.toSeq };
      const lines = await this.statements.lines(this.database, schoolId, walletId, part, linesAtATime);
      yield* lines.map(view);
      afterSeq = lines.at(-1)?.seq ?? period.toSeq;
      if (lines.length < linesAtATime) return;
    }
  }
}

/** Puts each change of card right after the movement that the wallet had come to. */
async function* withChanges(
  lines: AsyncIterable<StatementLine>,
  changes: readonly CardChange[],
): AsyncGenerator<StatementRow> {
  const waiting = [...changes];
  const before = (seq: number) => waiting.splice(0, waiting.filter((change) => change.seq < seq).length);
  for await (const line of lines) {
    yield* before(line.seq);
    yield line;
  }
  yield* waiting;
}
