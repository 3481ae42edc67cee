import { runStories } from './stories/run-stories.ts';

/** `npm run stories -- [Playwright's arguments]`: the browser stories on a stack of their own. */
const { passed, failed } = await runStories(process.argv.slice(2));
console.log(`\n${passed} stories passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
