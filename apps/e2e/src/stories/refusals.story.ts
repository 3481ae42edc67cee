import { randomBytes } from 'node:crypto';
import { cardTokenBytes, cardTokenOf } from '@kantinekortet/codes';
import { kr } from '@kantinekortet/money';
import { demo } from '../support/demo.ts';
import { freshName } from '../support/fresh.ts';
import { aPupil, expectBalance } from '../support/pupil.ts';
import { School } from '../support/school.ts';
import { expect, test } from '../support/story.ts';

test('a pupil with too little money is told what is missing, and buys less', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(50)).enrolled();
  const till = await openTill();

  await till.sell(['Grov baguett med ost', 'Lettmelk'], pupil.card.token);
  await expect(till.band).toContainText('Ikke nok penger');
  await expect(till.band).toContainText('Saldo 50,00 kr, mangler 5,00 kr.');
  await expectBalance(pupil, kr(50));

  await till.press('Én færre Lettmelk');
  await till.scan(pupil.card.token);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await expectBalance(pupil, kr(5));
});

test('a guardian sets a daily limit, and the till keeps it', async ({ school, openPortal, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  await portal.setDailyLimit(60);
  await expect(portal.page.getByText('Brukt 0,00 kr av 60,00 kr i dag.')).toBeVisible();
  const till = await openTill();

  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await till.sell(['Havregrøt'], pupil.card.token);
  await expect(till.band).toContainText('Over dagsgrensen');
  await expect(till.band).toContainText('Eleven kan bruke 15,00 kr til i dag.');
  await expectBalance(pupil, kr(155));

  await till.press('Tøm');
  await till.sell(['Knekkebrød'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 15,00 kr');
  await portal.reload();
  await expect(portal.page.getByText('Brukt 60,00 kr av 60,00 kr i dag.')).toBeVisible();
});

test('a card that the guardian blocks buys nothing until it is found again and opened', async ({
  school,
  openPortal,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const portal = await openPortal(pupil.guardian);
  const till = await openTill();

  await portal.changeCard('Sperr kortet');
  await till.sell(['Eple'], pupil.card.token);
  await expect(till.band).toContainText('Kortet er sperret');
  await expect(till.band).toContainText('Be eleven gå til skolekontoret.');

  await portal.changeCard('Opphev sperren');
  await till.add('Eple');
  await till.scan(pupil.card.token);
  await expect(till.band).toContainText('Betalt 10,00 kr');
  await expectBalance(pupil, kr(90));
});

test('a card of another school is told from one that nobody knows', async ({ school, openTill }) => {
  const elsewhere = await School.signIn(demo.secondOffice);
  const stranger = await elsewhere.enrol(freshName('Truls'));
  const own = await school.enrol(freshName('Ylva'));
  const till = await openTill();

  await till.sell(['Eple'], stranger.card.token);
  await expect(till.band).toContainText('Kort fra en annen skole');
  await till.add('Eple');
  await till.scan(cardTokenOf(randomBytes(cardTokenBytes)));
  await expect(till.band).toContainText('Ukjent kort');
  await till.add('Eple');
  await till.scan(own.card.token);
  await expect(till.band).toContainText('Ikke nok penger');
});

test('a code that is no card is told, and takes the last result away', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  await till.sell(['Eple'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 5,00 kr');
  await till.scan('7038010001234');
  await expect(till.band).toContainText('Ukjent kort');
  await expect(till.band).not.toContainText('Betalt');
});
