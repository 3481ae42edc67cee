import { Injectable } from '@nestjs/common';
import type { Principal, RegisterPrincipal } from '@kantinekortet/identity';
import { Clock, Database, decodeCursor, osloDay, toPage, type Page, type PageQuery } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import type { ReceiptDto } from './sale.dto.ts';
import { SaleNotFound } from './sale.errors.ts';

interface ReceiptRow {
  readonly pupilId: string;
  readonly receipt: ReceiptDto;
}

// The ledger keeps no names of people; they are added when the receipt is read.
const select = `
  SELECT s.pupil_id AS "pupilId",
         o.result || jsonb_build_object(
           'pupil', jsonb_build_object('firstName', p.first_name, 'initials', p.initials, 'className', p.class_name),
           'schoolName', t.name, 'cashierName', c.name, 'returnedByReceiptNumber', r.receipt_number) AS receipt
    FROM sale s
    JOIN operation o ON o.school_id = s.school_id AND o.id = s.id
    JOIN pupil p ON p.school_id = s.school_id AND p.id = s.pupil_id
    JOIN school t ON t.id = s.school_id
    JOIN cashier_session x ON x.school_id = s.school_id AND x.id = s.cashier_session_id
    JOIN cashier c ON c.school_id = x.school_id AND c.id = x.cashier_id
    LEFT JOIN sale_return r ON r.school_id = s.school_id AND r.sale_id = s.id`;

/** The receipts of sales, for those whom they concern. */
@Injectable()
export class ReceiptsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly pupils: PupilAccess;

  constructor(database: Database, clock: Clock, pupils: PupilAccess) {
    this.database = database;
    this.clock = clock;
    this.pupils = pupils;
  }

  /**
   * A sale as a register of its school, the office of its school or a guardian of its pupil may see it.
   * Throws SaleNotFound, to everyone else too.
   */
  async find(caller: Principal, saleId: string): Promise<ReceiptDto> {
    if (caller.kind === 'register') return this.ofRegister(caller, saleId);
    if (caller.app === 'admin-office') {
      return (await this.atSchools(new Set(caller.roles.map(({ schoolId }) => schoolId)), saleId)).receipt;
    }
    const children = await this.pupils.ofGuardian(caller.personId);
    const found = await this.atSchools(new Set(children.map(({ schoolId }) => schoolId)), saleId);
    if (!children.some(({ pupilId }) => pupilId === found.pupilId)) throw new SaleNotFound();
    return found.receipt;
  }

  /** A sale of the register's school. Throws SaleNotFound. */
  async ofRegister(caller: RegisterPrincipal, saleId: string): Promise<ReceiptDto> {
    return (await this.atSchools(new Set([caller.schoolId]), saleId)).receipt;
  }

  /** What a register sold today (in Norway), newest first. */
  async today(caller: RegisterPrincipal, { cursor, limit }: PageQuery): Promise<Page<ReceiptDto>> {
    const [before = null] = decodeCursor(cursor, ['integer']) ?? [];
    const rows = await this.database.query<ReceiptRow>(
      `${select}
        WHERE s.school_id = $1 AND s.register_id = $2 AND s.day = $3 AND ($4::bigint IS NULL OR s.receipt_number < $4)
        ORDER BY s.receipt_number DESC LIMIT $5`,
      [caller.schoolId, caller.registerId, osloDay(this.clock.now()), before, limit + 1],
    );
    const receipts = rows.map(({ receipt }) => receipt);
    return toPage(receipts, limit, ({ receiptNumber }) => [receiptNumber]);
  }

  private async atSchools(schoolIds: ReadonlySet<string>, saleId: string): Promise<ReceiptRow> {
    const [row] = await this.database.query<ReceiptRow>(
      `${select} WHERE s.school_id = ANY ($1::uuid[]) AND s.id = $2`,
      [[...schoolIds], saleId],
    );
    if (!row) throw new SaleNotFound();
    return row;
  }
}
