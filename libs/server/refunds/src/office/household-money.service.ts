import type { PersonPrincipal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PupilAccess, type PupilKey } from '@kantinekortet/schools';
import { LayersService, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { PayoutAccountRequest } from '../accounts/payout-account.dto.ts';
import { PayoutAccounts } from '../accounts/payout-accounts.service.ts';
import { findPayersAccount, type KnownAccount } from '../payout-account-rows.ts';
import { afterClaims, sumOf } from '../plan-refund.ts';
import { RemainderExceeded } from '../refund.errors.ts';
import { RefundsService } from '../refunds.service.ts';
import type { HouseholdMoneyView, HouseholdRefundRequest } from './office-refund.dto.ts';

/** Money that the office received for a family without a profile, on its way back to the account that the family gives. */
@Injectable()
export class HouseholdMoney {
  private readonly database: Database;
  private readonly access: PupilAccess;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;
  private readonly accounts: PayoutAccounts;
  private readonly refunds: RefundsService;

  constructor(
    database: Database,
    access: PupilAccess,
    wallets: WalletsService,
    layers: LayersService,
    accounts: PayoutAccounts,
    refunds: RefundsService,
  ) {
    this.database = database;
    this.access = access;
    this.wallets = wallets;
    this.layers = layers;
    this.accounts = accounts;
    this.refunds = refunds;
  }

  /** What is left of it, and where it would go. Throws PupilNotFound. */
  async get(schoolId: string, pupilId: string): Promise<HouseholdMoneyView> {
    const pupil = await this.access.atSchool(schoolId, pupilId);
    const payerId = await this.payerOf(pupil);
    if (payerId === undefined) return { refundableOre: 0, account: null };
    const { claimedOre } = await this.wallets.get(this.database, schoolId, pupil.walletId);
    const left = afterClaims(await this.layers.remainders(this.database, schoolId, pupil.walletId), claimedOre);
    const account = await findPayersAccount(this.database, schoolId, payerId);
    return {
      refundableOre: sumOf(left.filter((layer) => layer.payerId === payerId)),
      account: account ? toView(account) : null,
    };
  }

  /** Records the account that the family gave. Throws PupilNotFound, RemainderExceeded when there never was any money. */
  async recordAccount(
    { personId }: PersonPrincipal,
    schoolId: string,
    pupilId: string,
    request: PayoutAccountRequest,
  ): Promise<HouseholdMoneyView> {
    const payerId = await this.mustHavePayer(await this.access.atSchool(schoolId, pupilId));
    await this.accounts.record({ schoolId, payerKind: 'household', payerId, recordedBy: personId }, request);
    return this.get(schoolId, pupilId);
  }

  /**
   * Asks for it: held from now on, and sent when somebody else has approved it. Throws PupilNotFound,
   * OperationConflict, RemainderExceeded, PayoutAccountNotFound.
   */
  async ask(
    caller: PersonPrincipal,
    schoolId: string,
    { id, pupilId, amountOre, payoutAccountId, caseId }: HouseholdRefundRequest,
  ): Promise<{ readonly isReplay: boolean }> {
    const pupil = await this.access.atSchool(schoolId, pupilId);
    return this.refunds.ask({
      id,
      schoolId,
      walletId: pupil.walletId,
      payerKind: 'household',
      payerId: await this.mustHavePayer(pupil),
      amountOre: amountOre ?? null,
      payoutAccountId,
      origin: 'office',
      askedBy: caller.personId,
      caseId,
    });
  }

  private async mustHavePayer(pupil: PupilKey): Promise<string> {
    const payerId = await this.payerOf(pupil);
    if (payerId === undefined) throw new RemainderExceeded(0);
    return payerId;
  }

  private async payerOf({ schoolId, pupilId }: PupilKey): Promise<string | undefined> {
    const [payer] = await this.database.query<{ id: string }>(
      'SELECT id FROM household_payer WHERE school_id = $1 AND pupil_id = $2',
      [schoolId, pupilId],
    );
    return payer?.id;
  }
}

function toView({ id, last4, holderName, usableAt }: KnownAccount) {
  return { id, last4, holderName, usableAt };
}
