import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, officeRules, test } from '../../support/story.ts';

test('a card is replaced, and its fee waived, by everyone', async ({ school, openOffice }) => {
  const pupil = await aPupil(school).withBalance(kr(80)).enrolled();
  const tokens = [await school.stockCard(), await school.stockCard()];
  const { page } = await openOffice();
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  const open = () => page.getByRole('button', { name: 'Nytt kort' }).click();
  const scan = async (token = '') => {
    await page.keyboard.type(token, { delay: 1 });
    await page.keyboard.press('Enter');
  };
  await inspection.visit(`${demo.officeUrl}/${school.id}/elever/${pupil.id}`, pupil.name);
  await open();
  await inspection.look('a first new card', dialog.getByText('Dette er tap nr. 1. Ingen gebyr.'));
  await dialog.getByRole('radio', { name: 'Ødelagt' }).check();
  await dialog.getByRole('button', { name: 'Gi nytt kort' }).click();
  await inspection.look('a damaged card that is not there', dialog.getByText('Skann kortet.').first());
  await dialog.getByRole('radio', { name: 'Mistet' }).check();
  await scan(tokens[0]);
  await inspection.look('a new card that is scanned', dialog.getByText('Kortet er skannet.'));
  await page.keyboard.press('Enter');
  await inspection.look('a card that was replaced', page.getByText('Eleven har fått nytt kort.'));

  await open();
  await inspection.look('a second new card', dialog.getByText('Dette er tap nr. 2. Gebyr 100,00 kr.'));
  await dialog.getByRole('checkbox', { name: 'Ettergi gebyret' }).check();
  await dialog.getByRole('button', { name: 'Gi nytt kort' }).click();
  await inspection.look('a waiver without a reason', dialog.getByText('Skriv en begrunnelse'));
  await dialog.getByRole('checkbox', { name: 'Ettergi gebyret' }).uncheck();
  await scan(tokens[1]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Ettergi kort/ }).click();
  await inspection.look('waiving a fee', dialog);
  await dialog.getByRole('button', { name: 'Ettergi' }).click();
  await inspection.look('waiving a fee without a reason', dialog.getByText('Skriv en begrunnelse').first());
  await dialog.getByLabel('Begrunnelse').fill('Funnet igjen samme dag');
  await dialog.getByRole('button', { name: 'Ettergi' }).click();
  await inspection.look('a fee that was waived', page.getByText('Ettergitt: Funnet igjen samme dag'));
});

test('a batch of cards is printed again by everyone', async ({ school, openOffice }) => {
  await school.stockCard();
  const office = await openOffice();
  const inspection = new Inspection(office.page, officeRules);
  const dialog = office.page.getByRole('dialog');
  await office.open('Kort');
  await office.page
    .getByRole('button', { name: /^Skriv ut Lager på nytt/ })
    .first()
    .click();
  await inspection.look('printing a batch again', dialog);
  const downloading = office.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Skriv ut' }).click();
  await downloading;
  await expect(dialog).toBeHidden();
});
