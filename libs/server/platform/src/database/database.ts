import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Tx } from './tx.ts';

/** Serialization failure and deadlock: PostgreSQL undid everything, and the same work may succeed now. */
const retryable = new Set(['40001', '40P01']);
const maximumTries = 5;

/** The one door to PostgreSQL. */
@Injectable()
export class Database {
  private readonly dataSource: DataSource;
  /** Connections for named prepared statements on the hot path, which TypeORM's `query` does not have. */
  readonly pool: Pool;

  constructor(dataSource: DataSource, pool: Pool) {
    this.dataSource = dataSource;
    this.pool = pool;
  }

  /** Runs the work in one transaction; the whole of it again on a deadlock or serialization failure. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt === maximumTries || !isRetryable(error)) throw error;
      }
    }
  }

  /** Reads outside a transaction. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, [...parameters]);
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof QueryFailedError && retryable.has(sqlState(error.driverError) ?? '');
}

/** The SQLSTATE of a PostgreSQL error, and the constraint it names. */
function sqlState(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The constraint that a failed statement broke, if it broke one. */
export function brokenConstraint(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause && typeof cause.constraint === 'string'
    ? cause.constraint
    : undefined;
}
