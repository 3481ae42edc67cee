import { kr } from '@kantinekortet/money';
import { PortalPage } from '../../pages/portal-page.ts';
import { testCards } from '../../pages/payment-page.ts';
import { demo } from '../../support/demo.ts';
import { Guardian } from '../../support/guardian.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, portalRules, test } from '../../support/story.ts';

const viewport = { width: 360, height: 740 };

test('every screen about a child can be used by everyone', async ({ school, openBrowser, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const till = await openTill();
  await till.sell(['Grov baguett med ost', 'Lettmelk'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  const page = await openBrowser({ viewport, storageState: await pupil.guardian.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  const heading = (name: string) => page.getByRole('heading', { name });
  const child = `${demo.parentUrl}/barn/${pupil.id}`;

  await inspection.visit(`${demo.parentUrl}/barn`, pupil.name);
  await page.getByText('Vis tallene').click();
  await inspection.look('spending in numbers', page.getByRole('table'));
  await inspection.visit(`${child}/fyll-paa`, 'Fyll på kortet til Vilde');
  await page.getByRole('radio', { name: 'Annet beløp' }).check();
  await page.getByLabel('Beløp i kroner').fill('7');
  await page.getByRole('button', { name: 'Betal' }).click();
  await inspection.look('an amount that is too small', page.getByLabel('Beløp i kroner'));
  await inspection.visit(`${child}/kjop`, 'Kjøp og innbetalinger for Vilde');
  await page.getByRole('link', { name: /Grov baguett/ }).click();
  await inspection.look('a receipt', heading('Kvittering'));
  await inspection.visit(`${child}/grense`, 'Dagsgrense for Vilde');
  await page.getByRole('button', { name: 'Lagre grensen' }).click();
  await inspection.look('a limit without an amount', page.getByText('Skriv et beløp').first());
  await inspection.visit(`${demo.parentUrl}/profil`, 'Profilen din');
  await inspection.visit(`${demo.parentUrl}/barn/01999999-0000-7000-8000-000000000000/kjop`, 'Vi finner ikke barnet');

  await page.goto(`${demo.parentUrl}/barn`);
  await page.getByRole('button', { name: 'Sperr kortet' }).click();
  await inspection.look('blocking the card', page.getByRole('dialog'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /stjålet$/ })
    .click();
  await inspection.look('a blocked card', page.getByRole('main').getByRole('button', { name: 'Opphev sperren' }));

  await page.route('**/api/v1/guardians/me/children', (route) => route.abort());
  await page.reload();
  await inspection.look('children that could not be fetched', page.getByRole('button', { name: 'Prøv igjen' }));
});

test('what is owed for a new card can be seen and paid by everyone', async ({ school, openBrowser }) => {
  const pupil = await aPupil(school).enrolled();
  await school.loseCard(pupil);
  await school.loseCard(pupil);
  const page = await openBrowser({ viewport, storageState: await pupil.guardian.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  await page.goto(`${demo.parentUrl}/barn`);
  await inspection.look('something is owed', page.getByRole('button', { name: /^Betal .* nå$/ }));
  await inspection.visit(`${demo.parentUrl}/barn/${pupil.id}/fyll-paa`, 'Fyll på kortet til Vilde');
  await inspection.visit(`${demo.parentUrl}/barn/${pupil.id}/kjop`, 'Kjøp og innbetalinger for Vilde');
});

test('registering a card can be done by everyone', async ({ school, openBrowser }) => {
  const first = await aPupil(school).enrolled();
  const { number, controlCode } = await school.newLetter(first);
  const second = await Guardian.signUp('Nils Foresatt');
  const page = await openBrowser({ viewport, storageState: await second.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  const heading = (name: string) => page.getByRole('heading', { name });

  await inspection.visit(`${demo.parentUrl}/barn`, 'Legg til det første kortet');
  await inspection.visit(`${demo.parentUrl}/kort`, 'Registrer kort');
  await page.getByRole('button', { name: 'Finn kortet' }).click();
  await inspection.look('a card without numbers', page.getByText('Skriv kortnummeret').first());
  await page.getByRole('button', { name: 'Skann brevet' }).click();
  await inspection.look('the camera', page.getByRole('button', { name: 'Lukk kameraet' }));
  await page.goto(`${demo.parentUrl}/kort?n=${number}&k=0000000000`);
  await inspection.look('a wrong control code', page.getByRole('alert').getByText('passer ikke sammen'));
  await page.goto(`${demo.parentUrl}/kort?n=${number}&k=${controlCode}`);
  await inspection.look('a child with a guardian', heading('Er dette barnet ditt?'));
  await page.getByRole('button', { name: 'Be om godkjenning' }).click();
  await inspection.look('waiting for approval', heading('Venter på godkjenning'));
  await inspection.visit(`${demo.parentUrl}/barn`, 'venter på godkjenning');

  const other = await openBrowser({ viewport, storageState: await first.guardian.api.cookies() });
  await new Inspection(other, portalRules).visit(`${demo.parentUrl}/barn`, 'vil følge kortet til');
});

test('topping up can be done by everyone', async ({ school, openBrowser }) => {
  const pupil = await aPupil(school).enrolled();
  const page = await openBrowser({ viewport, storageState: await pupil.guardian.api.cookies() });
  const portal = new PortalPage(page);
  const inspection = new Inspection(page, portalRules);
  const heading = (name: string) => page.getByRole('heading', { name });

  await page.goto(`${demo.parentUrl}/barn`);
  const turnedBack = await portal.startTopUp(100);
  await turnedBack.cancel();
  await inspection.look('a payment that was left', heading('Du avbrøt betalingen'));
  await page.goto(`${demo.parentUrl}/barn`);
  await (await portal.startTopUp(200)).payWith(testCards.slow);
  await inspection.look('a payment on its way', heading('Vi venter på betalingen'));
  await inspection.look('a payment that came', heading('200,00 kr er fylt på'));
});
