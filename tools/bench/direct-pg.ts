import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { summarize } from './measurement.ts';

/** What the direct callers are told. `sql` binds schools, till and card as the caller's tool does. */
export interface DirectOrders {
  readonly url: string;
  readonly sql: string;
  readonly schools: number;
  readonly cardsPerSchool: number;
  readonly clients: number;
  readonly seconds: number;
}

const [, , ordersFile = ''] = process.argv;
const orders = readOrders(ordersFile);
const deadline = performance.now() + orders.seconds * 1000;
const latenciesMs: number[] = [];

/** Calls the function from one connection, one sale per transaction, until time is up. */
async function callAll(till: number): Promise<void> {
  const client = new Client(orders.url);
  await client.connect();
  while (performance.now() < deadline) {
    const values = [orders.schools, till, randomInt(orders.cardsPerSchool)];
    const startedAt = performance.now();
    const { rows } = await client.query<{ code: string }>({ name: 'direct', text: orders.sql, values });
    latenciesMs.push(performance.now() - startedAt);
    if (rows[0]?.code !== 'sold') throw new Error(`book_sales answered ${rows[0]?.code ?? 'nothing'}`);
  }
  await client.end();
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: orders.clients }, (_, till) => callAll(till)));
process.stdout.write(JSON.stringify(summarize(latenciesMs, (performance.now() - startedAt) / 1000)));

function readOrders(file: string): DirectOrders {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isOrders(value)) throw new TypeError(`${file} holds no orders for direct calls`);
  return value;
}

function isOrders(value: unknown): value is DirectOrders {
  return typeof value === 'object' && value !== null && 'sql' in value && 'clients' in value;
}
