import { buildSpas } from './start/build-spas.ts';
import { runCommand } from './run-command.ts';

/** `npm run build`: what production runs: the API under dist folders, and the three SPAs. */
const { isGood, output } = await runCommand(['tsc', '--build', 'apps/api/tsconfig.emit.json']);
if (!isGood) {
  console.error(output);
  process.exit(1);
}
await buildSpas();
console.log('Built: apps/api/dist, libs/*/*/dist and the dist folders of the three SPAs.');
