import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { PaymentProviders, type PayoutLine } from '@kantinekortet/providers';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { aSchool, signedInOffice } from '@kantinekortet/testing';
import { TopUpScene, type Family } from '../testing/top-up-scene.ts';
import type { ClearingsDto, SettlementLinePage, SettlementPage } from './settlement.dto.ts';
import { insertReport } from './report-rows.ts';
import { SettleReports } from './settle-reports.service.ts';
import { SettlementsJob } from './settlements.job.ts';

/** What the sandbox keeps of a payment of 200 kr. */
const costOf200 = 300 + 180;

describe('what a provider pays out', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(() => scene.close());

  const takeIn = () => scene.api.get(SettlementsJob).run();
  const payOut = () => scene.sandbox.issuePayout(family.merchant.id);
  const pay = async (change: Parameters<TopUpScene['start']>[1] = {}, from = family): Promise<string> => {
    const { id, checkoutUrl } = await scene.start(from, change);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(from);
    return id;
  };
  /** What the ledger has on each account of one kind at a school, in øre, debits minus credits. */
  const onAccount = async (kind: string, schoolId = family.school.id): Promise<number> => {
    const [row] = await scene.api.database.query<{ ore: number }>(
      `SELECT coalesce(sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS ore
         FROM account a JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.school_id = $1 AND a.kind = $2`,
      [schoolId, kind],
    );
    return row?.ore ?? 0;
  };
  const settlements = (schoolId = family.school.id) =>
    scene.api.database.query<{ grossOre: number; costOre: number; number: number }>(
      `SELECT gross_ore AS "grossOre", cost_ore AS "costOre", number FROM settlement WHERE school_id = $1 ORDER BY id`,
      [schoolId],
    );
  const tasks = (schoolId = family.school.id) =>
    scene.api.database.query<{ facts: object }>(
      `SELECT facts, resolution FROM office_task WHERE school_id = $1 AND kind = 'settlement_difference'`,
      [schoolId],
    );
  /** Somebody pays this merchant what was not asked for here. */
  const payUnasked = async (paymentId: string = newId()): Promise<void> => {
    const account = await scene.api.get(PaymentProviders).accountOf(family.school.merchantId, family.merchant.provider);
    const { checkoutUrl } = await account.createPayment({
      ...{ paymentId, amountOre: kr(70), description: 'Ukjent', language: 'nb' },
      ...{ returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' },
      expiresAt: new Date(Date.now() + 7_200_000),
    });
    await payWithCard(checkoutUrl, testCards.approved);
  };

  it('takes the clearing account to zero, with the money on the client account and the costs beside it', async () => {
    await pay();
    await pay();
    expect(await onAccount('clearing')).toBe(kr(400));
    await payOut();
    await takeIn();
    expect(await onAccount('clearing')).toBe(0);
    expect(await onAccount('provider_cost')).toBe(2 * costOf200);
    const { paidOutOre } = await scene.sandbox.account(family.merchant.id);
    expect(await onAccount('client_bank')).toBe(paidOutOre);
    expect(await settlements()).toEqual([{ grossOre: kr(400), costOre: 2 * costOf200, number: 1 }]);
    expect(await tasks()).toEqual([]);
  });

  it('is shown to the office with its lines, as a table too, and with what nobody could match', async () => {
    const id = await pay();
    await payUnasked();
    await payOut();
    await takeIn();
    const { browser: office } = await signedInOffice(scene.api, family.school.id);
    const path = `schools/${family.school.id}`;
    const [settlement] = (await office.get<SettlementPage>(`${path}/settlements`)).body.items;
    const netOre = kr(200) - costOf200;
    expect(settlement).toMatchObject({ method: 'card', source: 'report', netOre, recordedBy: null });
    const lines = await office.get<SettlementLinePage>(`${path}/settlements/${settlement?.id ?? ''}/lines`);
    const line = { kind: 'payment', subjectId: id, amountOre: kr(200), costOre: costOf200 };
    expect(lines.body).toMatchObject({ items: [line], nextCursor: null });
    const table = await office.get(`${path}/settlements/${settlement?.id ?? ''}/lines.csv`);
    expect(table.bytes.toString('utf8')).toContain(`;Påfylling;${id};200,00;4,80;195,20`);
    const { body } = await office.get<ClearingsDto>(`${path}/clearings`);
    expect(body.openLines).toMatchObject([{ method: 'card', kind: 'payment', amountOre: kr(70), costOre: 285 }]);
    expect(body.clearings[0]).toMatchObject({ method: 'card', waitingOre: 0, hasReports: true });
  });

  it('counts from the day on which the bank had it', async () => {
    await pay();
    await payOut();
    scene.api.clock.advance(3 * 24 * 60 * 60 * 1_000);
    await takeIn();
    scene.api.clock.advance(-3 * 24 * 60 * 60 * 1_000);
    const [row] = await scene.api.database.query<{ isThatDay: boolean }>(
      `SELECT o.occurred_at = r.arrived_at AND r.arrived_at = s.received_at AS "isThatDay"
         FROM settlement s JOIN operation o ON o.school_id = s.school_id AND o.id = s.operation_id
         JOIN payout_report r ON r.merchant_id = $2 AND r.reference = s.reference WHERE s.school_id = $1`,
      [family.school.id, family.school.merchantId],
    );
    expect(row).toEqual({ isThatDay: true });
  });

  it('is settled once, however often it is taken in and by however many workers', async () => {
    await pay();
    await payOut();
    await Promise.all([takeIn(), takeIn(), takeIn()]);
    await takeIn();
    expect(await settlements()).toHaveLength(1);
    expect(await onAccount('clearing')).toBe(0);
  });

  it('is settled once by what it is about: a payment under a second reference is asked about', async () => {
    await pay();
    await payOut();
    await takeIn();
    const { merchantId } = family.school;
    const key = { merchantId, provider: family.merchant.provider };
    const twice = { ...key, reference: 'po_twice' };
    await scene.api.database.transaction(async (tx) => {
      const [line] = await tx.query<PayoutLine[]>(
        `SELECT kind, subject_reference AS "subjectReference", our_id AS "ourId", amount_ore AS "amountOre",
                cost_ore AS "costOre" FROM payout_report_line WHERE merchant_id = $1`,
        [merchantId],
      );
      if (!line) throw new Error('No line came in');
      const lines = ['txn_a', 'txn_b'].map((lineReference) => ({ ...line, lineReference }));
      const arrivesAt = scene.api.clock.now();
      const report = { reportReference: twice.reference, arrivesAt, amountOre: kr(390), currency: 'NOK', lines };
      await insertReport(tx, key, report, arrivesAt);
    });
    await Promise.all([1, 2].map(() => scene.api.get(SettleReports).settle(twice)));
    expect(await onAccount('clearing')).toBe(0);
    expect(await settlements()).toHaveLength(1);
    expect(await tasks()).toMatchObject([{ facts: { reference: 'po_twice', lineCount: 2 }, resolution: null }]);
  });

  it('asks the office about a line that nobody here knows, once, and settles the others', async () => {
    await pay();
    await payUnasked();
    await payOut();
    await takeIn();
    await takeIn();
    expect(await onAccount('clearing')).toBe(0);
    expect(await settlements()).toMatchObject([{ grossOre: kr(200) }]);
    const keptOre = kr(70) - 105 - 180;
    expect(await tasks()).toMatchObject([{ facts: { lineCount: 1, differenceOre: keptOre }, resolution: null }]);
  });

  it('asks the office about a payment whose amount differs, and settles it when a person has decided', async () => {
    await scene.sandbox.order({ kind: 'amount_differs', merchantId: family.merchant.id });
    const id = await pay();
    await payOut();
    await takeIn();
    expect(await settlements()).toEqual([]);
    expect(await tasks()).toMatchObject([{ facts: { lineCount: 1 }, resolution: null }]);
    const [found] = await scene.api.database.query<{ ore: number }>(
      'SELECT paid_amount AS ore FROM payment_discrepancy WHERE school_id = $1 AND top_up_id = $2',
      [family.school.id, id],
    );
    await scene.api.database.query(`UPDATE top_up SET status = 'returned' WHERE id = $1`, [id]);
    await takeIn();
    expect(await settlements()).toMatchObject([{ grossOre: found?.ore }]);
    expect(await tasks()).toMatchObject([{ resolution: 'settled' }]);
  });

  it('settles a line that was unknown when it came, as soon as the payment is booked', async () => {
    await pay();
    const id = await pay();
    await scene.api.database.query(`UPDATE top_up SET status = 'expired' WHERE id = $1`, [id]);
    await payOut();
    await takeIn();
    expect(await onAccount('clearing')).toBe(kr(200));
    await scene.api.database.query(`UPDATE top_up SET status = 'paid' WHERE id = $1`, [id]);
    await takeIn();
    expect(await onAccount('clearing')).toBe(0);
    expect(await settlements()).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await tasks()).toMatchObject([{ resolution: 'settled' }]);
  });

  it('gives each school of the merchant its part, also of one payment for children at both', async () => {
    const other = await aSchool(scene.api, { merchantId: family.school.merchantId });
    const sibling = await scene.aSibling(family, other);
    const siblings = [{ id: newId(), walletId: sibling.walletId, amountOre: kr(300) }];
    await pay({ amountOre: kr(100), siblings });
    await pay({ amountOre: kr(50) }, sibling);
    await payOut();
    await takeIn();
    const { paidOutOre, costOre } = await scene.sandbox.account(family.merchant.id);
    expect([await onAccount('clearing'), await onAccount('clearing', other.id)]).toEqual([0, 0]);
    expect((await onAccount('client_bank')) + (await onAccount('client_bank', other.id))).toBe(paidOutOre);
    const costs = await Promise.all([onAccount('provider_cost'), onAccount('provider_cost', other.id)]);
    expect(costs[0] + costs[1]).toBe(costOre);
    expect(await settlements()).toMatchObject([{ grossOre: kr(100) }]);
    expect(await settlements(other.id)).toMatchObject([{ grossOre: kr(350) }]);
  });

  it('does not settle for one merchant what is booked at another', async () => {
    const stranger = await scene.aFamily();
    const id = await pay({ amountOre: kr(70) }, stranger);
    await payUnasked(`${stranger.school.id}${id}`.replaceAll('-', ''));
    await payOut();
    await takeIn();
    expect(await onAccount('clearing', stranger.school.id)).toBe(kr(70));
    expect(await settlements(stranger.school.id)).toEqual([]);
    expect(await tasks()).toMatchObject([{ facts: { lineCount: 1 } }]);
  });

  it('comes in when the provider answers again, and the others are not kept from it', async () => {
    const other = await scene.aFamily();
    await pay();
    await payOut();
    await pay({}, other);
    await scene.sandbox.issuePayout(other.merchant.id);
    await scene.sandbox.order({
      ...{ kind: 'unavailable_503', merchantId: family.merchant.id, operation: 'payouts.list', times: 4 },
    });
    await takeIn();
    expect([await onAccount('clearing'), await onAccount('clearing', other.school.id)]).toEqual([kr(200), 0]);
    await takeIn();
    await takeIn();
    expect(await onAccount('clearing')).toBe(0);
  });

  it('comes in as a whole when the provider breaks off in the middle of a report', async () => {
    await pay();
    await payOut();
    await scene.sandbox.order({
      ...{ kind: 'unavailable_503', merchantId: family.merchant.id, operation: 'balanceTransactions.list', times: 4 },
    });
    await takeIn();
    expect(
      await scene.api.database.query('SELECT FROM payout_report WHERE merchant_id = $1', [family.school.merchantId]),
    ).toEqual([]);
    await takeIn();
    await takeIn();
    expect(await onAccount('clearing')).toBe(0);
  });

  it('is caught up with after weeks without us', async () => {
    await pay();
    await payOut();
    await takeIn();
    await pay();
    await payOut();
    await pay();
    await payOut();
    const sixWeeksMs = 42 * 24 * 60 * 60 * 1_000;
    scene.api.clock.advance(sixWeeksMs);
    await takeIn();
    scene.api.clock.advance(-sixWeeksMs);
    expect(await onAccount('clearing')).toBe(0);
    expect(await settlements()).toHaveLength(3);
  });
});
