import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { portalRules, test } from '../../support/story.ts';

const viewport = { width: 360, height: 740 };

test('getting money back can be done by everyone', async ({ school, openBrowser, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  await openTill();
  const page = await openBrowser({ viewport, storageState: await pupil.guardian.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  const ask = `${demo.parentUrl}/faa-tilbake/${pupil.walletId}`;

  await inspection.visit(ask, 'Få pengene tilbake');
  await page.getByLabel('Beløp').fill('201');
  await page.getByRole('button', { name: 'Få tilbake' }).click();
  await inspection.look('an amount that is too large', page.getByText('Skriv et beløp fra'));

  await page.route('**/api/v1/refunds', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Forbidden', status: 403, code: 'sign_in_again' },
    }),
  );
  await page.getByLabel('Beløp').fill('50');
  await page.getByRole('button', { name: 'Få tilbake 50,00 kr' }).click();
  await inspection.look('the password once more', page.getByLabel('Passord'));
  await page.unroute('**/api/v1/refunds');
  await page.getByLabel('Passord').fill(pupil.guardian.password);
  await page.getByRole('button', { name: 'Få tilbake 50,00 kr' }).click();
  await inspection.look('a refund that was sent', page.getByText(/^Sendt /));

  await page.goto(ask);
  await page.getByRole('button', { name: 'Få tilbake 150,00 kr' }).click();
  await inspection.look('a refund that waits', page.getByText(/Venter til kassene/));
  await inspection.visit(ask, 'Du har ingen penger å få tilbake');
});
