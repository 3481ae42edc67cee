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
const latenciesMs: number[] = [];
const clients = Array.from({ length: orders.clients }, () => new Client(orders.url));

async function callOnce(client: Client, till: number): Promise<void> {
  const values = [orders.schools, till, randomInt(orders.cardsPerSchool)];
  const { rows } = await client.query<{ code: string }>({ name: 'direct', text: orders.sql, values });
  if (rows[0]?.code !== 'sold') throw new Error(`book_sales answered ${rows[0]?.code ?? 'nothing'}`);
}

/** Calls the function on one connection, one sale per transaction, until time is up. */
async function callAll(client: Client, till: number, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    const calledAt = performance.now();
    await callOnce(client, till);
    latenciesMs.push(performance.now() - calledAt);
  }
}

// Connecting and the first call, which plans, are not what is measured.
await Promise.all(clients.map((client) => client.connect()));
await Promise.all(clients.map(callOnce));
const startedAt = performance.now();
await Promise.all(clients.map((client, till) => callAll(client, till, startedAt + orders.seconds * 1000)));
const seconds = (performance.now() - startedAt) / 1000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(JSON.stringify(summarize(latenciesMs, seconds)));

function readOrders(file: string): DirectOrders {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isOrders(value)) throw new TypeError(`${file} holds no orders for direct calls`);
  return value;
}

function isOrders(value: unknown): value is DirectOrders {
  return typeof value === 'object' && value !== null && 'sql' in value && 'clients' in value;
}
