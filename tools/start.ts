import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPorts } from './start/ports.ts';
import { sentenceFor } from './start/problem.ts';
import { startStack, type Stack } from './start/stack.ts';
import { tableOf } from './start/table.ts';

/** `npm start`: the whole product with demo schools, until Ctrl-C. `npm start -- --reset` begins again. */
const dataDir = resolve(process.env['KK_DATA_DIR'] ?? '.kantinekortet');
const stopAsked = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAsked.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  let stack: Stack | undefined;
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
    const startedAt = Date.now();
    const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`.padStart(7);
    const report = (step: string): void => console.log(`${seconds()}  ${step}`);
    report(values.reset ? 'Starting Kantinekortet from the beginning …' : 'Starting Kantinekortet …');
    const { signal } = stopAsked;
    stack = await startStack({ ports: readPorts(process.env), dataDir, reset: values.reset, report, signal });
    report('Ready.');
    console.log(`\n${tableOf(stack)}\n\nCtrl-C stops everything. The data stays in ${dataDir}.`);
    await Promise.race([stack.failure, stopped()]);
    return 0;
  } catch (error) {
    if (!stopAsked.signal.aborted) console.error(`\n${sentenceFor(error, dataDir)}`);
    return stopAsked.signal.aborted ? 130 : 1;
  } finally {
    if (stack !== undefined) console.log('\nStopping …');
    await stack?.stop();
    if (stack !== undefined || stopAsked.signal.aborted) console.log('Stopped.');
  }
}

function stopped(): Promise<void> {
  return new Promise((done) => stopAsked.signal.addEventListener('abort', () => done(), { once: true }));
}
