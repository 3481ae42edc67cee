import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newId } from '@kantinekortet/platform';
import type { BenchTill } from './canteens.ts';
import { HttpConnection } from './http-connection.ts';
import { summarize } from './measurement.ts';

/** What the load generator is told, in a file named by its first argument. */
export interface TillOrders {
  readonly port: number;
  readonly seconds: number;
  readonly maximumSales: number;
  readonly tills: readonly BenchTill[];
}

const [, , ordersFile = ''] = process.argv;
const orders = readOrders(ordersFile);
const deadline = performance.now() + orders.seconds * 1000;
const latenciesMs: number[] = [];

/** Sells, one sale after the other, until time or count is up. Throws when a sale is refused. */
async function sellAll(till: BenchTill): Promise<void> {
  const connection = await HttpConnection.open(orders.port);
  const head =
    `POST /api/v1/sales HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${till.cookie}\r\n` +
    'Kantinekortet-App: canteen-checkout\r\nContent-Type: application/json\r\n';
  for (let counter = 1; performance.now() < deadline && latenciesMs.length < orders.maximumSales; counter += 1) {
    const body = JSON.stringify({
      id: newId(),
      cashierSessionId: till.cashierSessionId,
      cardToken: till.cards[randomInt(till.cards.length)],
      lines: till.lines,
      totalOre: till.totalOre,
      occurredAt: new Date().toISOString(),
      registerCounter: counter,
    });
    const startedAt = performance.now();
    const answer = await connection.post(head, body);
    latenciesMs.push(performance.now() - startedAt);
    if (answer.status !== 201) throw new Error(`A sale was answered with ${answer.status}: ${answer.body}`);
  }
  connection.close();
}

const startedAt = performance.now();
await Promise.all(orders.tills.map(sellAll));
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(JSON.stringify(summarize(latenciesMs, seconds)));

function readOrders(file: string): TillOrders {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isOrders(value)) throw new TypeError(`${file} holds no orders for tills`);
  return value;
}

function isOrders(value: unknown): value is TillOrders {
  return typeof value === 'object' && value !== null && 'tills' in value && Array.isArray(value.tills);
}
