import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, newId, osloDay, Secrets, type Tx, workingDayAfter } from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { OperationConflict, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { PayoutAccounts } from '../accounts/payout-accounts.service.ts';
import { writePain001 } from '../bank/write-pain001.ts';
import { HangingMoney } from '../hanging/hanging-money.ts';
import { RefundParts } from '../refund-parts.service.ts';
import { RefundTasks } from '../refund-tasks.ts';
import { BankSettings } from './bank-settings.service.ts';
import { insertPayout } from './insert-payout.ts';
import { isOutdated, lockReadyParts, lockLines, lockPayout, lockPreparing, type Payout } from './payout-rows.ts';
import { payoutMayBecome, type PayoutStatus } from './payout-status.ts';
import {
  NothingToPay,
  PayoutNotFound,
  PayoutNotInState,
  PayoutOutdated,
  PreparerCannotApprove,
} from './payout.errors.ts';

const contentPurpose = 'payout-file';

/** A payment file as it goes to the bank. */
export interface PayoutFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Files for the merchant's bank: one person prepares, another approves, and then the money leaves with the file. */
@Injectable()
export class Payouts {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly secrets: Secrets;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly accounts: PayoutAccounts;
  private readonly bank: BankSettings;
  private readonly parts: RefundParts;
  private readonly tasks: RefundTasks;
  private readonly hanging: HangingMoney;

  constructor(
    clock: Clock,
    database: Database,
    secrets: Secrets,
    schools: SchoolsService,
    wallets: WalletsService,
    accounts: PayoutAccounts,
    bank: BankSettings,
    parts: RefundParts,
    tasks: RefundTasks,
    hanging: HangingMoney,
  ) {
    this.clock = clock;
    this.database = database;
    this.secrets = secrets;
    this.schools = schools;
    this.wallets = wallets;
    this.accounts = accounts;
    this.bank = bank;
    this.parts = parts;
    this.tasks = tasks;
    this.hanging = hanging;
  }

  /**
   * Writes a file of everything that is ready for the bank. The same request again changes nothing. Throws NothingToPay,
   * BankSettingsMissing, OperationConflict.
   */
  async prepare({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<{ readonly isReplay: boolean }> {
    const school = await this.schools.get(schoolId);
    return this.database.transaction(async (tx) => {
      await lockPreparing(tx, schoolId);
      const earlier = await lockPayout(tx, schoolId, id);
      if (earlier && earlier.preparedBy !== personId) throw new OperationConflict();
      if (earlier) return { isReplay: true };
      const now = this.clock.now();
      const parts = await lockReadyParts(tx, schoolId, now);
      if (parts.length === 0) throw new NothingToPay();
      const order = {
        messageId: `KK-${withoutDashes(id)}`,
        createdAt: now,
        executionOn: workingDayAfter(osloDay(now), 1),
        debtor: await this.bank.debtor(tx, { id: school.merchantId, name: school.merchantName }),
        transfers: parts.map(({ id: partId, amountOre, holderName, sealedNumber }) => ({
          partId,
          endToEndId: withoutDashes(newId()),
          amountOre,
          holderName,
          accountNumber: this.accounts.open(sealedNumber),
          message: `Kantinekortet ${school.name}: penger tilbake`,
        })),
      };
      const content = this.secrets.seal(contentPurpose, writePain001(order).toString('utf8'));
      await insertPayout(tx, { schoolId, id, preparedBy: personId, order, content });
      await this.tasks.openFile(tx, schoolId, id);
      await this.hanging.lookAtPayouts(tx, schoolId);
      return { isReplay: false };
    });
  }

  /**
   * Agrees to a file that somebody else has prepared. Throws PayoutNotFound, PreparerCannotApprove, PayoutNotInState,
   * PayoutOutdated.
   */
  async approve({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payout = await this.lock(tx, schoolId, id);
      if (payout.preparedBy === personId) throw new PreparerCannotApprove();
      if (payout.status === 'approved' && payout.approvedBy === personId) return;
      mustBecome(payout, 'approved');
      await this.mustBePayable(tx, payout);
      await tx.query(
        `UPDATE payout_file SET status = 'approved', approved_by = $3, approved_at = $4
          WHERE school_id = $1 AND id = $2`,
        [schoolId, id, personId, this.clock.now()],
      );
      await this.tasks.resolveFile(tx, schoolId, id, { by: personId, resolution: 'approved' });
    });
  }

  /** Gives up a file that has not left: its parts can go into another. Throws PayoutNotFound, PayoutNotInState. */
  async withdraw({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payout = await this.lock(tx, schoolId, id);
      if (payout.status === 'withdrawn') return;
      mustBecome(payout, 'withdrawn');
      const now = this.clock.now();
      await tx.query(
        `UPDATE payout_line SET status = 'withdrawn', answered_by = $3, answered_at = $4
          WHERE school_id = $1 AND file_id = $2`,
        [schoolId, id, personId, now],
      );
      await tx.query(`UPDATE payout_file SET status = 'withdrawn', ended_at = $3 WHERE school_id = $1 AND id = $2`, [
        schoolId,
        id,
        now,
      ]);
      await this.tasks.resolveFile(tx, schoolId, id, { by: personId, resolution: 'withdrawn' });
      await this.hanging.lookAtPayouts(tx, schoolId);
    });
  }

  /**
   * The file for the bank, always the same bytes. The first time its money leaves the wallets, because from then on the
   * bank may have it. Throws PayoutNotFound, PayoutNotInState for one that is not approved or was given up, and
   * PayoutOutdated.
   */
  async download({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<PayoutFile> {
    return this.database.transaction(async (tx) => {
      const payout = await this.lock(tx, schoolId, id);
      if (payout.sentAt === null) {
        mustBecome(payout, 'sent');
        await this.mustBePayable(tx, payout);
        await this.send(tx, payout, `person:${personId}`);
      }
      const [file] = await tx.query<{ content: Buffer }[]>(
        'SELECT content FROM payout_file WHERE school_id = $1 AND id = $2',
        [schoolId, id],
      );
      if (!file) throw new PayoutNotFound();
      const bytes = Buffer.from(this.secrets.open(contentPurpose, file.content), 'utf8');
      return { fileName: `${payout.messageId}.xml`, bytes };
    });
  }

  private async send(tx: Tx, payout: Payout, actor: string): Promise<void> {
    const { schoolId, id } = payout;
    const lines = await lockLines(tx, payout);
    // All at once and in everyone's order, before the first is moved.
    await this.wallets.lockAll(tx, schoolId, [...new Set(lines.map(({ walletId }) => walletId))]);
    for (const { partId } of lines) await this.parts.sendToBank(tx, { schoolId, id: partId }, { actor });
    await tx.query(`UPDATE payout_file SET status = 'sent', sent_at = $3 WHERE school_id = $1 AND id = $2`, [
      schoolId,
      id,
      this.clock.now(),
    ]);
    await this.hanging.lookAtPayouts(tx, schoolId);
  }

  private async mustBePayable(tx: Tx, payout: Payout): Promise<void> {
    if (await isOutdated(tx, payout, this.clock.now())) throw new PayoutOutdated();
  }

  private async lock(tx: Tx, schoolId: string, id: string): Promise<Payout> {
    const payout = await lockPayout(tx, schoolId, id);
    if (!payout) throw new PayoutNotFound();
    return payout;
  }
}

function mustBecome({ status }: Payout, next: PayoutStatus): void {
  if (!payoutMayBecome(status, next)) throw new PayoutNotInState(status);
}

/** As short as a bank's ids have to be: 32 characters. */
function withoutDashes(id: string): string {
  return id.replaceAll('-', '');
}
