import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { freshEmail } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { linkInMailTo } from '../../support/mailbox.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, portalRules, test } from '../../support/story.ts';

const password = 'rundstykker-og-brunost';

test('a guardian invites another, who makes a profile and sees the child but not how it was paid', async ({
  openPortal,
  school,
}) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const email = freshEmail();
  const mother = await openPortal(pupil.guardian);
  await mother.page.goto(`${demo.parentUrl}/barn/${pupil.id}/foresatte`);
  await mother.page.getByLabel('E-post').fill(email);
  await mother.page.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(mother.page.getByText(`Vi har sendt en invitasjon til ${email}.`)).toBeVisible();
  const invited = mother.page.getByRole('region', { name: 'Invitert' });
  await new Inspection(mother.page, portalRules).look("a child's guardians", invited);

  const father = await openPortal();
  const { page } = father;
  await page.goto(await linkInMailTo(email));
  const inspection = new Inspection(page, portalRules);
  await inspection.look('an invitation', page.getByRole('heading', { name: 'Du er invitert' }));
  await page.getByRole('main').getByRole('link', { name: 'Lag profil' }).click();
  await father.fillSignUp({ name: 'Far Foresatt', email, password });
  await father.expectHeading('Sjekk e-posten din');
  await expect.poll(() => linkInMailTo(email)).toContain('/bekreft');
  await page.goto(await linkInMailTo(email));
  await page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
  await father.signIn({ email, password });
  await page.getByRole('button', { name: 'Si ja' }).click();
  await inspection.look('an accepted invitation', page.getByRole('heading', { name: 'Du følger kortet' }));
  await father.openOverview();
  await expect(father.money).toContainText('200,00');
  await page.goto(`${demo.parentUrl}/barn/${pupil.id}/kjop`);
  await expect(page.getByText('Påfylling fra en annen foresatt')).toBeVisible();
});

test('the page of a child who has left says what is left and how to get it back', async ({ openPortal, school }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  await school.office.post(school.path(`pupils/${pupil.id}/leave`), { reason: 'Flyttet' });
  const { page } = await openPortal(pupil.guardian);
  await page.goto(`${demo.parentUrl}/barn`);
  const ended = page.getByRole('heading', { name: 'Kortet er stoppet' });
  await new Inspection(page, portalRules).look('a child who has left', ended);
  await expect(page.getByText(/Det står igjen 200,00.kr/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fyll på' })).toHaveCount(0);
});
