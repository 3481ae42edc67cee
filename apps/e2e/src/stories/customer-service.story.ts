import { InboxPage } from '../pages/inbox-page.ts';
import { OfficePage } from '../pages/office-page.ts';
import { demo } from '../support/demo.ts';
import { freshName } from '../support/fresh.ts';
import { expect, screenSizes, test } from '../support/story.ts';

const rooms = ['Oversikt', 'Henvendelser', 'Elever', 'Varer', 'Klar for kontantfritt'];
/** What the office alone may do: the page's address, and what the API has behind it. */
const closed = [
  ['oppgaver', 'tasks'],
  ['ansatte', 'staff'],
  ['kasser', 'registers'],
  ['bankterminal', 'terminal-days'],
  ['utbetalinger', 'payouts'],
  ['regnskap', 'closings'],
  ['kort', 'card-batches'],
  ['elevliste', 'roster-imports'],
  ['innstillinger', undefined],
  ['skoleaar', undefined],
] as const;

test('customer service sees its own rooms, answers a case, and is kindly refused what is the office’s', async ({
  school,
  openBrowser,
}) => {
  const colleague = await school.inviteColleague(freshName('Sindre'), 'support');
  const sender = freshName('Grete');
  await school.receiveQuestion(sender, 'Når åpner kantina?');
  const office = new OfficePage(await openBrowser({ viewport: screenSizes.desk }));
  const { page } = office;
  await page.goto(demo.officeUrl);
  await office.signIn(colleague);
  await expect(page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link')).toHaveText(rooms);
  await office.open('Henvendelser');
  await office.open('Elever');
  await page.getByLabel('Søk etter elev').fill('Nora');
  // Who goes on while the search waits for more letters is not called back.
  await office.open('Varer');
  await office.open('Klar for kontantfritt');

  const inbox = await InboxPage.open(page, school.id);
  await inbox.openCaseOf(sender);
  await inbox.answer(sender, 'Klokka elleve.', 'Vent på svar');
  await expect(inbox.entries.getByText('Klokka elleve.')).toBeVisible();

  for (const [room, resource] of closed) {
    await page.goto(`${demo.officeUrl}/${school.id}/${room}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Dette gjør skolekontoret' })).toBeVisible();
    if (resource !== undefined) expect(await office.statusOf(school.path(resource))).toBe(403);
  }
  await page.getByRole('link', { name: 'Til henvendelsene' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Henvendelser' })).toBeVisible();
});
