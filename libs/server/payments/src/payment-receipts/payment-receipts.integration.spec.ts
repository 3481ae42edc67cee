import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import type { CaughtMail } from '@kantinekortet/platform/testing';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { ClaimsService } from '@kantinekortet/wallet';
import { TopUpScene } from '../testing/top-up-scene.ts';
import { TwoChildren } from '../testing/two-children.ts';

describe('the receipt after a payment', () => {
  let scene: TopUpScene;
  let family: TwoChildren;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await TwoChildren.of(scene);
  });
  afterAll(() => scene.close());

  /** What has come to the payer, once everything on its way was delivered. */
  const mails = async (): Promise<CaughtMail[]> => {
    await scene.handleWebhooks(family.emma);
    return scene.api.receivedBy(family.emma.guardian.email);
  };
  const plain = (text = '') => text.replaceAll('\u00A0', ' ');

  it('comes once, with every child, whoever learns of the payment first', async () => {
    const { id, siblingId, checkoutUrl } = await family.start();
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.sandbox.webhooks(family.emma.merchant.id);
    await Promise.all([scene.get(family.emma, id), scene.get(family.emma, siblingId), scene.api.deliverOutbox()]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(plain(mail?.subject)).toBe('Kvittering for 300,00 kr');
    const text = plain(mail?.text);
    expect(text.match(/Emma, \w+, .*: (200|100),00 kr\nNy saldo: \1,00 kr/g)).toHaveLength(2);
    expect(text).toContain('Betalt med: Visa som slutter på 4242');
    expect(text).toContain(`Kvitteringsnummer: ${id}`);
    const { name } = family.emma.school;
    expect(text).toMatch(new RegExp(`Eier av ${name}\nOrg\\.nr\\. \\d{3} \\d{3} \\d{3}`));
  });

  it('says what was owed and is paid, in the payer’s language', async () => {
    const { guardian, school, walletId } = family.emma;
    await scene.api.database.query("UPDATE person SET language = 'nn' WHERE id = $1", [guardian.id]);
    const raised = await scene.api.database.transaction((tx) =>
      scene.api.get(ClaimsService).raise(tx, {
        id: newId(),
        schoolId: school.id,
        walletId,
        actor: 'system:test',
        occurredAt: scene.api.clock.now(),
        amountOre: kr(40),
        reason: 'emergency_meal',
        credit: { account: 'revenue' },
      }),
    );
    const { claimId } = raised.result;
    const { checkoutUrl } = await scene.start(family.emma, { amountOre: kr(40), claimId });
    await payWithCard(checkoutUrl, testCards.approved);
    const [mail] = await mails();
    expect(plain(mail?.text)).toContain('Av dette gjekk 40,00 kr til mat utan pengar på kortet.');
    expect(plain(mail?.text)).not.toContain('Ny saldo');
  });

  it('does not come for a payment that ended otherwise', async () => {
    const regretted = await family.start();
    await family.emma.browser.post(`top-ups/${regretted.id}/cancel`);
    await family.order({ kind: 'amount_differs', operation: 'checkout.sessions.create' });
    const wrong = await family.start();
    await payWithCard(wrong.checkoutUrl, testCards.approved);
    expect(await scene.get(family.emma, wrong.id)).toMatchObject({ needsAttention: true });
    expect(await mails()).toEqual([]);
  });
});
