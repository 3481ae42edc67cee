import { demo } from '../../support/demo.ts';
import { freshEmail } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { linkInMailTo } from '../../support/mailbox.ts';
import { officeRules, screenSizes, test } from '../../support/story.ts';

const addresses = [
  ['/logg-inn', 'Logg inn'],
  ['/glemt-passord', 'Nytt passord'],
  ['/nytt-passord?token=brukt', 'Velg nytt passord'],
  ['/invitasjon?token=brukt', 'Noe gikk galt'],
  ['/tilgjengelighet', 'Tilgjengelighetserklæring'],
] as const;

test('every screen of the office for visitors can be used by everyone', async ({ school, openBrowser }) => {
  const page = await openBrowser({ viewport: screenSizes.desk });
  const inspection = new Inspection(page, officeRules);
  for (const [path, heading] of addresses) await inspection.visit(demo.officeUrl + path, heading);

  await page.goto(`${demo.officeUrl}/logg-inn`);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await inspection.look('sign-in without answers', page.getByText('Skriv passordet ditt').first());
  await page.getByLabel('E-post').fill(freshEmail());
  await page.getByLabel('Passord').fill('feil passord');
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await inspection.look('a wrong password in the office', page.getByRole('alert').getByText('passord'));
  await page.goto(`${demo.officeUrl}/glemt-passord`);
  await page.getByLabel('E-post').fill(freshEmail());
  await page.getByRole('button', { name: 'Send lenke' }).click();
  await inspection.look('a new password asked for', page.getByText('ligger lenken i innboksen'));

  const email = freshEmail();
  await school.office.post(school.path('staff/invitations'), { email, role: 'support' });
  await inspection.visit(await linkInMailTo(email), 'Velkommen til Fjellheim ungdomsskole');
  await page.getByRole('button', { name: 'Ta i bruk profilen' }).click();
  await inspection.look('an invitation without answers', page.getByText('Skriv navnet ditt').first());
});
