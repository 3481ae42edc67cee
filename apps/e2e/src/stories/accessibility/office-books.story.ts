import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { freshName } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, officeRules, test } from '../../support/story.ts';
import { agePurchasesOf, leaveForGood } from '../../support/time.ts';

const anyWidth = { ...officeRules, narrowPx: 390 };

test('everyone can see whether the books hold, and say what lies on the client account', async ({
  school,
  openOffice,
}) => {
  const { page } = await openOffice();
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/regnskap`);
  await inspection.look('the books', page.getByRole('heading', { level: 1, name: 'Regnskap' }));
  await page.getByLabel('Kontonummer').fill('9041 22 63057');
  await page.getByRole('button', { name: 'Lagre kontoen' }).click();
  await inspection.look('an account number with a slip', page.getByText('Kontonummeret er ikke riktig').first());
  await page.getByLabel('Kontonummer').fill('9041 22 63056');
  await page.getByRole('button', { name: 'Lagre kontoen' }).click();

  await page.getByRole('button', { name: 'Skriv inn saldoen selv' }).click();
  await dialog.getByRole('button', { name: 'Lagre saldoen' }).click();
  await inspection.look('a balance without answers', dialog.getByText('Skriv et beløp').first());
  await dialog.getByLabel('Ved slutten av dagen').fill('2026-01-31');
  await dialog.getByLabel('Bokført saldo').fill('1000000');
  await dialog.getByRole('button', { name: 'Lagre saldoen' }).click();
  await inspection.look('the money of the pupils', page.getByText('Overskudd'));

  const garbage = { name: 'utskrift.xml', mimeType: 'text/xml', buffer: Buffer.from('<html></html>') };
  await page.getByLabel('Last opp kontoutskrift').setInputFiles(garbage);
  await inspection.look('a file that is no statement', page.getByText('Dette er ikke en kontoutskrift'));
});

test('a month is closed once, with the figures that were shown, by somebody whose name is kept', async ({
  school,
  openOffice,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  await agePurchasesOf(school.id, pupil.walletId);
  const name = freshName('Berit');
  const { page } = await openOffice(await school.addColleague(name, 'office'));
  const inspection = new Inspection(page, anyWidth);
  const panel = page.getByRole('region', { name: 'Månedsavslutning' });
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/regnskap`);
  const close = panel.getByRole('button', { name: /^Avslutt / });
  await inspection.look('the figures of a month', close);
  await expect(panel.getByRole('row', { name: /^Sum/ })).toContainText('kr');
  const released = panel.getByRole('row', { name: 'Overføres fra klientkontoen' }).getByRole('cell').first();
  const amount = await released.innerText();
  expect(amount).toMatch(/[1-9]/);
  await close.click();
  await inspection.look('closing a month', dialog.getByText('En avslutning kan ikke gjøres om.'));
  await expect(dialog).toContainText(amount);
  await dialog.getByRole('button', { name: 'Avslutt måneden' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText('Den siste hele måneden er avsluttet.')).toBeVisible();
  await panel.getByText(/avslutte(t|de) måned/).click();
  await inspection.look('months that were closed', panel.getByRole('row', { name }));
  await expect(panel.getByRole('row', { name })).toContainText(amount);
});

test('the office sees how near the cards are to what needs a notice, and whose money lies still', async ({
  school,
  openOffice,
}) => {
  const pupil = await aPupil(school).withBalance(kr(120)).enrolled();
  await school.office.post(school.path(`pupils/${pupil.id}/leave`), {});
  const { page } = await openOffice();
  const inspection = new Inspection(page, anyWidth);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/regnskap`);
  await page.getByRole('button', { name: 'Skriv inn eurokursen' }).click();
  await dialog.getByLabel('Kroner for én euro').fill('1182');
  await dialog.getByRole('button', { name: 'Lagre kursen' }).click();
  await inspection.look('a rate that is none', dialog.getByText('Skriv kursen som 11,8234').first());
  await dialog.getByLabel('Kroner for én euro').fill('11,8234');
  await dialog.getByRole('button', { name: 'Lagre kursen' }).dblclick();
  await expect(dialog).toBeHidden();
  const notice = page.getByRole('region', { name: 'Meldeplikt til Finanstilsynet' });
  await inspection.look('the limit of the network', notice.getByText('Kurs fra Norges Bank'));
  await expect(notice.getByText('Høyst 1 % av grensen. Ingen melding trengs.')).toBeVisible();
  await expect(notice.getByRole('row', { name: 'med 11,8234 kr per euro' })).toContainText('euro');

  await page.getByRole('link', { name: 'Se hvem som har penger til gode' }).click();
  const row = page.getByRole('row', { name: pupil.name });
  await inspection.look('money that lies still', row);
  await expect(row).toContainText('120,00 kr');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned tabell' }).click();
  const table = (await readFile(await (await download).path())).toString();
  expect(table).toContain(`${pupil.name};${pupil.className};ja;`);
  await expect(row).toContainText('Kan betales tilbake fra i morgen');
  await leaveForGood(pupil.id);
  await page.reload();
  await row.getByRole('link', { name: 'Betal tilbake' }).click();
  await inspection.look('money of those who have left', row);
  await page.getByRole('button', { name: 'Betal tilbake det som kan sendes nå' }).click();
  await inspection.look('paying back to those who have left', dialog.getByText(/tilbakebetaling/).first());
  await dialog.getByRole('button', { name: 'Betal tilbake' }).dblclick();
  await inspection.look('what was paid back', dialog.getByText(/i gang/));
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
  await expect(row).toHaveCount(0);
});
