import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCardToken } from '@kantinekortet/codes';
import { IdentityModule } from '@kantinekortet/identity';
import { readPdf, startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool, signedInOffice } from '@kantinekortet/testing';
import { CardsModule } from './cards.module.ts';
import { cardsOnSheet } from './testing/read-codes.ts';
import { pupilIn } from './testing/roster.ts';

const pupilCount = 30;

describe('printing a whole class', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule, CardsModule] });
  });
  afterAll(() => api.close());

  it('gives all thirty cards and letters in one answer whose length is known from the start', async () => {
    const school = await aSchool(api);
    const { browser } = await signedInOffice(api, school.id);
    const pupils = [];
    for (let number = 1; number <= pupilCount; number += 1) {
      pupils.push(await pupilIn(api, school.id, { name: `Elev Nummer${number}` }));
    }
    const batch = { classId: pupils[0]?.classId, includeLetters: true, printNames: true };

    const answer = await browser.post(`schools/${school.id}/card-batches`, batch);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(answer.bytes.length));
    const pages = await readPdf(answer.bytes);
    const sheets = pages.slice(0, pupilCount / 10);
    const names = sheets.flatMap(({ text }) => text.match(/Elev Nummer\d+/g) ?? []);
    expect(names.sort()).toEqual(pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`).sort());
    const lastSheet = sheets.at(-1);
    // Looking at paper takes seconds: the last sheet stands for all.
    const tokens = lastSheet ? await cardsOnSheet(lastSheet) : [];
    expect(new Set(tokens.flatMap((token) => parseCardToken(token ?? '') ?? [])).size).toBe(10);
    const letters = pages.slice(pupilCount / 10).map(({ text }) => text);
    const cards = await api.database.query<{ number: string; name: string }>(
      `SELECT c.number, p.name FROM card c JOIN pupil p ON p.school_id = c.school_id AND p.id = c.pupil_id
        WHERE c.school_id = $1 AND c.status = 'active'`,
      [school.id],
    );
    expect(cards).toHaveLength(pupilCount);
    expect(letters.map(readLetter).sort()).toEqual(cards.map(({ number, name }) => `${name}: ${number}`).sort());
  });
});

function readLetter(text: string): string {
  const name = /Til foresatte for (.+) Klasse/.exec(text)?.[1] ?? '';
  return `${name}: ${/Kortnummer ([\d ]{12})/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''}`;
}
