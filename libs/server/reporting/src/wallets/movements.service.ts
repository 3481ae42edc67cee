import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import { StatementsService } from '@kantinekortet/wallet';
import { cardChangesBefore, type CardChange } from './card-changes.ts';
import type { PayerView, SeenLine } from './payer-views.service.ts';
import { kindOf, summaryOf } from './transaction-summary.ts';
import type { TransactionQuery } from './transaction-query.ts';
import type { TransactionDto } from './wallet.dto.ts';

/** A line with its place: the wallet's number, then 0 for the movement and 1, 2, … for the changes of card after it. */
interface Placed {
  readonly seq: number;
  readonly number: number;
  readonly line: TransactionDto;
}

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
    { cursor, limit, only }: Pick<TransactionQuery, 'cursor' | 'limit' | 'only'>,
    view: PayerView,
  ): Promise<Page<TransactionDto>> {
    const [seq, number] = decodeCursor(cursor, ['integer', 'integer']) ?? [Number.MAX_SAFE_INTEGER, 0];
    // After a change of card, the movement of the same number is still to come.
    const beforeSeq = number > 0 ? seq + 1 : seq;
    const [lines, changes] = await Promise.all([
      this.statements.linesBefore(this.database, schoolId, walletId, {
        ...{ beforeSeq, limit: limit + 1 },
        ...(only === 'purchases' && { kinds: ['sale', 'sale_return'] }),
      }),
      only === 'purchases'
        ? []
        : cardChangesBefore(this.database, { schoolId, walletId }, { seq, number, limit: limit + 1 }),
    ]);
    const placed = [...lines.map((line) => placeMovement(view(line))), ...changes.map(placeChange)];
    placed.sort((left, right) => right.seq - left.seq || right.number - left.number);
    const page = toPage(placed, limit, (row) => [row.seq, row.number]);
    return { ...page, items: page.items.map(({ line }) => line) };
  }
}

function placeMovement(line: SeenLine): Placed {
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
