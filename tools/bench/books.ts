import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock, columnTypes, Database, newId, type Config } from '@kantinekortet/platform';
import { LayersService, LedgerProofService } from '@kantinekortet/wallet';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { HttpConnection } from './http-connection.ts';
import { percentile } from './measurement.ts';
import { loadOffices, type BenchOffice } from './offices.ts';

/** Pages and proofs with few transfers in the database and with many: medians in milliseconds, and their ratios. */
export interface BooksRow {
  readonly transfers: number;
  readonly walletPageMs: number;
  readonly statementPageMs: number;
  /** The nightly proof of a day of `dayTransfers`. */
  readonly dayProofMs: number;
}

export interface BooksResults {
  readonly dayTransfers: number;
  readonly few: BooksRow;
  readonly many: BooksRow;
  /** Many beside few. */
  readonly walletPageRatio: number;
  readonly statementPageRatio: number;
  readonly dayProofRatio: number;
  /** Whose money a wallet of 2,000 transfers holds, beside the reading of a wallet page over HTTP. */
  readonly remaindersMs: number;
  readonly remaindersRatio: number;
  /** The whole proof, and the hashes in it beside count and sum of the same rows, for each operation in microseconds. */
  readonly wholeProofUs: number;
  readonly chainUs: number;
  readonly countAndSumUs: number;
}

const schools = 20;
const pupilsPerSchool = 500;
const longHistory = 2_000;
const readHistory = 50;
const dayRounds = 5;
const days = 3;
const reads = 400;
const roundsAtATime = 25;
const historyDays = 400;

/** Loads wallets and their history, and measures before and after. */
export async function measureBooks(
  stack: { readonly port: number; readonly databaseUrl: string; readonly ownerUrl: string },
  config: Config,
  transfers: number,
): Promise<BooksResults> {
  const owner = new Client({ connectionString: stack.ownerUrl, types: columnTypes });
  await owner.connect();
  await owner.query(
    `INSERT INTO merchant (id, name, organisation_number, created_at) VALUES ($1, 'K', '123456785', now())`,
    [newId()],
  );
  const offices = await loadOffices(stack.ownerUrl, config, { schools, pupilsPerSchool });
  const books = await BenchBooks.open(owner, stack.databaseUrl, stack.port, offices);
  try {
    return await measure(books, transfers);
  } finally {
    await books.close();
  }
}

async function measure(books: BenchBooks, transfers: number): Promise<BooksResults> {
  await books.bookRounds('read', readHistory, historyDays, historyDays - 10);
  await books.prove({ isWhole: false });
  await books.vacuum();
  const few = await books.row();
  const whole = await books.whole();
  console.log(`· Loading ${transfers} transfers`);
  await books.loadHistory(transfers);
  const many = await books.row();
  const remaindersMs = await books.remaindersMs();
  return {
    dayTransfers: dayRounds * schools * pupilsPerSchool,
    few,
    many,
    walletPageRatio: rounded(many.walletPageMs / few.walletPageMs),
    statementPageRatio: rounded(many.statementPageMs / few.statementPageMs),
    dayProofRatio: rounded(many.dayProofMs / few.dayProofMs),
    remaindersMs: rounded(remaindersMs),
    remaindersRatio: rounded(remaindersMs / many.walletPageMs),
    ...whole,
  };
}

/** A ledger that grows by set-based SQL, what proves it, and what reads it. */
class BenchBooks {
  private readonly owner: Client;
  private readonly database: Database;
  private readonly closing: () => Promise<void>;
  private readonly port: number;
  private readonly wallets: readonly { readonly cookie: string; readonly walletId: string }[];

  private constructor(
    owner: Client,
    database: Database,
    port: number,
    wallets: BenchBooks['wallets'],
    closing: () => Promise<void>,
  ) {
    this.owner = owner;
    this.database = database;
    this.port = port;
    this.wallets = wallets;
    this.closing = closing;
  }

