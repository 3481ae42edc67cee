import { runChecks } from './check/checks.ts';
import { runStories, type Outcome } from './stories/run-stories.ts';
import { runJest } from './test/run-jest.ts';

/** `npm test`: everything that must hold, on this machine alone. Ends with `N passed, N failed`. */
const startedAt = Date.now();
const outcomes = [
  await step('Checks', runChecks),
  await step('Unit and integration tests', runJest),
  await step('Browser stories', () => runStories()),
];
const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\nEverything together took ${Math.round((Date.now() - startedAt) / 1000)} s.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && outcomes.every(({ passed }) => passed > 0) ? 0 : 1);

async function step(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  console.log(`\n── ${name} ──`);
  const { passed, failed } = await run();
  console.log(`── ${name}: ${passed} passed, ${failed} failed ──`);
  return { passed, failed };
}
