import { PortalPage } from '../../pages/portal-page.ts';
import { demo } from '../../support/demo.ts';
import { freshEmail } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { linkInMailTo } from '../../support/mailbox.ts';
import { portalRules, test } from '../../support/story.ts';

const addresses = [
  ['/', 'Lunsj i kantina, uten kontanter'],
  ['/ny-profil', 'Lag profil'],
  ['/logg-inn', 'Logg inn'],
  ['/glemt-passord', 'Glemt passordet?'],
  ['/nytt-passord?token=brukt', 'Velg nytt passord'],
  ['/bekreft?token=brukt', 'Lenken virker ikke'],
  ['/epost?token=brukt', 'Lenken virker ikke'],
  ['/tilgjengelighet', 'Tilgjengelighetserklæring'],
  ['/finnes-ikke', 'Denne siden finnes ikke'],
] as const;

test('every screen of the portal for visitors can be used by everyone', async ({ openBrowser }) => {
  const page = await openBrowser({ viewport: { width: 360, height: 740 } });
  const inspection = new Inspection(page, portalRules);
  for (const [path, heading] of addresses) await inspection.visit(demo.parentUrl + path, heading);
});

test('the portal tells a visitor about mistakes so that everyone understands', async ({ openBrowser }) => {
  const page = await openBrowser({ viewport: { width: 360, height: 740 } });
  const inspection = new Inspection(page, portalRules);
  const portal = new PortalPage(page);
  const summary = page.getByText('For å gå videre må du rette opp følgende feil');

  await page.goto(`${demo.parentUrl}/ny-profil`);
  await page.getByRole('button', { name: 'Lag profil' }).click();
  await inspection.look('sign-up without answers', summary);
  const person = { name: 'Ola Prøve', email: freshEmail(), password: 'passord123' };
  await portal.fillSignUp(person);
  await inspection.look('sign-up with a common password', page.getByText('Passordet er lett å gjette.').first());
  await portal.fillSignUp({ ...person, password: 'fire-rare-ord-sammen' });
  await inspection.look('sign-up done', page.getByRole('heading', { name: 'Sjekk e-posten din' }));
  await inspection.visit(await linkInMailTo(person.email), 'E-posten er bekreftet');

  await page.goto(`${demo.parentUrl}/logg-inn`);
  await portal.signIn({ email: person.email, password: 'noe annet' });
  await inspection.look('a wrong password', page.getByRole('alert').getByText('passord'));

  await page.goto(`${demo.parentUrl}/glemt-passord`);
  await page.getByLabel('E-post').fill(person.email);
  await page.getByRole('button', { name: 'Send lenke' }).click();
  await inspection.look('a reset asked for', page.getByRole('heading', { name: 'Sjekk e-posten din' }));
  await page.goto(`${demo.parentUrl}/nytt-passord?token=brukt`);
  await page.getByLabel('Nytt passord').fill('fire-rare-ord-igjen');
  await page.getByRole('button', { name: 'Lagre passordet' }).click();
  await inspection.look('a used reset link', page.getByRole('heading', { name: 'Lenken virker ikke' }));
});