  static async open(owner: Client, databaseUrl: string, port: number, offices: readonly BenchOffice[]) {
    await owner.query(readFileSync(join(import.meta.dirname, 'load-ledger.sql'), 'utf8'));
    await owner.query('SELECT bench_open_ledger($1)', [offices.map(({ schoolId }) => schoolId)]);
    const { rows } = await owner.query<{ school_id: string; wallet_id: string }>(
      `SELECT school_id, wallet_id FROM bench_wallet WHERE part = 'read'`,
    );
    const cookies = new Map(offices.map(({ schoolId, cookie }) => [schoolId, cookie]));
    const wallets = rows.map((row) => ({ cookie: cookies.get(row.school_id) ?? '', walletId: row.wallet_id }));
    const extra = { types: columnTypes };
    const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl, extra }).initialize();
    const pool = new Pool({ connectionString: databaseUrl, types: columnTypes, max: 1 });
    return new BenchBooks(owner, new Database(dataSource, pool), port, wallets, async () => {
      await Promise.all([owner.end(), pool.end(), dataSource.destroy()]);
    });
  }

  close(): Promise<void> {
    return this.closing();
  }

  /** So many entries for each wallet of a part, between two numbers of days ago. */
  async bookRounds(part: string, rounds: number, fromDays: number, toDays: number): Promise<void> {
    await this.owner.query(
      `SELECT bench_book_rounds($1, $2, now() - $3 * interval '1 day', now() - $4 * interval '1 day')`,
      [part, rounds, fromDays, toDays],
    );
  }

  /** History until the database has so many transfers, noted as proven. */
  async loadHistory(transfers: number): Promise<void> {
    const rest = schools * (pupilsPerSchool - 11);
    const parts = Math.max(1, Math.round(transfers / rest / roundsAtATime));
    await this.owner.query('SELECT bench_set_aside_indexes()');
    await this.bookRounds('long', longHistory, historyDays - 10, historyDays - 11);
    for (let part = 0; part < parts; part += 1) {
      const ago = (at: number) => (historyDays - 11) * (1 - at / parts) + 1;
      await this.bookRounds('rest', roundsAtATime, ago(part), ago(part + 1));
    }
    await this.owner.query('SELECT bench_put_back_indexes()');
    await this.vacuum();
    await this.owner.query('SELECT bench_note_as_proven()');
  }

  async vacuum(): Promise<void> {
    for (const table of ['operation', 'transfer', 'wallet', 'account']) {
      await this.owner.query(`VACUUM (ANALYZE) ${table}`);
    }
    await this.owner.query('CHECKPOINT').catch(() => undefined);
  }

  async prove(scope: { readonly isWhole: boolean }): Promise<number> {
    const proofs = new LedgerProofService(this.database, new Clock());
    for (;;) {
      const startedAt = performance.now();
      const { findings, newCheckpoints } = await proofs.prove(scope);
      const tookMs = performance.now() - startedAt;
      if (findings.length > 0) throw new Error(`The books do not hold: ${JSON.stringify(findings.slice(0, 3))}`);
      if (newCheckpoints > 0 || scope.isWhole) return tookMs;
      // Another transaction of the server, such as autovacuum's, holds the chain back.
      await sleep(200);
    }
  }

  async row(): Promise<BooksRow> {
    const pages = await this.pages();
    const daysMs: number[] = [];
    for (let day = 0; day < days; day += 1) {
      for (const part of ['long', 'read', 'rest']) await this.bookRounds(part, dayRounds, 0.01, 0);
      daysMs.push(await this.prove({ isWhole: false }));
    }
    const { rows } = await this.owner.query<{ count: number }>('SELECT count(*) AS count FROM transfer');
    return { transfers: rows[0]?.count ?? 0, ...pages, dayProofMs: rounded(percentile(daysMs, 0.5)) };
  }

  /** The whole proof, and its hashes alone beside count and sum, for each operation. */
  async whole(): Promise<Pick<BooksResults, 'wholeProofUs' | 'chainUs' | 'countAndSumUs'>> {
    const operations = await this.timed('SELECT count(*) AS count FROM operation');
    const wholeMs = await this.prove({ isWhole: true });
    const chain = await this.timed('SELECT count(*) AS count FROM ledger_digests(0, 9223372036854775807)');
    const sums = await this.timed('SELECT count(*), sum(amount_ore) FROM transfer');
    const each = (ms: number) => rounded((1000 * ms) / operations.count);
    return { wholeProofUs: each(wholeMs), chainUs: each(chain.ms), countAndSumUs: each(sums.ms) };
  }

  async remaindersMs(): Promise<number> {
    const { rows } = await this.owner.query<{ school_id: string; wallet_id: string }>(
      `SELECT school_id, wallet_id FROM bench_wallet WHERE part = 'long'`,
    );
    const layers = new LayersService();
    const tookMs: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      for (const { school_id: schoolId, wallet_id: walletId } of rows) {
        const startedAt = performance.now();
        await layers.remainders(this.database, schoolId, walletId);
        tookMs.push(performance.now() - startedAt);
      }
    }
    return percentile(tookMs, 0.5);
  }

  private async pages(): Promise<Pick<BooksRow, 'walletPageMs' | 'statementPageMs'>> {
    // A connection that waited while millions were loaded would have been closed by the API.
    const connection = await HttpConnection.open(this.port);
    const walletMs: number[] = [];
    const statementMs: number[] = [];
    for (let read = -reads / 2; read < reads; read += 1) {
      const wallet = this.wallets[Math.abs(read * 7) % this.wallets.length];
      if (!wallet) throw new Error('There are no wallets to read');
      const page = await timedRead(connection, wallet.cookie, `wallets/${wallet.walletId}`);
      const statement = await timedRead(connection, wallet.cookie, `wallets/${wallet.walletId}/transactions?limit=50`);
      if (read < 0) continue;
      walletMs.push(page);
      statementMs.push(statement);
    }
    connection.close();
    return {
      walletPageMs: rounded(percentile(walletMs, 0.5)),
      statementPageMs: rounded(percentile(statementMs, 0.5)),
    };
  }

  private async timed(sql: string): Promise<{ readonly ms: number; readonly count: number }> {
    const startedAt = performance.now();
    const { rows } = await this.owner.query<{ count: number }>(sql);
    return { ms: performance.now() - startedAt, count: rows[0]?.count ?? 0 };
  }
}

async function timedRead(connection: HttpConnection, cookie: string, path: string): Promise<number> {
  const startedAt = performance.now();
  const { status, body } = await connection.get(
    `GET /api/v1/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nKantinekortet-App: admin-office\r\n`,
  );
  const tookMs = performance.now() - startedAt;
  if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
  return tookMs;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
