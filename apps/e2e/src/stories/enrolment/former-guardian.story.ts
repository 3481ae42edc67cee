import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, test } from '../../support/story.ts';

test('who is no guardian any more finds the money of their own that is left, and nothing else of the child', async ({
  school,
  openPortal,
}) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  await expect(portal.money).toBeVisible();
  const guardians = school.path(`pupils/${pupil.id}/guardians`);
  const { items } = await school.office.get<{ items: { guardianshipId: string }[] }>(guardians);
  const ended = await school.office.ask('POST', school.path(`guardianships/${items[0]?.guardianshipId ?? ''}/end`));
  expect(ended.status()).toBe(204);

  await portal.page.goto(`${demo.parentUrl}/barn`);
  await portal.expectHeading('Barna dine');
  await expect(portal.money).toBeHidden();
  const former = portal.page.getByRole('region', { name: 'Tidligere barn' });
  await former.getByRole('link', { name: /^Vilde, Fjellheim ungdomsskole: få tilbake 200,00 kr/ }).click();
  await portal.expectHeading('Få pengene tilbake');
  await portal.page.getByRole('button', { name: 'Få tilbake 200,00 kr' }).click();
  await portal.expectHeading('Du får tilbake 200,00 kr');
});
