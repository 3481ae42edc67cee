import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { parseMeasurement, type Measurement } from './measurement.ts';

/** Runs one of the load programs in a process of its own, with its orders in a file, and reads what it measured. */
export async function runLoad(script: string, directory: string, orders: object): Promise<Measurement> {
  const file = join(directory, 'orders.json');
  writeFileSync(file, JSON.stringify(orders), { mode: 0o600 });
  const node = [process.execPath, '--import', './tools/loader.mjs', '-C', 'kantinekortet-source'] as const;
  const { isGood, output } = await runCommand([...node, `tools/bench/${script}`, file]);
  if (!isGood) throw new Error(`${script} failed:\n${output}`);
  return parseMeasurement(output);
}
