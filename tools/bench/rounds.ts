import type { Config } from '@kantinekortet/platform';
import { Client } from 'pg';
import type { Scenario } from './canteens.ts';
import { directCallSql } from './direct-call.ts';
import type { DirectOrders } from './direct-pg.ts';
import { runLoad } from './load.ts';
import type { Measurement } from './measurement.ts';
import { hasPgbench, runPgbench } from './pgbench.ts';
import type { TillOrders } from './tills.ts';

/** HTTP beside direct calls at one concurrency: sales per second, milliseconds, and HTTP divided by direct. */
export interface Row {
  readonly schools: number;
  readonly registers: number;
  readonly http: number;
  readonly httpP50Ms: number;
  readonly httpP99Ms: number;
  readonly direct: number;
  readonly directP50Ms: number;
  readonly directP99Ms: number;
  readonly directBy: 'pgbench' | 'pg';
  readonly ratio: number;
  /** The median over HTTP divided by the median of the direct call. */
  readonly medianRatio: number;
}

interface Around {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly config: Config;
  readonly seconds: number;
  readonly port: number;
}

const compileSeconds = 5;
const warmUpSeconds = 2;
const maximumSales = 500_000;

/** Measures HTTP and direct calls one after the other, each after a warm-up, with the same tills and cards. */
export class Rounds {
  private readonly around: Around;
  private readonly directBy: Row['directBy'];

  private constructor(around: Around, directBy: Row['directBy']) {
    this.around = around;
    this.directBy = directBy;
  }

  static async prepare(around: Around): Promise<Rounds> {
    return new Rounds(around, (await hasPgbench()) ? 'pgbench' : 'pg');
  }

  /** Lets the API's code be compiled before anything is measured: a lone till alone would take minutes to do that. */
  async warmUp(scenario: Scenario): Promise<void> {
    const { port, dataDir } = this.around;
    const orders: TillOrders = { port, seconds: compileSeconds, maximumSales, tills: scenario.tills };
    await runLoad('tills.ts', dataDir, orders);
  }

  async row(scenario: Scenario, registers: number): Promise<Row> {
    const http = await this.counted(() => this.http(scenario, registers));
    const direct = await this.counted(() => this.direct(scenario, registers));
    return {
      schools: scenario.schools,
      registers,
      http: Math.round(http.salesPerSecond),
      httpP50Ms: rounded(http.p50Ms),
      httpP99Ms: rounded(http.p99Ms),
      direct: Math.round(direct.salesPerSecond),
      directP50Ms: rounded(direct.p50Ms),
      directP99Ms: rounded(direct.p99Ms),
      directBy: this.directBy,
      ratio: rounded(http.salesPerSecond / direct.salesPerSecond),
      medianRatio: rounded(http.p50Ms / direct.p50Ms),
    };
  }

  /** The API process's resident memory. */
  async apiMemoryMiB(): Promise<number> {
    const metrics = await (await fetch(`${this.around.apiUrl}/metrics`)).text();
    const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1];
    return Math.round(Number(bytes) / 2 ** 20);
  }

  private async http(scenario: Scenario, registers: number): Promise<Measurement> {
    const { port, seconds, dataDir } = this.around;
    const orders: TillOrders = {
      port,
      seconds: warmUpSeconds,
      maximumSales,
      tills: scenario.tills.slice(0, registers),
    };
    await runLoad('tills.ts', dataDir, orders);
    return runLoad('tills.ts', dataDir, { ...orders, seconds });
  }

  private async direct({ schools, cardsPerSchool }: Scenario, clients: number): Promise<Measurement> {
    const { databaseUrl, dataDir, config, seconds } = this.around;
    const orders = { url: databaseUrl, schools, cardsPerSchool, clients, seconds: warmUpSeconds };
    if (this.directBy === 'pgbench') {
      const sql = directCallSql({ schools: ':schools', till: ':client_id', card: ':card' }, config);
      await runPgbench(dataDir, { ...orders, sql });
      return runPgbench(dataDir, { ...orders, sql, seconds });
    }
    const named: DirectOrders = { ...orders, sql: directCallSql({ schools: '$1', till: '$2', card: '$3' }, config) };
    await runLoad('direct-pg.ts', dataDir, named);
    return runLoad('direct-pg.ts', dataDir, { ...named, seconds });
  }

  /** Throws when fewer sales were booked than were counted: a refusal is an answer too. */
  private async counted(work: () => Promise<Measurement>): Promise<Measurement> {
    const before = await this.bookedSales();
    const measurement = await work();
    const booked = (await this.bookedSales()) - before;
    const least = Math.floor(measurement.salesPerSecond * this.around.seconds * 0.99);
    if (booked < least) throw new Error(`Only ${booked} sales were booked of at least ${least} that were counted`);
    return measurement;
  }

  private async bookedSales(): Promise<number> {
    const client = new Client(this.around.databaseUrl);
    await client.connect();
    const { rows } = await client.query<{ count: string }>('SELECT sum(receipt_number) AS count FROM register');
    await client.end();
    return Number(rows[0]?.count ?? 0);
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
