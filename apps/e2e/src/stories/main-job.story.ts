import { OfficePage } from '../pages/office-page.ts';
import { testCards } from '../pages/payment-page.ts';
import { PortalPage } from '../pages/portal-page.ts';
import { TillPage } from '../pages/till-page.ts';
import { demo } from '../support/demo.ts';
import { freshClassName, freshEmail, freshName, freshWord } from '../support/fresh.ts';
import { linkInMailTo } from '../support/mailbox.ts';
import { rosterOf } from '../support/school.ts';
import { expect, screenSizes, test } from '../support/story.ts';

test('a school takes the card into use, a guardian fills it, and a pupil buys lunch', async ({ openBrowser }) => {
  const className = freshClassName();
  const pupil = freshName('Iben');
  const guardian = { name: 'Marit Prøve', email: freshEmail(), password: 'brunost-og-vaffel-2026' };
  const suffix = freshWord();
  const cashier = { name: `Turid ${suffix}`, pin: '802461' };
  const register = `Kiosken ${suffix}`;

  const office = new OfficePage(await openBrowser({ viewport: screenSizes.desk }));
  await test.step('the office imports the class from its roster', async () => {
    await office.page.goto(demo.officeUrl);
    await office.signIn(demo.firstOffice);
    await office.open('Importer elever');
    await office.previewRoster(rosterOf([pupil, freshName('Jens')], className));
    await expect(office.page.getByText('2 av 2 rader er klare.')).toBeVisible();
    await office.applyRoster();
    await expect(office.page.getByText('2 nye, 0 endret, 0 uendret og 0 har sluttet.')).toBeVisible();
  });

  const card = await test.step('the office prints cards and letters', async () => {
    await office.page.getByRole('link', { name: 'Skriv ut kort' }).click();
    const printed = await office.printCards(`${className} (2 elever)`);
    expect(printed).toHaveLength(2);
    const found = printed.find(({ pupilName }) => pupilName === pupil);
    if (!found) throw new Error(`No letter is about ${pupil}`);
    return found;
  });

  const portal = new PortalPage(await openBrowser({ viewport: screenSizes.phone }));
  await test.step('a guardian makes a profile and opens the link of the mail', async () => {
    await portal.page.goto(demo.parentUrl);
    await portal.signUp(guardian);
    await portal.page.goto(await linkInMailTo(guardian.email));
    await portal.expectHeading('E-posten er bekreftet');
    await portal.page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
    await portal.signIn(guardian);
  });

  await test.step('the guardian registers the card with the numbers of the letter', async () => {
    await portal.page.getByRole('link', { name: 'Registrer kort' }).click();
    await portal.registerCard(card);
    await portal.expectHeading(`${pupil} er lagt til`);
  });

  await test.step('the guardian tops up with a bank card', async () => {
    const payment = await portal.startTopUp(200);
    await payment.payWith(testCards.approved);
    await portal.expectHeading('200,00 kr er fylt på');
    await expect(portal.page.getByText('Ny saldo 200,00 kr.')).toBeVisible();
    await portal.openOverview();
    await expect(portal.money).toContainText('200,00 kr');
  });

  const till = new TillPage(await openBrowser({ viewport: screenSizes.counter }));
  await test.step('the office makes a till and a cashier, and the till is paired', async () => {
    await office.open('Kasser');
    await office.makeRegister(register);
    await office.makeCashier(cashier.name, cashier.pin);
    await till.page.goto(demo.checkoutUrl);
    await till.pair(await office.drawPairingCode(register));
    await till.signIn(cashier.name, cashier.pin);
  });

  await test.step('the pupil buys with one tap and one scan', async () => {
    await till.sell(['Grov baguett med ost'], card.token);
    await expect(till.band).toContainText('Betalt 45,00 kr');
    await expect(till.band).toContainText('Iben: ny saldo 155,00 kr.');
  });

  await test.step('the guardian sees the purchase and what is left', async () => {
    await portal.reload();
    await expect(portal.money).toContainText('155,00 kr');
    await portal.page.getByRole('link', { name: /Grov baguett med ost/ }).click();
    await portal.expectHeading('Kvittering');
    await expect(portal.page.getByRole('row', { name: 'Grov baguett med ost 45,00 kr' })).toBeVisible();
    await expect(portal.page.getByText(register)).toBeVisible();
  });
});
