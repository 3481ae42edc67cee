import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, Mail, type Tx } from '@kantinekortet/platform';
import { PupilAccess, SchoolsService, type PupilKey } from '@kantinekortet/schools';
import { DepositsService, OperationConflict, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { isEnrolled } from '../directory.ts';
import { lockDayOfReceipt } from '../terminal-days/lock-terminal-day.ts';
import { TerminalDayClosed } from '../terminal-days/terminal-day.errors.ts';
import { merchantOf } from '../merchant.ts';
import { judgeAmount } from '../top-up-limits.ts';
import { openAmountOre } from '../top-up-rows.ts';
import { PupilHasLeft } from '../top-up.errors.ts';
import { householdPayer } from './household-payer.ts';
import {
  findSamePayment,
  insertReceipt,
  readReceipt,
  readShownReceipt,
  type OfficeReceipt,
} from './office-receipt-rows.ts';
import type { OfficeReceiptDto, ReceiveMoneyRequest } from './office-receipt.dto.ts';
import { OfficeReceiptNotFound, PaymentRecordedBefore } from './office-receipt.errors.ts';
import { receiptLetter } from './receipt-letter.ts';
import { judgePaidOn, officeLimits } from './receipt-limits.ts';

type Wish = Omit<OfficeReceipt, 'payerId'>;

/** Money that the office receives by bank terminal or invoice, for families without a profile. */
@Injectable()
export class OfficeReceiptsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly access: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly deposits: DepositsService;
  private readonly mail: Mail;

  constructor(
    database: Database,
    clock: Clock,
    access: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    deposits: DepositsService,
    mail: Mail,
  ) {
    this.database = database;
    this.clock = clock;
    this.access = access;
    this.schools = schools;
    this.wallets = wallets;
    this.deposits = deposits;
    this.mail = mail;
  }

  /**
   * Puts received money on a pupil's wallet, as the household's; what is owed is settled first. The same request again
   * gets the first receipt and no second mail. Throws PupilNotFound, PupilHasLeft, PaidOnImplausible, AmountOutOfRange,
   * BalanceCapReached, TerminalDayClosed, PaymentRecordedBefore, OperationConflict.
   */
  async receive(
    caller: PersonPrincipal,
    schoolId: string,
    pupilId: string,
    request: ReceiveMoneyRequest,
  ): Promise<{ readonly isReplay: boolean; readonly receipt: OfficeReceiptDto }> {
    const pupil = await this.access.atSchool(schoolId, pupilId);
    const { settings } = await this.schools.get(schoolId);
    const wish = this.toReceipt(caller, pupil, request);
    return this.database.transaction(async (tx) => {
      const isDayOpen = await lockDayOfReceipt(tx, wish);
      const wallet = await this.wallets.lock(tx, schoolId, pupil.walletId);
      const earlier = await readReceipt(tx, schoolId, wish.id);
      if (earlier && !isSameWish(earlier, wish)) throw new OperationConflict();
      if (!earlier) {
        judgePaidOn(wish.paidOn, wish.receivedAt);
        if (!(await isEnrolled(tx, pupil))) throw new PupilHasLeft();
        if (!isDayOpen) throw new TerminalDayClosed(wish.paidOn);
        const openOre = await openAmountOre(tx, schoolId, pupil.walletId, this.clock.now());
        judgeAmount(wish.amountOre, officeLimits(settings), wallet, openOre);
        await this.book(tx, pupil, wish);
      }
      const receipt = await readShownReceipt(tx, schoolId, wish.id);
      if (!receipt) throw new OfficeReceiptNotFound();
      if (!earlier && request.email !== undefined) {
        const reader = { email: request.email, language: request.language };
        await this.mail.queue(tx, receiptLetter(receipt, await merchantOf(tx, schoolId), reader));
      }
      return { isReplay: earlier !== undefined, receipt };
    });
  }

  private async book(tx: Tx, pupil: PupilKey, wish: Wish): Promise<void> {
    const { id, schoolId, amountOre, method, reference, payerName, receivedBy, receivedAt } = wish;
    const payerId = await householdPayer(tx, pupil, payerName);
    const same = await findSamePayment(tx, { ...wish, payerId });
    if (same !== undefined) throw new PaymentRecordedBefore(same);
    await this.deposits.topUp(tx, {
      id,
      schoolId,
      walletId: pupil.walletId,
      actor: `person:${receivedBy}`,
      occurredAt: receivedAt,
      amountOre,
      clearing: `office_${method}`,
      payerId,
      paymentReference: id,
      facts: { paymentMethod: method, paymentReference: reference },
    });
    await insertReceipt(tx, { ...wish, payerId });
  }

  private toReceipt(
    { personId }: PersonPrincipal,
    { schoolId, pupilId }: PupilKey,
    request: ReceiveMoneyRequest,
  ): Wish {
    const { id, amountOre, method, reference, paidOn, payerName = null } = request;
    const receivedAt = this.clock.now();
    return { schoolId, id, pupilId, amountOre, method, reference, paidOn, payerName, receivedBy: personId, receivedAt };
  }
}

function isSameWish(earlier: OfficeReceipt, wish: Wish): boolean {
  return (
    earlier.receivedBy === wish.receivedBy &&
    earlier.pupilId === wish.pupilId &&
    earlier.amountOre === wish.amountOre &&
    earlier.method === wish.method &&
    earlier.reference === wish.reference &&
    earlier.paidOn === wish.paidOn &&
    earlier.payerName === wish.payerName
  );
}
