import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, DomainError } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { findRefund } from '../refund-rows.ts';
import { RefundsService } from '../refunds.service.ts';
import { LeaverMoney, type LeaversPayer } from './leaver-money.service.ts';
import type { LeaverList, LeaverRefundItem, LeaversPayerView, PaidLeavers } from './leaver.dto.ts';
import { NotALeaver } from './leaver.errors.ts';

/** Money of those who have left: shown in one list, and paid back in one go, unasked where its source takes it. */
@Injectable()
export class Leavers {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly money: LeaverMoney;
  private readonly refunds: RefundsService;

  constructor(clock: Clock, database: Database, money: LeaverMoney, refunds: RefundsService) {
    this.clock = clock;
    this.database = database;
    this.money = money;
    this.refunds = refunds;
  }

  /** Everyone who has left and whose card is not empty, with whose money it is. */
  async list(schoolId: string): Promise<LeaverList> {
    const leavers = await this.money.leavers(schoolId, this.clock.now());
    const items = [];
    for (const { pupilId, walletId, pupilName, leftAt } of leavers) {
      const payers = (await this.money.payersOf(schoolId, walletId)).map(toView);
      items.push({ pupilId, walletId, pupilName, leftAt, payers });
    }
    return { items };
  }

  /**
   * Starts the refunds that were previewed, each on its own: one that is refused keeps no other back. The same again
   * changes nothing.
   */
  async pay(caller: PersonPrincipal, schoolId: string, items: readonly LeaverRefundItem[]): Promise<PaidLeavers> {
    const left = new Set((await this.money.leavers(schoolId, this.clock.now())).map(({ walletId }) => walletId));
    const paid: PaidLeavers = { count: 0, refused: [] };
    for (const item of items) {
      try {
        await this.payOne(caller, schoolId, item, left.has(item.walletId));
        paid.count += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        paid.refused.push({ walletId: item.walletId, code: error.code });
      }
    }
    return paid;
  }

  private async payOne(
    { personId }: PersonPrincipal,
    schoolId: string,
    { id, walletId, payerId, amountOre }: LeaverRefundItem,
    hasLeft: boolean,
  ): Promise<void> {
    const wish = { id, schoolId, walletId, payerId, amountOre, origin: 'leaver', askedBy: personId } as const;
    // A card that was emptied by this very request stands in no list any more.
    const earlier = await findRefund(this.database, schoolId, id);
    const payers = hasLeft ? await this.money.payersOf(schoolId, walletId) : [];
    const payer = payers.find((found) => found.payerId === payerId);
    const payerKind = earlier?.payerKind ?? payer?.payerKind;
    if (payerKind === undefined) throw new NotALeaver();
    const payoutAccountId = earlier ? earlier.requestedAccountId : (payer?.account?.id ?? null);
    await this.refunds.ask({ ...wish, payerKind, payoutAccountId });
  }
}

function toView({ account, ...payer }: LeaversPayer): LeaversPayerView {
  const { providerOre, bankOre } = payer;
  return { ...payer, accountLast4: account?.last4 ?? null, sendableOre: providerOre + (account ? bankOre : 0) };
}
