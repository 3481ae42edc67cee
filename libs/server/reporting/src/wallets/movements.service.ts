import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import { StatementsService, type StatementLine } from '@kantinekortet/wallet';
import { summaryOf } from './transaction-summary.ts';
import type { TransactionDto } from './wallet.dto.ts';

/** A pupil's change of card: it moves no money, and stands right after the movement that the wallet had come to. */
interface CardChange {
  readonly id: string;
  readonly seq: number;
  readonly number: number;
  readonly balanceAfterOre: number;
  readonly replacedAt: Date;
  readonly oldCardNumber: string;
  readonly newCardNumber: string;
}

/** A line with its place: the wallet's number, then 0 for the movement and 1, 2, … for the changes of card after it. */
interface Placed {
  readonly seq: number;
  readonly number: number;
  readonly line: TransactionDto;
}

const changesSql = `
  SELECT r.id, r.wallet_seq AS seq, r.number, r.balance_after_ore AS "balanceAfterOre", r.replaced_at AS "replacedAt",
         o.number AS "oldCardNumber", n.number AS "newCardNumber"
    FROM pupil p
    JOIN card_replacement r ON r.school_id = p.school_id AND r.pupil_id = p.id
    JOIN card o ON o.school_id = r.school_id AND o.id = r.old_card_id
    JOIN card n ON n.school_id = r.school_id AND n.id = r.new_card_id
   WHERE p.school_id = $1 AND p.wallet_id = $2 AND (r.wallet_seq, r.number) < ($3, $4)
   ORDER BY r.wallet_seq DESC, r.number DESC
   LIMIT $5`;

/** A wallet's statement: what moved the balance, and the changes of card in between. */
@Injectable()
export class MovementsService {
  private readonly database: Database;
  private readonly statements: StatementsService;

  constructor(database: Database, statements: StatementsService) {
    this.database = database;
    this.statements = statements;
  }

  /** Newest first, by keyset. Throws InvalidInput for a cursor that was not made here. */
  async page(
    schoolId: string,
    walletId: string,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<TransactionDto>> {
    const [seq, number] = decodeCursor(cursor, ['integer', 'integer']) ?? [Number.MAX_SAFE_INTEGER, 0];
    // After a change of card, the movement of the same number is still to come.
    const beforeSeq = number > 0 ? seq + 1 : seq;
    const [lines, changes] = await Promise.all([
      this.statements.linesBefore(this.database, schoolId, walletId, { beforeSeq, limit: limit + 1 }),
      this.database.query<CardChange>(changesSql, [schoolId, walletId, seq, number, limit + 1]),
    ]);
    const placed = [...lines.map(placeMovement), ...changes.map(placeChange)];
    placed.sort((left, right) => right.seq - left.seq || right.number - left.number);
    const page = toPage(placed, limit, (row) => [row.seq, row.number]);
    return { ...page, items: page.items.map(({ line }) => line) };
  }
}

function placeMovement(line: StatementLine): Placed {
  const { seq, operationId, amountOre, balanceAfterOre, occurredAt, recordedAt } = line;
  const kind = kindOf(line);
  const summary = summaryOf(line);
  return {
    seq,
    number: 0,
    line: { id: operationId, seq, kind, amountOre, balanceAfterOre, occurredAt, recordedAt, summary },
  };
}

function placeChange({ id, seq, number, balanceAfterOre, replacedAt, ...summary }: CardChange): Placed {
  const at = { occurredAt: replacedAt, recordedAt: replacedAt };
  return { seq, number, line: { id, seq, kind: 'card_replaced', amountOre: 0, balanceAfterOre, ...at, summary } };
}

/** A top-up that met something owed has a line for the money and one for each claim that it paid. */
function kindOf({ kind, counterAccount }: StatementLine): string {
  return kind === 'top_up' && counterAccount === 'claims' ? 'claim_settlement' : kind;
}
