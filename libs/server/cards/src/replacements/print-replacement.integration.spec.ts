import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { readPdf, type Answer, type TestApi } from '@kantinekortet/platform/testing';
import { cardsOnSheet, letterCode } from '../testing/read-codes.ts';
import { ReplacementScene } from '../testing/replacement-scene.ts';

let api: TestApi;
let scene: ReplacementScene;
beforeAll(async () => {
  api = await ReplacementScene.startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  scene = await ReplacementScene.open(api, kr(300));
});

/** What is on the paper: the card's token, and number and code of the letter. */
async function paperOf({ bytes }: Answer<object>) {
  const [sheet, letter] = await readPdf(bytes);
  const [token] = sheet ? await cardsOnSheet(sheet) : [];
  const url = letter && (await letterCode(letter));
  const [, cardNumber = '', controlCode = ''] = /n=(\d{10})&k=(\w{10})$/.exec(url ?? '') ?? [];
  return { token: token ?? '', cardNumber, controlCode, text: `${sheet?.text ?? ''} ${letter?.text ?? ''}` };
}

describe('replacing a card by printing one', () => {
  it('gives the pupil a card that scans and a letter that registers, in this answer only', async () => {
    const printed = await scene.print(scene.card);
    expect(printed.status).toBe(200);
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect(printed.headers.get('cache-control')).toBe('no-store');
    const paper = await paperOf(printed);
    expect(paper.text).toContain('Emma Hansen');
    const cards = await api.database.query<{ id: string; number: string }>(
      `SELECT id, number FROM card WHERE school_id = $1 AND pupil_id = $2 AND status = 'active'`,
      [scene.school.id, scene.pupil.id],
    );
    expect(cards).toEqual([{ id: printed.headers.get('card-id'), number: paper.cardNumber }]);
    expect(printed.headers.get('replacement-id')).toMatch(/^[0-9a-f-]{36}$/);
    const issued = await scene.office.browser.post(`schools/${scene.school.id}/pupils/${scene.pupil.id}/card`, {
      token: paper.token,
    });
    expect(issued.body).toMatchObject({ card: { number: paper.cardNumber, status: 'active' } });
    const { cardNumber, controlCode } = paper;
    const registration = { cardNumber, controlCode, confirm: true };
    expect((await scene.guardian.browser.post('cards/register', registration)).body).toMatchObject({
      status: 'active',
    });
  });

  it('takes the same fee as a card from stock, and refuses the same', async () => {
    const second = await scene.afterLosses(1);
    expect((await scene.print(second)).body).toMatchObject({ status: 409, code: 'fee_changed', feeOre: kr(100) });
    expect((await scene.print(second, { expectedFeeOre: kr(100) })).status).toBe(200);
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
    expect((await scene.print(second)).body).toMatchObject({ status: 409, code: 'card_step_refused' });
  });

  it('again under the same id prints the same card with new codes and takes no second fee', async () => {
    const second = await scene.afterLosses(1);
    const wish = { id: newId(), expectedFeeOre: kr(100) };
    const first = await scene.print(second, wish);
    const again = await scene.print(second, wish);
    expect(again.headers.get('card-id')).toBe(first.headers.get('card-id'));
    const [before, after] = [await paperOf(first), await paperOf(again)];
    expect(after.cardNumber).toBe(before.cardNumber);
    expect(after.token).not.toBe(before.token);
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
    const { cardNumber, controlCode } = after;
    await scene.guardian.browser.post('cards/register', { cardNumber, controlCode, confirm: true });
    expect((await scene.print(second, wish)).body).toMatchObject({ status: 409, code: 'no_cards_to_print' });
    expect((await scene.print(second, { ...wish, reason: 'stolen' })).body).toMatchObject({
      code: 'operation_conflict',
    });
  });

  it('is in the list of what was printed, under the pupil’s class', async () => {
    await scene.print(scene.card);
    const list = await scene.office.browser.get<{ items: object[] }>(`schools/${scene.school.id}/card-batches`);
    expect(list.body.items[0]).toMatchObject({ className: '8B', cardCount: 1, reprintableCount: 1 });
  });
});
