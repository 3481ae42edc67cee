import { Database, decodeCursor, toPage, type Language, type Page } from '@kantinekortet/platform';
import type { PrintedFile } from '@kantinekortet/platform/printing';
import { Injectable } from '@nestjs/common';
import { merchantOf } from '../merchant.ts';
import { shownReceipts } from './office-receipt-rows.ts';
import type { OfficeReceiptDto, ReceiptListQuery } from './office-receipt.dto.ts';
import { OfficeReceiptNotFound } from './office-receipt.errors.ts';
import { printReceipt } from './print-receipt.ts';

/** The receipts of a school, on a screen and on paper. */
@Injectable()
export class OfficeReceiptListService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Newest first, by keyset: an id grows with time. */
  async list(schoolId: string, query: ReceiptListQuery): Promise<Page<OfficeReceiptDto>> {
    const [before = null] = decodeCursor(query.cursor, ['uuid']) ?? [];
    const rows = await this.database.query<OfficeReceiptDto>(
      `${shownReceipts}
         AND ($2::uuid IS NULL OR r.pupil_id = $2) AND ($3::date IS NULL OR r.paid_on = $3)
         AND ($4::text IS NULL OR r.method = $4) AND ($5::uuid IS NULL OR r.id < $5)
       ORDER BY r.id DESC LIMIT $6`,
      [schoolId, query.pupilId ?? null, query.paidOn ?? null, query.method ?? null, before, query.limit + 1],
    );
    return toPage(rows, query.limit, ({ id }) => [id]);
  }

  /** Throws OfficeReceiptNotFound. */
  async get(schoolId: string, id: string): Promise<OfficeReceiptDto> {
    const [receipt] = await this.database.query<OfficeReceiptDto>(`${shownReceipts} AND r.id = $2`, [schoolId, id]);
    if (!receipt) throw new OfficeReceiptNotFound();
    return receipt;
  }

  /** A receipt on paper, as often as one likes. Throws OfficeReceiptNotFound. */
  async print(schoolId: string, id: string, language: Language): Promise<PrintedFile> {
    const receipt = await this.get(schoolId, id);
    const merchant = await merchantOf(this.database, schoolId);
    return { fileName: `kvittering-${receipt.paidOn}.pdf`, pdf: await printReceipt(receipt, merchant, language) };
  }
}
