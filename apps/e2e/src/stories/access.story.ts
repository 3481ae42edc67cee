import { OfficePage } from '../pages/office-page.ts';
import { PortalPage } from '../pages/portal-page.ts';
import { demo } from '../support/demo.ts';
import { freshName } from '../support/fresh.ts';
import { Guardian } from '../support/guardian.ts';
import { School } from '../support/school.ts';
import { expect, screenSizes, test } from '../support/story.ts';

test('a guardian signs out here, and everywhere', async ({ openBrowser, openPortal }) => {
  const guardian = await Guardian.signUp();
  const phone = await openPortal(guardian);
  await phone.expectHeading('Barna dine');
  const tablet = new PortalPage(await openBrowser());
  await tablet.page.goto(`${demo.parentUrl}/logg-inn`);
  await tablet.signIn(guardian);
  await tablet.expectHeading('Barna dine');

  await tablet.page.getByRole('link', { name: 'Profilen din' }).click();
  await tablet.page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await tablet.expectHeading('Lunsj i kantina, uten kontanter');
  await tablet.page.goto(`${demo.parentUrl}/barn`);
  await tablet.expectHeading('Logg inn');
  await phone.page.reload();
  await phone.expectHeading('Barna dine');

  await tablet.signIn(guardian);
  await tablet.expectHeading('Barna dine');
  await tablet.page.getByRole('link', { name: 'Profilen din' }).click();
  await tablet.page.getByRole('button', { name: 'Logg ut overalt' }).click();
  await tablet.expectHeading('Lunsj i kantina, uten kontanter');
  await phone.page.goto(`${demo.parentUrl}/profil`);
  await phone.expectHeading('Logg inn');
});

test('a cashier signs out, and the till asks who sells', async ({ openTill }) => {
  const till = await openTill();
  await till.page.getByRole('button', { name: /^Logg ut/ }).click();
  await expect(till.page.getByRole('heading', { name: 'Hvem skal selge?' })).toBeVisible();
  await till.page.reload();
  await expect(till.page.getByRole('heading', { name: 'Hvem skal selge?' })).toBeVisible();
});

test('the office of one school opens no pupil of another by address', async ({ openBrowser }) => {
  const elsewhere = await School.signIn(demo.secondOffice);
  const stranger = await elsewhere.enrol(freshName('Una'));
  const office = new OfficePage(await openBrowser({ viewport: screenSizes.desk }));
  await office.page.goto(demo.officeUrl);
  await office.signIn(demo.firstOffice);
  const ownSchool = office.page.url();

  await office.page.goto(`${demo.officeUrl}/${elsewhere.id}/elever/${stranger.id}`);
  await expect(office.page).toHaveURL(ownSchool);
  await office.page.goto(`${ownSchool}/elever/${stranger.id}`);
  await expect(office.page.getByRole('alert')).toContainText('Vi finner ikke');
  await expect(office.page.getByText(stranger.name)).toBeHidden();
  expect(await office.statusOf(`schools/${elsewhere.id}/pupils/${stranger.id}`)).toBe(404);

  await office.signOut('Fjellheim ungdomsskole');
  await office.page.goto(ownSchool);
  await expect(office.page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
});
