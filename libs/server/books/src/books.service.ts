import { Database } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { BooksDto, BooksProofDto } from './books.dto.ts';
import { ClientMoneyService } from './client-money/client-money.service.ts';

const lastProofSql = `
  SELECT p.finished_at AS "finishedAt", p.is_whole AS "isWhole",
         coalesce((SELECT jsonb_agg(jsonb_build_object('finding', f.finding, 'subject', f.subject, 'detail', f.detail)
                                    ORDER BY f.number)
                     FROM books_finding f
                    WHERE f.proof_id = p.id AND (f.school_id = $1 OR f.school_id IS NULL)), '[]') AS findings
    FROM books_proof p
   ORDER BY p.finished_at DESC LIMIT 1`;

/** A school's books as its office sees them. */
@Injectable()
export class BooksService {
  private readonly database: Database;
  private readonly clientMoney: ClientMoneyService;

  constructor(database: Database, clientMoney: ClientMoneyService) {
    this.database = database;
    this.clientMoney = clientMoney;
  }

  /** The last proof, and the money held for customers. */
  async get(schoolId: string): Promise<BooksDto> {
    const [proof] = await this.database.query<BooksProofDto>(lastProofSql, [schoolId]);
    const [whole] = await this.database.query<{ readonly at: Date | null }>(
      'SELECT max(finished_at) AS at FROM books_proof WHERE is_whole',
    );
    const account = await this.clientMoney.account(schoolId);
    return {
      proof: proof ?? null,
      wholeAt: whole?.at ?? null,
      clientAccount: account && { accountNumber: account.accountNumber, ...(account.bic && { bic: account.bic }) },
      clientMoney: await this.clientMoney.newest(schoolId),
    };
  }
}
