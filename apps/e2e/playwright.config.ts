import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/browser.ts';

/** The stories run against the stack that KK_DEMO_FILE describes; `npm run stories` starts one. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.story.ts',
  forbidOnly: true,
  retries: 0,
  // The machine also carries the stack.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000, toPass: { timeout: 60_000 } },
  outputDir: '../../test-results',
  use: {
    actionTimeout: 15_000,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: await findBrowser(),
  },
});
