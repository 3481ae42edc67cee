import { kr } from '@kantinekortet/money';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { SaleLine } from '../support/sale-line.ts';
import { expect, test } from '../support/story.ts';

test('two tills sell to one card at once, and one of them sells', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(50)).enrolled();
  const tills = [await openTill(), await openTill()];
  const lines = await Promise.all(tills.map((till) => SaleLine.of(till.page)));
  const held = lines.map((line) => line.hold());

  await Promise.all(tills.map((till) => till.sell(['Grov baguett med ost'], pupil.card.token)));
  await Promise.all(held.map(({ arrived }) => arrived));
  held.forEach(({ release }) => release());

  for (const till of tills) await expect(till.band).toContainText(/Betalt|Ikke nok penger/);
  const answers = await Promise.all(tills.map((till) => till.band.textContent()));
  expect(answers.filter((answer) => answer?.includes('Betalt'))).toHaveLength(1);
  expect(answers.filter((answer) => answer?.includes('Ikke nok penger'))).toHaveLength(1);
  await expectBalance(pupil, kr(5));
  await expectMovements(pupil, ['sale', 'top_up']);
});
