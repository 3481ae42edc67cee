import { startSandbox } from './sandbox.ts';
import { readSettings } from './settings.ts';

const sandbox = await startSandbox(readSettings(process.env));
process.stdout.write(`Payment sandbox: ${sandbox.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
