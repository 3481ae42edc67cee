import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { OfficePage } from '../pages/office-page.ts';
import { PortalPage } from '../pages/portal-page.ts';
import { TillPage } from '../pages/till-page.ts';
import type { ApiDoor, Cookies } from './api-door.ts';
import { demo } from './demo.ts';
import type { Guardian } from './guardian.ts';
import { School } from './school.ts';

interface Cast {
  /** A browser of one more person, closed when the story ends. */
  readonly openBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  /** The portal on a phone: the guardian is signed in, or without one nobody is. */
  readonly openPortal: (guardian?: Guardian) => Promise<PortalPage>;
  /** The office of the first school on a desk; whoever has these cookies is signed in, or without them its first secretary. */
  readonly openOffice: (who?: Cookies) => Promise<OfficePage>;
  /** A new till of the first school with its cashier signed in. */
  readonly openTill: () => Promise<TillPage>;
}

export const screenSizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
  counter: { width: 1024, height: 768 },
};

/** What everyone can use, in px: a thumb on a phone, a mouse in the office, a hurried hand at the counter. */
export const portalRules = { controlPx: 44, narrowPx: 320 };
export const officeRules = { controlPx: 42 };
export const tillRules = { controlPx: 56 };

/** A story's cast: the first demo school, and a browser for each person who takes part. */
export const test = base.extend<Cast, { school: School }>({
  school: [
    async ({}, use) => {
      const school = await School.signIn(demo.firstOffice);
      await use(school);
      await school.office.close();
    },
    { scope: 'worker' },
  ],
  openBrowser: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  openPortal: async ({ openBrowser }, use) => {
    await use(async (guardian) => {
      const page = await openBrowser({ viewport: screenSizes.phone, ...(await signedIn(guardian?.api)) });
      await page.goto(demo.parentUrl);
      return new PortalPage(page);
    });
  },
  openOffice: async ({ openBrowser, school }, use) => {
    await use(async (who) => {
      const storageState = who ?? (await school.office.cookies());
      const page = await openBrowser({ viewport: screenSizes.desk, storageState });
      await page.goto(demo.officeUrl);
      return new OfficePage(page);
    });
  },
  openTill: async ({ openBrowser, school }, use) => {
    await use(async () => {
      const { cookies, cashierName } = await school.openTill();
      const page = await openBrowser({ viewport: screenSizes.counter, storageState: cookies });
      await page.goto(demo.checkoutUrl);
      return new TillPage(page, cashierName);
    });
  },
});

export { expect } from '@playwright/test';

async function signedIn(api: ApiDoor | undefined): Promise<BrowserContextOptions> {
  return api ? { storageState: await api.cookies() } : {};
}
