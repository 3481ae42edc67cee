import { Clock, Database, newId, osloDay, type Tx } from '@kantinekortet/platform';
import { LedgerProofService, type LedgerFinding } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { RedBooks } from './red-books.ts';

/** What a proof of the books came to. `id` is where it is stored. */
export interface BooksProof {
  readonly id: string;
  readonly isWhole: boolean;
  readonly findings: readonly LedgerFinding[];
}

/** Memory and storage stay bounded, whatever a forgery has touched. */
const maximumFindings = 1_000;

const findingColumns = 'finding, school_id AS "schoolId", subject, detail';

/** Proves the books: the ledger itself, and the ledger against what stands outside it. Each result is stored. */
@Injectable()
export class BooksProofService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly ledger: LedgerProofService;
  private readonly redBooks: RedBooks;

  constructor(database: Database, clock: Clock, ledger: LedgerProofService, redBooks: RedBooks) {
    this.database = database;
    this.clock = clock;
    this.ledger = ledger;
    this.redBooks = redBooks;
  }

  /** One proof, now; whole or of what was booked since the last one. */
  async run({ isWhole }: { readonly isWhole: boolean }): Promise<BooksProof> {
    const startedAt = this.clock.now();
    const { findings: ofLedger } = await this.ledger.prove({ isWhole });
    const today = osloDay(startedAt);
    const findings = [
      ...ofLedger,
      ...(await this.look('books_prove_refunds()', [])),
      ...(await this.look('books_prove_waiting($1)', [today])),
      ...(await this.look('books_prove_client_money($1)', [today])),
    ];
    const id = newId();
    await this.database.transaction(async (tx) => {
      await this.store(tx, { id, isWhole, findings, startedAt });
      await this.redBooks.tell(tx, findings);
    });
    return { id, isWhole, findings };
  }

  private look(call: string, parameters: readonly string[]): Promise<LedgerFinding[]> {
    const sql = `SELECT ${findingColumns} FROM ${call} LIMIT ${maximumFindings}`;
    return this.database.query<LedgerFinding>(sql, parameters);
  }

  private async store(tx: Tx, proof: BooksProof & { readonly startedAt: Date }): Promise<void> {
    const { id, isWhole, findings, startedAt } = proof;
    await tx.query(
      `INSERT INTO books_proof (id, is_whole, started_at, finished_at, finding_count) VALUES ($1, $2, $3, $4, $5)`,
      [id, isWhole, startedAt, this.clock.now(), findings.length],
    );
    await tx.query(
      `INSERT INTO books_finding (proof_id, number, school_id, finding, subject, detail)
       SELECT $1, f.number, (f.item ->> 'schoolId')::uuid, f.item ->> 'finding', f.item ->> 'subject', f.item ->> 'detail'
         FROM jsonb_array_elements($2) WITH ORDINALITY AS f (item, number)`,
      [id, JSON.stringify(findings.slice(0, maximumFindings))],
    );
  }
}
