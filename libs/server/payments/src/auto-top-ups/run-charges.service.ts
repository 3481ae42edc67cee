import { Clock, Database } from '@kantinekortet/platform';
import { PaymentProviders, SavedCardGone, type ProviderPayment, type SavedCardPort } from '@kantinekortet/providers';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { ConfirmationsService } from '../confirmations.service.ts';
import { paymentIdOf } from '../payment-id.ts';
import { findTopUp, recordNeverStarted, type TopUp } from '../top-up-rows.ts';
import { rulesOfPayer } from './auto-top-up-rows.ts';
import { findRun, lockRun, moveRun, type Run } from './run-rows.ts';
import { RunsService } from './runs.service.ts';
import { findCard, type SavedCardRow } from './saved-card-rows.ts';
import { SavedCardEnds } from './saved-card-ends.ts';

/** Providers forget an idempotency key after a day; until shortly before that, asking again is the same charge. */
const sameChargeMs = 20 * 60 * 60 * 1_000;

/**
 * Does what a run waits for. Every step can be repeated: the charge has the attempt's id as its key at the provider, and
 * what came of it is applied once (`ConfirmationsService`). So a process may die between any two.
 */
@Injectable()
export class RunCharges {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;
  private readonly runs: RunsService;
  private readonly ends: SavedCardEnds;

  constructor(
    clock: Clock,
    database: Database,
    wallets: WalletsService,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
    runs: RunsService,
    ends: SavedCardEnds,
  ) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.providers = providers;
    this.confirmations = confirmations;
    this.runs = runs;
    this.ends = ends;
  }

  /** Charges, tries again or takes back, whatever is due. Throws ProviderUnavailable, after which it is called again. */
  async lookAfter(schoolId: string, runId: string): Promise<void> {
    const run = await findRun(this.database, schoolId, runId);
    if (!run) throw new Error(`Run ${runId} has gone`);
    const isDue = run.dueAt !== null && run.dueAt <= this.clock.now();
    if (run.status === 'charging') await this.charge(run);
    else if (run.status === 'retrying' && isDue) await this.runs.retry(run);
    else if (run.status === 'waiting_for_guardian' && isDue) await this.takeBack(run);
  }

  private async charge(run: Run): Promise<void> {
    const { topUp, card, port } = await this.partsOf(run);
    if (topUp.providerReference !== null) {
      await this.confirmations.ask(topUp, topUp.providerReference);
      return;
    }
    try {
      const payment = await this.take(run, topUp, card, port);
      if (payment) await this.confirmations.apply(topUp, payment);
      else await this.neverCharged(run, topUp);
    } catch (error) {
      if (!(error instanceof SavedCardGone)) throw error;
      await this.neverCharged(run, topUp, card);
    }
  }

  /** The charge, made now or found; null when it was not made and must not be any more. */
  private async take(
    run: Run,
    topUp: TopUp,
    { status, card }: SavedCardRow,
    port: SavedCardPort,
  ): Promise<ProviderPayment | null> {
    if (!card) throw new Error(`Run ${run.id} has a card that was never saved`);
    const charge = { paymentId: paymentIdOf(topUp), amountOre: run.amountOre, card };
    const isFresh = this.clock.now().getTime() - run.changedAt.getTime() < sameChargeMs;
    return isFresh && status === 'saved' ? port.chargeCard(charge) : port.findCharge(charge);
  }

  /** Nothing reached the provider in time: what is still wanted is judged anew, unless the card is no more. */
  private async neverCharged(run: Run, topUp: TopUp, goneCard?: SavedCardRow): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await recordNeverStarted(tx, topUp, now);
      const rules = await rulesOfPayer(tx, run.schoolId, topUp.payerId);
      await this.wallets.lockAll(
        tx,
        run.schoolId,
        rules.map(({ walletId }) => walletId),
      );
      const locked = await lockRun(tx, run.schoolId, run.id);
      if (locked.topUpId !== topUp.id) return;
      if (goneCard) {
        await moveRun(tx, locked, { status: 'given_up' }, now);
        await this.ends.gone(tx, goneCard, rules);
      } else await moveRun(tx, locked, { status: 'retrying', dueAt: now }, now);
    });
  }

  private async takeBack(run: Run): Promise<void> {
    const { topUp } = await this.partsOf(run);
    if (topUp.providerReference === null) throw new Error(`Run ${run.id} waits for a payment that was not made`);
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    await this.confirmations.apply(topUp, await account.expirePayment(topUp.providerReference));
  }

  private async partsOf(run: Run): Promise<{ topUp: TopUp; card: SavedCardRow; port: SavedCardPort }> {
    const topUp = await findTopUp(this.database, [run.schoolId], run.topUpId);
    const card = await findCard(this.database, [run.schoolId], run.savedCardId);
    if (!topUp || !card) throw new Error(`Run ${run.id} has lost its top-up or its card`);
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    if (!account.savedCards) throw new Error(`${topUp.provider} keeps no cards`);
    return { topUp, card, port: account.savedCards };
  }
}
