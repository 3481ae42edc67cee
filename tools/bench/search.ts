import { randomInt } from 'node:crypto';
import type { BenchOffice } from './offices.ts';
import { HttpConnection } from './http-connection.ts';
import { percentile } from './measurement.ts';

/** A search beside a read by primary key, both over HTTP, one at a time, in turns: 95th percentiles in milliseconds. */
export interface SearchRow {
  readonly pupils: number;
  readonly searchP95Ms: number;
  readonly readP95Ms: number;
  readonly ratio: number;
}

const warmUpRounds = 300;
const rounds = 1_500;
/** What an office types: the start of a name, two names, letters with marks left out, a class, a pupil's number. */
const typed = ['em', 'hansen', 'ode', 'emma ol', 'åsn', 'ærø', 'n', '3b', '10234', 'ali mo', 'kasper', 'xyz'];

export async function measureSearch(port: number, offices: readonly BenchOffice[], pupils: number): Promise<SearchRow> {
  const connection = await HttpConnection.open(port);
  const searchesMs: number[] = [];
  const readsMs: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const office = pick(offices);
    const query = encodeURIComponent(pick(typed));
    const searchMs = await timed(connection, office, `schools/${office.schoolId}/pupils?query=${query}&limit=20`);
    const readMs = await timed(connection, office, `wallets/${pick(office.walletIds)}`);
    if (round < 0) continue;
    searchesMs.push(searchMs);
    readsMs.push(readMs);
  }
  connection.close();
  const [searchP95Ms, readP95Ms] = [percentile(searchesMs, 0.95), percentile(readsMs, 0.95)];
  return {
    pupils,
    searchP95Ms: Number(searchP95Ms.toFixed(2)),
    readP95Ms: Number(readP95Ms.toFixed(2)),
    ratio: Number((searchP95Ms / readP95Ms).toFixed(2)),
  };
}

async function timed(connection: HttpConnection, { cookie }: BenchOffice, path: string): Promise<number> {
  const startedAt = performance.now();
  const { status, body } = await connection.get(
    `GET /api/v1/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nKantinekortet-App: admin-office\r\n`,
  );
  const tookMs = performance.now() - startedAt;
  if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
  return tookMs;
}

function pick<T>(choices: readonly T[]): T {
  const choice = choices[randomInt(choices.length)];
  if (choice === undefined) throw new Error('Nothing to pick from');
  return choice;
}
