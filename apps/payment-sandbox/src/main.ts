import { startSandbox } from './sandbox.ts';
import { readSettings } from './settings.ts';

const sandbox = await startSandbox(readSettings(process.env));
console.log(`Payment sandbox: ${sandbox.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
