import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { officeRules, screenSizes, test } from '../../support/story.ts';

const visitorAddresses = [
  ['/logg-inn', 'Logg inn'],
  ['/glemt-passord', 'Nytt passord'],
  ['/nytt-passord?token=brukt', 'Velg nytt passord'],
  ['/tilgjengelighet', 'Tilgjengelighetserklæring'],
] as const;

const rooms = ['Elever', 'Importer elever', 'Kort', 'Varer', 'Kasser', 'Ansatte', 'Innstillinger'] as const;

test('every screen of the office for visitors can be used by everyone', async ({ openBrowser }) => {
  const inspection = new Inspection(await openBrowser({ viewport: screenSizes.desk }), officeRules);
  for (const [path, heading] of visitorAddresses) await inspection.visit(demo.officeUrl + path, heading);
});

test('every room of the office can be used by everyone', async ({ openOffice }) => {
  const office = await openOffice();
  const inspection = new Inspection(office.page, officeRules);
  await inspection.look('the overview', office.page.getByRole('heading', { name: 'Klare for kortet' }));
  for (const room of rooms) {
    await office.open(room);
    await inspection.look(room, office.page.getByRole('heading', { level: 1, name: room }));
  }
});
