import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { DirectOrders } from './direct-pg.ts';
import { summarize, type Measurement } from './measurement.ts';

export async function hasPgbench(): Promise<boolean> {
  try {
    return (await runCommand(['pgbench', '--version'])).isGood;
  } catch {
    return false;
  }
}

/** The direct calls by pgbench, one sale per transaction, prepared; its log gives the latencies. */
export async function runPgbench(directory: string, orders: DirectOrders): Promise<Measurement> {
  const { url, sql, schools, cardsPerSchool, clients, seconds } = orders;
  const logs = mkdtempSync(join(directory, 'pgbench-'));
  const script = join(logs, 'sale.sql');
  writeFileSync(script, `\\set card random(0, ${cardsPerSchool - 1})\n${sql.replaceAll('\n', ' ')};\n`, {
    mode: 0o600,
  });
  const options = [
    ['--no-vacuum', '--protocol=prepared', '--log', `--log-prefix=${join(logs, 'log')}`],
    [`--client=${clients}`, `--jobs=${Math.min(clients, 2)}`, `--time=${seconds}`],
    [`--define=schools=${schools}`, `--file=${script}`, url],
  ].flat();
  const { isGood, output } = await runCommand(['pgbench', ...options]);
  if (!isGood || !/number of failed transactions: 0 /.test(output)) throw new Error(`pgbench failed:\n${output}`);
  // Columns of the log: client, transaction, latency in microseconds, …
  const latenciesMs = readdirSync(logs)
    .filter((name) => name.startsWith('log.'))
    .flatMap((name) => readFileSync(join(logs, name), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1000);
  rmSync(logs, { recursive: true });
  return summarize(latenciesMs, seconds);
}
