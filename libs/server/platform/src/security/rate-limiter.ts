import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.ts';
import { TooManyRequests } from '../http/domain-error.ts';
import { Jobs } from '../jobs/jobs.ts';

export interface Allowance {
  readonly points: number;
  readonly perSeconds: number;
}

/** Counts tries per key in PostgreSQL, so that every API process sees the same count. */
@Injectable()
export class RateLimiter implements OnModuleInit {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  private readonly database: Database;

  private readonly jobs: Jobs;

  constructor(database: Database, jobs: Jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  onModuleInit(): void {
    this.jobs.every('rate-limit-cleanup', '23 * * * *', async () => {
      await this.database.query('DELETE FROM rate_limit WHERE expire < $1', [Date.now()]);
    });
  }

  /** Uses one try of a key such as `sign-in:address:127.0.0.1`. Throws TooManyRequests when none is left. */
  async consume(key: string, allowance: Allowance): Promise<void> {
    try {
      await this.limiter(allowance).consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooManyRequests(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  /** Gives one try back, where only wrong ones should count. */
  async giveBack(key: string, allowance: Allowance): Promise<void> {
    await this.limiter(allowance).reward(key);
  }

  /** Forgets a key's tries, after one that succeeded. */
  async forgive(key: string, allowance: Allowance): Promise<void> {
    await this.limiter(allowance).delete(key);
  }

  private limiter({ points, perSeconds }: Allowance): RateLimiterPostgres {
    const name = `${points}/${perSeconds}`;
    let limiter = this.limiters.get(name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: this.database.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: perSeconds,
      });
      this.limiters.set(name, limiter);
    }
    return limiter;
  }
}
