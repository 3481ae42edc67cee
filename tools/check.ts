import { runChecks } from './check/checks.ts';

/** `npm run check`: format, lint, types, dead code and the lock file. All of them run, whatever the first one says. */
const { passed, failed } = await runChecks();
console.log(`\n${passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
