import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Tx } from './tx.ts';

const deadlock = '40P01';
/** Serialization failure and deadlock: PostgreSQL undid everything, and the same work may succeed now. */
const retryable = new Set(['40001', deadlock]);
const maximumTries = 5;

/** The one door to PostgreSQL. */
@Injectable()
export class Database {
  private readonly dataSource: DataSource;
  /** Connections for named prepared statements on the hot path, which TypeORM's `query` does not have. */
  readonly pool: Pool;
  private deadlockCount = 0;

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
        const state = stateOf(error);
        if (state === deadlock) this.deadlockCount += 1;
        if (attempt === maximumTries || !retryable.has(state ?? '')) throw error;
      }
    }
  }

  /** Transactions of this process that PostgreSQL ended for a deadlock: each cost a second, and is a wrong lock order. */
  get deadlocks(): number {
    return this.deadlockCount;
  }

  /** Reads outside a transaction. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, [...parameters]);
  }
}

/** The SQLSTATE of a failed statement. */
function stateOf(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

/** The constraint that a failed statement broke, if it broke one. */
export function brokenConstraint(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause && typeof cause.constraint === 'string'
    ? cause.constraint
    : undefined;
}
