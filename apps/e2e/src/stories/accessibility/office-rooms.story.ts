import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { freshClassName, freshName } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { rosterOf } from '../../support/school.ts';
import { expect, officeRules, screenSizes, test } from '../../support/story.ts';

const rooms = [
  ...['Oversikt', 'Henvendelser', 'Oppgaver', 'Elever', 'Varer', 'Kasser', 'Bankterminal', 'Utbetalinger', 'Regnskap'],
  ...['Kort', 'Ansattkort', 'Klar for kontantfritt', 'Importer elever', 'Nytt skoleår', 'Ansatte', 'Innstillinger'],
];

test('every room of the office can be used by everyone', async ({ school, openOffice }) => {
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);
  for (const room of rooms) {
    await office.open(room);
    await inspection.look(`the room ${room}`, page.getByRole('heading', { level: 1, name: room }));
  }
  await page.getByRole('banner').getByRole('button', { name: 'Fjellheim ungdomsskole' }).click();
  await inspection.look('the menu of the account', page.getByRole('button', { name: 'Logg ut' }));
  await inspection.visit(`${demo.officeUrl}/${school.id}/finnes/ikke`, 'Denne siden finnes ikke');
  await page.route('**/api/v1/schools/*/overview', (route) => route.abort());
  await page.goto(`${demo.officeUrl}/${school.id}`);
  await inspection.look('figures that could not be fetched', page.getByRole('button', { name: 'Prøv igjen' }));
});

test('on a phone a button opens the rooms of the office', async ({ openOffice }) => {
  const office = await openOffice();
  const { page } = office;
  await page.setViewportSize(screenSizes.phone);
  const room = page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Elever', exact: true });
  await expect(room).toBeHidden();
  await page.getByRole('button', { name: 'Meny', exact: true }).click();
  await new Inspection(page, officeRules).look('the rooms on a phone', room);
  await office.open('Elever');
  await expect(room).toBeHidden();
});

test('everything about a pupil can be done by everyone', async ({ school, openOffice }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const withoutCard = await school.enrolWithoutCard(freshName('Synne'));
  const { page } = await openOffice();
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  const addressOf = (id: string) => `${demo.officeUrl}/${school.id}/elever/${id}`;

  await page.goto(`${demo.officeUrl}/${school.id}/elever`);
  await page.getByRole('searchbox', { name: 'Søk etter elev' }).fill('finnes slett ikke');
  await inspection.look('no pupil fits', page.getByText('Ingen elever passer'));
  await inspection.visit(addressOf(pupil.id), pupil.name);
  await page.getByRole('button', { name: 'Sperr kortet' }).click();
  await inspection.look('blocking a card in the office', dialog);
  await dialog.getByRole('button', { name: 'Sperr kortet' }).click();
  await inspection.look('a card that is blocked', page.getByRole('button', { name: 'Opphev sperren' }));
  await inspection.visit(addressOf(withoutCard.id), withoutCard.name);
  await page.getByRole('button', { name: 'Gi kort' }).click();
  await dialog.getByLabel('Kode på kortet').fill('ikke et kort');
  await page.keyboard.press('Enter');
  await inspection.look('a scan that is no card', dialog.getByText('Dette er ikke koden'));
  await inspection.visit(addressOf('01999999-0000-7000-8000-000000000000'), 'Noe gikk galt');
});

test('a roster is imported by everyone, also one with mistakes', async ({ school, openOffice }) => {
  const known = await school.enrolWithoutCard(freshName('Tiril'));
  const className = freshClassName();
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);

  await office.open('Importer elever');
  await page.getByRole('button', { name: 'Se hva som endres' }).click();
  await inspection.look('no file chosen', page.getByText('Velg en fil først.'));
  const rows = rosterOf([freshName('Aksel'), known.name, 'Bare'], className);
  await office.previewRoster(`${rows}9;Uten;Dato;32.13.2012;${className}\r\n`);
  await inspection.look('a preview of the roster', page.getByRole('combobox', { name: /^Hvem er rad/ }));
  await page.getByRole('checkbox', { name: /^Filen er komplett/ }).check();
  await inspection.look('a file that is complete', page.getByLabel(/^Mange slutter/));
  await page.getByRole('checkbox', { name: /^Filen er komplett/ }).uncheck();
  await page.getByRole('combobox', { name: /^Hvem er rad/ }).selectOption('Ny elev');
  await office.applyRoster();
  await inspection.look('the receipt of an import', page.getByRole('button', { name: 'Last ned avviste' }));
});
