import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule } from '@kantinekortet/identity';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aSchool, signedInOffice, type SignedIn, type TestSchool } from '@kantinekortet/testing';
import { CardsModule } from './cards.module.ts';
import { pupilIn } from './testing/roster.ts';

/** No QR code holds this much, so that every letter fails to print. */
const endlessUrl = `http://kantinekortet.example/${'a'.repeat(3000)}`;

describe('a print that fails', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule, CardsModule] }, { PARENT_URL: endlessUrl });
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
  });
  afterAll(() => api.close());

  const stored = () =>
    api.database.query(
      `SELECT (SELECT jsonb_agg(c ORDER BY c.id) FROM card c) AS cards,
              (SELECT count(*) FROM card_directory) AS directory, (SELECT count(*) FROM card_event) AS events`,
    );

  it('stores no card of the batch', async () => {
    const { classId } = await pupilIn(api, school.id);
    const before = await stored();
    const body = { classId, includeLetters: true, printNames: true };
    expect((await office.browser.post(`schools/${school.id}/card-batches`, body)).status).toBe(500);
    expect(await stored()).toEqual(before);
  });

  it('leaves the code of the letter before it valid', async () => {
    const pupil = await pupilIn(api, school.id);
    await aCard(api, school.id, pupil.id);
    const before = await stored();
    expect((await office.browser.post(`schools/${school.id}/pupils/${pupil.id}/letter`)).status).toBe(500);
    expect(await stored()).toEqual(before);
  });
});
