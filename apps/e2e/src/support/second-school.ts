import { OfficePage } from '../pages/office-page.ts';
import { demo } from './demo.ts';
import { School } from './school.ts';
import { screenSizes, test as base } from './story.ts';

interface SecondCast {
  /** The second demo school: stories that touch every pupil leave the first one alone. */
  readonly second: School;
  /** Its office on a desk, signed in. */
  readonly secondOffice: OfficePage;
}

export const test = base.extend<SecondCast>({
  second: async ({}, use) => {
    const second = await School.signIn(demo.secondOffice);
    await use(second);
    await second.office.close();
  },
  secondOffice: async ({ openBrowser, second }, use) => {
    const page = await openBrowser({ viewport: screenSizes.desk, storageState: await second.office.cookies() });
    await page.goto(demo.officeUrl);
    await use(new OfficePage(page));
  },
});
