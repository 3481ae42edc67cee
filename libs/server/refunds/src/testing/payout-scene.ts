import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { signedInOffice, type SignedIn } from '@kantinekortet/testing';
import { ClientAccounts } from '@kantinekortet/schools';
import { DepositsService } from '@kantinekortet/wallet';
import type { BankAnswerDto, PayoutDto } from '../payouts/payout.dto.ts';
import type { RefundView } from '../refund.dto.ts';
import { RefundScene, type Family, type Payer } from './refund-scene.ts';

const dayMs = 24 * 3_600_000;

/** A family with money that only the bank can send back, two people at the office, and the merchant's account. */
export class PayoutScene {
  readonly refunds: RefundScene;
  readonly family: Family;
  readonly mother: Payer;
  preparer: SignedIn;
  approver: SignedIn;
  readonly path: string;

  private constructor(refunds: RefundScene, family: Family, mother: Payer, people: readonly [SignedIn, SignedIn]) {
    this.refunds = refunds;
    this.family = family;
    this.mother = mother;
    [this.preparer, this.approver] = people;
    this.path = `schools/${family.pupil.schoolId}`;
  }

  static async of(refunds: RefundScene, { hasAgreement = true } = {}): Promise<PayoutScene> {
    const family = await refunds.aFamily();
    await refunds.pay(family, family.mother, kr(80));
    refunds.api.clock.advance(366 * dayMs);
    const { schoolId } = family.pupil;
    const office = () => signedInOffice(refunds.api, schoolId);
    const people = [await office(), await office()] as const;
    const scene = new PayoutScene(refunds, family, await refunds.again(family.mother), people);
    if (hasAgreement) await scene.agree();
    return scene;
  }

  private async agree(): Promise<void> {
    const { api } = this.refunds;
    const by = { recordedBy: this.preparer.person.id, recordedAt: api.clock.now() };
    const account = { accountNumber: '90412263056', bic: 'DNBANOKK', merchantId: this.family.merchantId };
    await api.database.transaction((tx) => api.get(ClientAccounts).set(tx, { ...account, ...by }));
    const { status } = await this.preparer.browser.put(`${this.path}/bank-agreement`, { customerId: '00912345678' });
    expect(status).toBe(200);
  }

  /** Asks for some of the mother's money, to an account that she gives and that may be used at once. */
  async ask(amountOre: number, accountNumber = '12345678903'): Promise<RefundView> {
    const { walletId } = this.family.pupil;
    const account = { holderName: 'Kari Nordmann', accountNumber };
    const mother = await this.refunds.again(this.mother);
    const { body, status } = await mother.browser.put<{ id: string }>(`wallets/${walletId}/payout-account`, account);
    expect(status).toBe(200);
    const refund = await this.refunds.asked(mother, this.family.pupil, { amountOre, payoutAccountId: body.id });
    await this.pass(3 * dayMs + 1_000);
    return refund;
  }

  /** Lets time pass, the worker look, and the office sign in again. */
  async pass(ms: number): Promise<void> {
    const { api } = this.refunds;
    const { schoolId } = this.family.pupil;
    api.clock.advance(ms);
    await this.refunds.tick();
    this.preparer = await signedInOffice(api, schoolId, this.preparer.person);
    this.approver = await signedInOffice(api, schoolId, this.approver.person);
  }

  prepare(id = newId(), by = this.preparer) {
    return by.browser.post<PayoutDto>(`${this.path}/payouts`, { id });
  }

  /** A file that one person prepared, another approved and that has left. */
  async aSentFile(): Promise<PayoutDto> {
    const { body } = await this.prepare();
    const file = `${this.path}/payouts/${body.id}`;
    expect(await this.approver.browser.post(`${file}/approve`)).toMatchObject({ status: 200 });
    expect(await this.preparer.browser.post(`${file}/file`)).toMatchObject({ status: 200 });
    return this.file(body.id);
  }

  async file(id: string): Promise<PayoutDto> {
    const { body, status } = await this.preparer.browser.get<PayoutDto>(`${this.path}/payouts/${id}`);
    expect(status).toBe(200);
    return body;
  }

  /** What the bank knows the lines of a file by, in their order. */
  async endToEndIds(payoutId: string): Promise<string[]> {
    const rows = await this.refunds.api.database.query<{ id: string }>(
      'SELECT end_to_end_id AS id FROM payout_line WHERE file_id = $1 ORDER BY number',
      [payoutId],
    );
    return rows.map(({ id }) => id);
  }

  answer(bytes: Buffer, by = this.preparer) {
    const type = { 'content-type': 'application/octet-stream' };
    return by.browser.request<BankAnswerDto>('POST', `${this.path}/payout-answers`, bytes, type);
  }

  /** Money that a third person at the office received for the pupil, on 20 November. */
  async receive(amountOre: number, method: 'invoice' | 'terminal' = 'invoice'): Promise<SignedIn> {
    const { api } = this.refunds;
    const { schoolId, id: pupilId } = this.family.pupil;
    const clerk = await signedInOffice(api, schoolId);
    const operation = this.refunds.operation(this.family.pupil);
    const payerId = newId();
    await api.database.transaction(async (tx) => {
      await tx.query('INSERT INTO household_payer (school_id, id, pupil_id) VALUES ($1, $2, $3)', [
        schoolId,
        payerId,
        pupilId,
      ]);
      const money = { amountOre, payerId, paymentReference: operation.id, clearing: `office_${method}` };
      await api.get(DepositsService).topUp(tx, { ...operation, ...money });
      await tx.query(
        `INSERT INTO office_receipt (school_id, id, pupil_id, payer_id, amount_ore, method, reference, paid_on,
                                     received_by, received_at)
         VALUES ($1, $2, $3, $4, $5, $7, '17', '2026-11-20', $6, now())`,
        [schoolId, operation.id, pupilId, payerId, amountOre, clerk.person.id, method],
      );
    });
    return clerk;
  }
}
