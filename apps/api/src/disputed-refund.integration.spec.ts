import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, payWithCard, testCards, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { aPupil, aSchool, makeGuardian, signedInGuardian } from '@kantinekortet/testing';
import { LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { good } from './demo/demo-api.ts';
import { featureModules } from './features.ts';
import { aPaidMerchant } from './testing/school-scene.ts';

const paidOre = kr(200);

describe('a payment that is refunded here and disputed at the bank at once', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
    merchant = await aPaidMerchant(api, sandbox);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await Promise.all([api.close(), sandbox.stop()]);
    expect(findings).toEqual([]);
  });

  const aFamily = async () => {
    await api.database.query('DELETE FROM rate_limit');
    const { id: schoolId } = await aSchool(api, { merchantId: merchant.id });
    const pupil = await aPupil(api, schoolId);
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, pupil, person.id);
    const wish = { id: newId(), walletId: pupil.walletId, amountOre: paidOre, provider: merchant.provider };
    const { checkoutUrl } = await good(browser.post<{ checkoutUrl: string }>('top-ups', wish));
    await payWithCard(checkoutUrl, testCards.approved);
    await settle();
    const [payment] = (await sandbox.payments(merchant.id)).filter(({ reference }) => checkoutUrl.includes(reference));
    return { pupil, browser, reference: payment?.reference ?? '' };
  };
  /** All webhooks come, and the worker does what is asked of it. */
  const settle = async () => {
    await sandbox.webhooks(merchant.id);
    await api.deliverOutbox();
  };
  const account = async (schoolId: string, kind: string): Promise<number> => {
    const [row] = await api.database.query<{ ore: number }>(
      `SELECT coalesce(sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS ore
         FROM account a JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.school_id = $1 AND a.kind = $2`,
      [schoolId, kind],
    );
    return row?.ore ?? 0;
  };

  it.each([kr(200), kr(120), kr(60)])(
    'gives the payer what is hers, and what is more is owed (%i øre)',
    async (askedOre) => {
      const { pupil, browser, reference } = await aFamily();
      const { schoolId, walletId } = pupil;
      const before = await sandbox.account(merchant.id);
      await Promise.all([
        browser.post('refunds', { id: newId(), walletId, amountOre: askedOre }),
        sandbox.dispute(reference).then(settle),
        settle(),
      ]);
      await settle();
      const after = await sandbox.account(merchant.id);
      const goneOre = before.movedOre - after.movedOre;
      const { balanceOre, heldOre, claimedOre } = await api.get(WalletsService).get(api.database, schoolId, walletId);
      // Refunded first, the bank takes it once more; disputed first, the refund is refused or never sent.
      expect([paidOre, paidOre + askedOre]).toContain(goneOre);
      expect({ balanceOre, heldOre, claimedOre }).toEqual({ balanceOre: 0, heldOre: 0, claimedOre: goneOre - paidOre });
      expect(await account(schoolId, 'in_transit')).toBe(0);
      expect(await account(schoolId, 'clearing')).toBe(paidOre - goneOre);
    },
  );
});
