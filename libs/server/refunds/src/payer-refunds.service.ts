import { mustHaveJustSignedIn, type PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { PayerWallets } from './payer-wallets.ts';
import { RefundViews } from './refund-views.service.ts';
import { findRefundsOfPayer } from './refund-rows.ts';
import type {
  AskRefundRequest,
  FormerWalletList,
  FormerWalletView,
  RefundPage,
  RefundView,
  RefundableView,
  RefundsQuery,
} from './refund.dto.ts';
import { RefundNotFound } from './refund.errors.ts';
import { RefundsService } from './refunds.service.ts';

/** A person's own refunds. */
@Injectable()
export class PayerRefunds {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: PayerWallets;
  private readonly refunds: RefundsService;
  private readonly views: RefundViews;

  constructor(clock: Clock, database: Database, wallets: PayerWallets, refunds: RefundsService, views: RefundViews) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.refunds = refunds;
    this.views = views;
  }

  /** What the caller can have back of a wallet's money. Throws PupilNotFound, RemainderExceeded. */
  async refundable(caller: PersonPrincipal, walletId: string, amountOre: number | undefined): Promise<RefundableView> {
    const wallet = await this.wallets.find(caller, walletId);
    return this.views.refundable(wallet, caller.personId, amountOre);
  }

  /** Where the caller still has money of their own, though no longer a guardian. */
  async former({ personId }: PersonPrincipal): Promise<FormerWalletList> {
    const items: FormerWalletView[] = [];
    for (const wallet of await this.wallets.former(personId)) {
      const { walletId, firstName, schoolName, refundableOre } = await this.views.refundable(
        wallet,
        personId,
        undefined,
      );
      if (refundableOre > 0) items.push({ walletId, firstName, schoolName, refundableOre });
    }
    return { items };
  }

  /**
   * Asks for money back: it is held from now on. Throws SignInAgain, PupilNotFound, OperationConflict,
   * RemainderExceeded, PayoutAccountNeeded, PayoutAccountNotFound.
   */
  async ask(
    caller: PersonPrincipal,
    { id, walletId, amountOre, payoutAccountId }: AskRefundRequest,
  ): Promise<{ readonly isReplay: boolean; readonly refund: RefundView }> {
    const { personId } = caller;
    const { schoolId } = await this.wallets.find(caller, walletId);
    mustHaveJustSignedIn(caller, this.clock.now());
    const { isReplay } = await this.refunds.ask({
      id,
      schoolId,
      walletId,
      payerKind: 'person',
      payerId: personId,
      amountOre: amountOre ?? null,
      payoutAccountId: payoutAccountId ?? null,
      origin: 'guardian',
      askedBy: personId,
    });
    return { isReplay, refund: await this.views.one([schoolId], personId, id) };
  }

  /** The caller's refunds, newest first. */
  async list(caller: PersonPrincipal, query: RefundsQuery): Promise<RefundPage> {
    return this.views.list(await this.wallets.schoolIdsOf(caller.personId), caller.personId, query);
  }

  /** Throws RefundNotFound. */
  async get(caller: PersonPrincipal, id: string): Promise<RefundView> {
    return this.views.one(await this.wallets.schoolIdsOf(caller.personId), caller.personId, id);
  }

  /** Takes back what has not left. Throws RefundNotFound, RefundUnderWay. */
  async cancel(caller: PersonPrincipal, id: string): Promise<RefundView> {
    const { personId: payerId } = caller;
    const schoolIds = await this.wallets.schoolIdsOf(payerId);
    const [refund] = await findRefundsOfPayer(this.database, { schoolIds, payerId, id, limit: 1 });
    if (!refund) throw new RefundNotFound();
    await this.database.transaction((tx) => this.refunds.cancel(tx, refund, payerId));
    return this.views.one([refund.schoolId], payerId, id);
  }
}
