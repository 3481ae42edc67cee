import { Database, newId, Secrets, type Tx } from '@kantinekortet/platform';
import { csvLine, csvStart, type CsvFile } from '@kantinekortet/platform/csv';
import { Injectable } from '@nestjs/common';
import type { PayoutFile } from './payouts.service.ts';
import type { PayoutBankAnswerDto } from './payout.dto.ts';
import type { PayoutLineStatus } from './payout-status.ts';
import { PayoutNotFound } from './payout.errors.ts';

interface Received {
  readonly schoolId: string;
  /** The payment file that the bank answers. */
  readonly fileId: string;
  readonly bytes: Uint8Array;
  readonly receivedBy: string;
  readonly receivedAt: Date;
}

interface LineRow {
  readonly number: number;
  readonly endToEndId: string;
  readonly holderName: string;
  readonly last4: string;
  readonly amountOre: number;
  readonly status: PayoutLineStatus;
  readonly answered: string;
  readonly answeredBy: string;
  readonly returnReason: string;
}

const answerPurpose = 'payout-bank-answer';
const titles = [
  'Linje',
  'ID i banken',
  'Kontohaver',
  'Konto slutter på',
  'Beløp',
  'Status',
  'Besvart',
  'Besvart av',
  'Årsak',
];
const statusNames: Readonly<Record<PayoutLineStatus, string>> = {
  included: 'ikke besvart',
  settled: 'betalt',
  returned: 'i retur',
  withdrawn: 'trukket tilbake',
};

const linesSql = `
  SELECT l.number, l.end_to_end_id AS "endToEndId", c.holder_name AS "holderName", c.last4, l.amount_ore AS "amountOre",
         l.status, coalesce(to_char(l.answered_at AT TIME ZONE 'Europe/Oslo', 'DD.MM.YYYY HH24:MI:SS'), '') AS answered,
         CASE WHEN l.answered_at IS NULL THEN '' ELSE coalesce(x.name, 'banken') END AS "answeredBy",
         coalesce(l.return_reason, '') AS "returnReason"
    FROM payout_line l
    JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
    JOIN payout_account c ON c.school_id = p.school_id AND c.id = p.payout_account_id
    LEFT JOIN person x ON x.id = l.answered_by
   WHERE l.school_id = $1 AND l.file_id = $2
   ORDER BY l.number`;

/** What is kept of a payment file for whoever asks later: the bank's own answers, and how each line stands. */
@Injectable()
export class PayoutRecords {
  private readonly database: Database;
  private readonly secrets: Secrets;

  constructor(database: Database, secrets: Secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** Keeps an answer byte for byte. The same bytes again change nothing. */
  async keepAnswer(tx: Tx, { schoolId, fileId, bytes, receivedBy, receivedAt }: Received): Promise<void> {
    const content = Buffer.from(bytes).toString('base64');
    await tx.query(
      `INSERT INTO payout_bank_answer (school_id, file_id, id, digest, content, received_at, received_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT payout_bank_answer_once DO NOTHING`,
      [
        schoolId,
        fileId,
        newId(),
        this.secrets.hmac(answerPurpose, content),
        this.secrets.seal(answerPurpose, content),
        receivedAt,
        receivedBy,
      ],
    );
  }

  /** The bank's answers to a file, oldest first. */
  answersTo(schoolId: string, fileId: string): Promise<PayoutBankAnswerDto[]> {
    return this.database.query(
      `SELECT a.id, a.received_at AS "receivedAt", p.name AS "receivedBy"
         FROM payout_bank_answer a JOIN person p ON p.id = a.received_by
        WHERE a.school_id = $1 AND a.file_id = $2 ORDER BY a.received_at, a.id`,
      [schoolId, fileId],
    );
  }

  /** An answer as the bank sent it. Throws PayoutNotFound. */
  async answer(schoolId: string, fileId: string, id: string): Promise<PayoutFile> {
    const [kept] = await this.database.query<{ content: Buffer; messageId: string }>(
      `SELECT a.content, f.message_id AS "messageId"
         FROM payout_bank_answer a JOIN payout_file f ON f.school_id = a.school_id AND f.id = a.file_id
        WHERE a.school_id = $1 AND a.file_id = $2 AND a.id = $3`,
      [schoolId, fileId, id],
    );
    if (!kept) throw new PayoutNotFound();
    const bytes = Buffer.from(this.secrets.open(answerPurpose, kept.content), 'base64');
    return { fileName: `${kept.messageId}-svar.xml`, bytes };
  }

  /** How each line of a file stands: the same bytes until a line changes. Throws PayoutNotFound. */
  async lines(schoolId: string, fileId: string): Promise<CsvFile> {
    const [file] = await this.database.query<{ messageId: string }>(
      'SELECT message_id AS "messageId" FROM payout_file WHERE school_id = $1 AND id = $2',
      [schoolId, fileId],
    );
    if (!file) throw new PayoutNotFound();
    const rows = await this.database.query<LineRow>(linesSql, [schoolId, fileId]);
    return { fileName: `${file.messageId}-linjer.csv`, lines: csvLines(rows) };
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a table is written as it is read; this one is read whole
async function* csvLines(rows: readonly LineRow[]): AsyncGenerator<string> {
  yield csvStart + csvLine(titles);
  for (const { number, endToEndId, holderName, last4, amountOre, status, answered, answeredBy, returnReason } of rows) {
    const account = [number, endToEndId, holderName, last4, { ore: amountOre }];
    yield csvLine([...account, statusNames[status], answered, answeredBy, returnReason]);
  }
}
