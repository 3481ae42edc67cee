import { newId, osloDay } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, signedInOffice, type TestPupil, type TestSchool } from '@kantinekortet/testing';
import { DepositsService, LedgerService, type Leg, type OperationKind } from '@kantinekortet/wallet';
import type { BooksDto } from '../books.dto.ts';
import { BooksProofService } from '../proof/books-proof.service.ts';

const dayMs = 24 * 60 * 60 * 1_000;
export const accountNumber = '90412263056';

/** A school of a merchant of its own, one of its pupils, and its office at work: what the specs of the books begin with. */
export class BooksScene {
  readonly api: TestApi;
  readonly school: TestSchool;
  readonly pupil: TestPupil;
  office: HttpClient;

  private constructor(api: TestApi, school: TestSchool, pupil: TestPupil, office: HttpClient) {
    this.api = api;
    this.school = school;
    this.pupil = pupil;
    this.office = office;
  }

  static async at(api: TestApi, given: Partial<TestSchool> = {}): Promise<BooksScene> {
    const school = await aSchool(api, given);
    const { browser } = await signedInOffice(api, school.id);
    return new BooksScene(api, school, await aPupil(api, school.id), browser);
  }

  /** Lets days pass, after which everyone has to sign in again. */
  async sleep(days = 1): Promise<void> {
    this.api.clock.advance(days * dayMs);
    this.office = (await signedInOffice(this.api, this.school.id)).browser;
  }

  get path(): string {
    return `schools/${this.school.id}`;
  }

  /** The day in Norway so many days ago. */
  daysAgo(days: number): string {
    return osloDay(new Date(this.api.clock.now().getTime() - days * dayMs));
  }

  async topUp(amountOre: number, { walletId }: TestPupil = this.pupil): Promise<void> {
    const id = newId();
    const { id: schoolId } = this.school;
    const from = { payerId: newId(), paymentReference: id, clearing: 'stripe' };
    const request = { id, schoolId, walletId, actor: 'system:test', occurredAt: this.api.clock.now() };
    await this.api.database.transaction((tx) =>
      this.api.get(DepositsService).topUp(tx, { ...request, ...from, amountOre }),
    );
  }

  sell(amountOre: number): Promise<void> {
    const { walletId } = this.pupil;
    return this.book('sale', { debit: { walletId }, credit: { account: 'revenue' }, amountOre });
  }

  /** The provider pays out to the client account. */
  settle(amountOre: number, occurredAt?: Date): Promise<void> {
    const credit = { account: 'clearing', name: 'stripe' } as const;
    return this.book('settlement', { debit: { account: 'client_bank' }, credit, amountOre }, occurredAt);
  }

  async book(kind: OperationKind, leg: Leg, occurredAt: Date = this.api.clock.now()): Promise<void> {
    const request = { id: newId(), schoolId: this.school.id, kind, actor: 'system:test', content: {}, occurredAt };
    await this.api.database.transaction((tx) =>
      this.api.get(LedgerService).book(tx, request, { result: {}, legs: [leg] }),
    );
  }

  setAccount(number: string = accountNumber) {
    return this.office.put(`${this.path}/client-account`, { accountNumber: number });
  }

  say(balance: { day: string; balanceOre: number; id?: string; note?: string }) {
    return this.office.post(`${this.path}/client-money/balances`, { id: newId(), ...balance });
  }

  takeFile(bytes: Buffer) {
    const headers = { 'Content-Type': 'application/octet-stream' };
    return this.office.request<Record<string, unknown>>('POST', `${this.path}/client-money/statements`, bytes, headers);
  }

  /** Proves once more, and gives the codes of what concerns this school. */
  async findings(isWhole = false): Promise<string[]> {
    const { findings } = await this.api.get(BooksProofService).run({ isWhole });
    return findings.filter(({ schoolId }) => schoolId === this.school.id).map(({ finding }) => finding);
  }

  async books(): Promise<BooksDto> {
    const { status, body } = await this.office.get<BooksDto>(`${this.path}/books`);
    if (status !== 200) throw new Error(`The books were answered with ${status}`);
    return body;
  }
}

/** A bank's file with one statement of an account and its closing booked balance. */
export function camt053(given: { account?: string; day: string; amount: string; side?: string; currency?: string }) {
  const { account = `<Othr><Id>${accountNumber}</Id></Othr>`, day, amount, side = 'CRDT', currency = 'NOK' } = given;
  const balance = (code: string, value: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${value}</Amt>` +
    `<CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">` +
      `<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>STM-${day}</Id>` +
      `<Acct><Id>${account}</Id><Ccy>NOK</Ccy></Acct>${balance('OPBD', '1.00')}${balance('CLBD', amount)}</Stmt>` +
      `</BkToCstmrStmt></Document>`,
  );
}
