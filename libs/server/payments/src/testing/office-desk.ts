import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPupil,
  aSchool,
  signedInOffice,
  type TestPerson,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { ClaimsService, FeesService, WalletsService } from '@kantinekortet/wallet';
import type { OfficeReceiptDto, ReceiveMoneyRequest } from '../office-receipts/office-receipt.dto.ts';
import { PaymentsModule } from '../payments.module.ts';
import type { TerminalDayDto } from '../terminal-days/terminal-day.dto.ts';

/** What a screen sends. */
export type Payment = {
  readonly [Field in keyof Omit<ReceiveMoneyRequest, 'language'>]: ReceiveMoneyRequest[Field];
} & {
  readonly language?: string;
};

/** A school's office that receives money, with somebody behind the desk. */
export class OfficeDesk {
  readonly api: TestApi;
  readonly school: TestSchool;
  readonly person: TestPerson;
  readonly browser: HttpClient;

  private constructor(api: TestApi, school: TestSchool, signedIn: { person: TestPerson; browser: HttpClient }) {
    this.api = api;
    this.school = school;
    this.person = signedIn.person;
    this.browser = signedIn.browser;
  }

  static async open(): Promise<OfficeDesk> {
    const api = await startTestApi({ imports: [PaymentsModule] });
    return OfficeDesk.at(api);
  }

  /** A desk at a school of its own. */
  static async at(api: TestApi): Promise<OfficeDesk> {
    const school = await aSchool(api);
    return new OfficeDesk(api, school, await signedInOffice(api, school.id));
  }

  get today(): string {
    return osloDay(this.api.clock.now());
  }

  aPupil(): Promise<TestPupil> {
    return aPupil(this.api, this.school.id, { firstName: 'Åse', lastName: 'Bjørn' });
  }

  payment(change: Partial<Payment> = {}): Payment {
    const id = newId();
    return { id, amountOre: kr(200), method: 'terminal', reference: id.slice(-8), paidOn: this.today, ...change };
  }

  post(pupil: TestPupil, payment: Payment, browser = this.browser): Promise<Answer<OfficeReceiptDto>> {
    return browser.post<OfficeReceiptDto>(`${this.path}/pupils/${pupil.id}/office-receipts`, payment);
  }

  /** Receives a payment, which must succeed. */
  async receive(pupil: TestPupil, change: Partial<Payment> = {}): Promise<OfficeReceiptDto> {
    const { status, body } = await this.post(pupil, this.payment(change));
    expect([status, body.reversal]).toEqual([201, null]);
    return body;
  }

  reverse(
    receiptId: string,
    request = { id: newId(), reason: 'Feil elev' },
    browser = this.browser,
  ): Promise<Answer<OfficeReceiptDto>> {
    return browser.post<OfficeReceiptDto>(`${this.path}/office-receipts/${receiptId}/reversal`, request);
  }

  close(
    day: string,
    request: { terminalTotalOre: number; note?: string },
    browser = this.browser,
  ): Promise<Answer<TerminalDayDto & { code?: string }>> {
    return browser.post<TerminalDayDto>(`${this.path}/terminal-days/${day}/close`, request);
  }

  get path(): string {
    return `schools/${this.school.id}`;
  }

  async balance(pupil: TestPupil): Promise<number> {
    const wallet = await this.api.get(WalletsService).get(this.api.database, this.school.id, pupil.walletId);
    return wallet.balanceOre;
  }

  /** Lets the pupil owe an amount. */
  async owe(pupil: TestPupil, amountOre: number): Promise<void> {
    await this.api.database.transaction((tx) =>
      this.api.get(ClaimsService).raise(tx, {
        ...this.operation(pupil),
        amountOre,
        reason: 'replacement_fee',
        credit: { account: 'fee_income' },
      }),
    );
  }

  /** Takes money from the wallet, as a fee does. */
  async spend(pupil: TestPupil, amountOre: number): Promise<void> {
    await this.api.database.transaction((tx) =>
      this.api
        .get(FeesService)
        .charge(tx, { ...this.operation(pupil), amountOre, lunchFloorOre: 0, reason: 'replacement_fee' }),
    );
  }

  private operation(pupil: TestPupil) {
    const { walletId, schoolId } = pupil;
    return { id: newId(), schoolId, walletId, actor: 'system:test', occurredAt: this.api.clock.now() };
  }
}
