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

test('the office’s dialogs and a pupil’s page can be used by everyone', async ({ openOffice }) => {
  const { page, ...office } = await openOffice().then((opened) => ({
    page: opened.page,
    open: (room: string) => opened.open(room),
  }));
  const inspection = new Inspection(page, officeRules);
  const inDialog = async (button: string, name: string): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await inspection.look(name, page.getByRole('dialog'));
    await page.keyboard.press('Escape');
  };
  await office.open('Varer');
  await inDialog('Ny vare', 'a new product');
  await office.open('Kasser');
  await inDialog('Ny kasserer', 'a new cashier');
  await office.open('Ansatte');
  await inDialog('Inviter ansatt', 'an invitation');
  await office.open('Elever');
  await page.getByRole('link', { name: 'Emma Nordmann' }).click();
  await inspection.look('a pupil', page.getByRole('heading', { level: 1, name: 'Emma Nordmann' }));
  await inDialog('Sperr kortet', 'a block');
});
