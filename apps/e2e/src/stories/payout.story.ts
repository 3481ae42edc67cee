import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { kr } from '@kantinekortet/money';
import { demo } from '../support/demo.ts';
import { freshName, freshWord } from '../support/fresh.ts';
import { Inspection } from '../support/inspection.ts';
import type { Classmate, School } from '../support/school.ts';
import { expect, officeRules, test } from '../support/story.ts';
import { ageAccountOf } from '../support/time.ts';

test('families without a profile are paid back by a file that two people make, and one line comes back', async ({
  school,
  openOffice,
}) => {
  // The worker looks once a minute for what need not wait any more.
  test.setTimeout(240_000);
  const [ines, jon] = [await aFamily(school, 'Ines'), await aFamily(school, 'Jon')];
  await agreeWithBank(school);
  const { page } = await openOffice();
  const colleague = await openOffice(await school.addColleague(freshName('Siri'), 'office'));
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  for (const family of [ines, jon]) {
    await test.step(`${family.name} pays by invoice, and wants some of it back`, async () => {
      await receive(page, school, family, '200');
      await askBack(page, family, '150');
      await ageAccountOf(family.name);
    });
  }

  await test.step('who asked cannot approve, a colleague can', async () => {
    await page.goto(`${demo.officeUrl}/${school.id}/utbetalinger`);
    await expect(page.getByRole('row', { name: ines.name }).getByText('En annen må godkjenne.')).toBeVisible();
    await colleague.open('Utbetalinger');
    for (const { name } of [ines, jon]) {
      await colleague.page.getByRole('button', { name: `Godkjenn utbetaling fra ${name}` }).click();
      await expect(colleague.page.getByRole('row', { name })).toHaveCount(0);
    }
  });

  await test.step('one prepares the file, and cannot approve it', async () => {
    const prepare = page.getByRole('button', { name: 'Lag utbetalingsfil' });
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('2 utbetalinger er klare')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 120_000 });
    await inspection.look('what the next file holds', prepare);
    await prepare.dblclick();
    await inspection.look('a file that waits', page.getByText('Du laget filen. En annen'));
    await expect(page.getByRole('button', { name: 'Godkjenn filen' })).toHaveCount(0);
  });

  await test.step('the other approves it and gives it to the bank, twice the same', async () => {
    await colleague.open('Oppgaver');
    const task = colleague.page.getByRole('article').filter({ hasText: 'Utbetalingsfil må godkjennes' });
    await new Inspection(colleague.page, officeRules).look('what the office has to do', task);
    await task.getByRole('link', { name: 'Åpne filen' }).click();
    await colleague.page.getByRole('button', { name: 'Godkjenn filen' }).click();
    await expect(colleague.page.getByText('Når filen lastes ned, trekkes pengene fra kortene.')).toBeVisible();
    const first = await downloaded(colleague.page, 'Last ned til banken');
    expect(first.toString()).toContain('pain.001.001.03');
    expect(first.equals(await downloaded(colleague.page, 'Last ned igjen'))).toBe(true);
    expect(await balanceOre(school, ines)).toBe(kr(50));
  });

  await test.step('one line comes back, the other is paid', async () => {
    await page.reload();
    await page.getByRole('button', { name: `Kom i retur: ${jon.name}` }).click();
    await dialog.getByLabel('Hva sier banken?').fill('Kontoen er avsluttet');
    await inspection.look('a line that came back', dialog.getByLabel('Bokført i banken'));
    await dialog.getByRole('button', { name: 'Sett pengene tilbake' }).dblclick();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Banken har betalt resten' }).click();
    await dialog.getByRole('button', { name: 'Før opp som utbetalt' }).click();
    await inspection.look('a file that is settled', page.getByRole('row', { name: `${ines.name} Utbetalt` }));
    await expect(page.getByRole('row', { name: jon.name })).toContainText('Kontoen er avsluttet');
    expect((await downloaded(page, 'Last ned linjene')).toString()).toContain('i retur');
  });

  await test.step('the money is where it belongs', async () => {
    expect(await balanceOre(school, ines)).toBe(kr(50));
    expect(await balanceOre(school, jon)).toBe(kr(200));
    await page.goto(`${demo.officeUrl}/${school.id}/elever/${jon.id}`);
    const timeline = page.getByRole('region', { name: 'Tidslinje' });
    await inspection.look('the pupil whose money came back', timeline.getByText('Utbetaling kom i retur'));
    await expect(timeline.getByRole('listitem').filter({ hasText: 'Refusjon bestilt' })).toContainText(
      'Reservert 150,00 kr',
    );
    await expect(timeline.getByText('Utbetaling', { exact: true })).toHaveCount(1);
  });

  await test.step('the office agrees with the family, and is done', async () => {
    await colleague.open('Oppgaver');
    const tasks = colleague.page.getByRole('article');
    await expect(tasks.filter({ hasText: 'Utbetalingsfil må godkjennes' })).toHaveCount(0);
    const task = tasks.filter({ hasText: jon.name });
    await task.getByRole('button', { name: 'Merk som løst' }).click();
    const resolving = colleague.page.getByRole('dialog');
    const note = `Familien til ${jon.name} kommer innom med ny konto.`;
    await resolving.getByRole('textbox').fill(note);
    await resolving.getByRole('button', { name: 'Merk som løst' }).click();
    await expect(task).toHaveCount(0);
    await colleague.page.getByRole('link', { name: 'Ferdige' }).click();
    const looked = new Inspection(colleague.page, officeRules);
    await looked.look('what the office has done', colleague.page.getByText(note));
  });
});

function aFamily(school: School, firstName: string): Promise<Classmate> {
  return school.enrolWithoutCard(freshName(firstName));
}

async function agreeWithBank(school: School): Promise<void> {
  const account = { accountNumber: '90412263056', bic: 'DNBANOKK' };
  expect((await school.office.ask('PUT', school.path('client-account'), account)).status()).toBe(200);
  const agreement = { customerId: '00912345678' };
  expect((await school.office.ask('PUT', school.path('bank-agreement'), agreement)).status()).toBe(200);
}

async function receive(page: Page, school: School, { id }: Classmate, kroner: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.goto(`${demo.officeUrl}/${school.id}/elever/${id}`);
  await page.getByRole('button', { name: 'Ta imot betaling' }).click();
  await dialog.getByLabel('Beløp').fill(kroner);
  await dialog.getByLabel('Faktura', { exact: true }).check();
  await dialog.getByLabel('Fakturanummer').fill(freshWord());
  await dialog.getByRole('button', { name: 'Registrer betaling' }).click();
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
}

async function askBack(page: Page, { name }: Classmate, kroner: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Betal tilbake' }).click();
  await dialog.getByLabel('Kontoeier').fill(name);
  await dialog.getByLabel('Kontonummer').fill('1234 56 78903');
  await dialog.getByRole('button', { name: 'Lagre kontoen' }).click();
  await dialog.getByLabel('Beløp').fill(kroner);
  await dialog.getByRole('button', { name: 'Be om utbetaling' }).click();
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
}

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path());
}

async function balanceOre(school: School, { walletId }: Classmate): Promise<number> {
  return (await school.office.get<{ balanceOre: number }>(`wallets/${walletId}`)).balanceOre;
}
