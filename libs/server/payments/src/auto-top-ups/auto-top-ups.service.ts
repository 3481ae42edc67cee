import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, newId, Outbox, type Tx } from '@kantinekortet/platform';
import { NoSavedCards, PaymentProviders } from '@kantinekortet/providers';
import { PupilAccess, SchoolsService, type PupilKey, type SchoolSettings } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { isEnrolled } from '../directory.ts';
import { AmountOutOfRange, PupilHasLeft } from '../top-up.errors.ts';
import { findRule, type AutoTopUp } from './auto-top-up-rows.ts';
import { toAutoTopUpResponse, type AutoTopUpResponse, type PutAutoTopUpRequest } from './auto-top-up.dto.ts';
import { AutoTopUpBeyondCap } from './auto-top-up.errors.ts';
import { endWaiting } from './end-waiting.ts';
import { monthStart } from './month-start.ts';
import { RuleSwitch } from './rule-switch.ts';
import { runUnderWay, timesPaid } from './run-rows.ts';
import { cardOfPayer, isExpired, lockCardsOfPayer } from './saved-card-rows.ts';
import { belowTopic } from './topics.ts';

/** A guardian's own rules: each sees and changes theirs alone. */
@Injectable()
export class AutoTopUpsService {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly access: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly providers: PaymentProviders;
  private readonly rules: RuleSwitch;

  constructor(
    clock: Clock,
    database: Database,
    outbox: Outbox,
    access: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    providers: PaymentProviders,
    rules: RuleSwitch,
  ) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.access = access;
    this.schools = schools;
    this.wallets = wallets;
    this.providers = providers;
    this.rules = rules;
  }

  /** Throws PupilNotFound. */
  async get(caller: PersonPrincipal, walletId: string): Promise<AutoTopUpResponse> {
    return this.view(caller, await this.access.findByWallet(caller, walletId));
  }

  /**
   * Sets the caller's rule up, or changes it. Active when a card is saved; else it begins when one is. With too little on
   * the card already, it fills it at once. Throws PupilNotFound, PupilHasLeft, NoSavedCards, AmountOutOfRange,
   * AutoTopUpBeyondCap.
   */
  async put(caller: PersonPrincipal, walletId: string, request: PutAutoTopUpRequest): Promise<AutoTopUpResponse> {
    const pupil = await this.access.findByWallet(caller, walletId);
    const { merchantId, settings } = await this.schools.get(pupil.schoolId);
    await this.providers.cardKeeperOf(merchantId);
    judgeAmounts(request, settings);
    await this.database.transaction((tx) => this.write(tx, pupil, caller.personId, request));
    return this.view(caller, pupil);
  }

  /** Switches the caller's rule off; again changes nothing. Throws PupilNotFound. */
  async switchOff(caller: PersonPrincipal, walletId: string): Promise<AutoTopUpResponse> {
    const pupil = await this.access.findByWallet(caller, walletId);
    await this.database.transaction(async (tx) => {
      await this.wallets.lock(tx, pupil.schoolId, walletId);
      const rule = await findRule(tx, { ...pupil, payerId: caller.personId });
      if (!rule) return;
      await this.rules.off(tx, rule, 'by_guardian');
      await endWaiting(tx, this.outbox, rule, this.clock.now());
    });
    return this.view(caller, pupil);
  }

  private async write(tx: Tx, pupil: PupilKey, payerId: string, request: PutAutoTopUpRequest): Promise<void> {
    const { schoolId, walletId, pupilId } = pupil;
    const wallet = await this.wallets.lock(tx, schoolId, walletId);
    if (!(await isEnrolled(tx, pupil))) throw new PupilHasLeft();
    await lockCardsOfPayer(tx, schoolId, payerId);
    const saved = await cardOfPayer(tx, schoolId, payerId);
    const isCardGood = saved?.card ? !isExpired(saved.card, this.clock.now()) : false;
    const earlier = await findRule(tx, { schoolId, walletId, payerId });
    const rule: AutoTopUp = {
      schoolId,
      id: earlier?.id ?? newId(),
      walletId,
      pupilId,
      payerId,
      ...request,
      status: isCardGood ? 'active' : 'waiting_for_card',
      reason: null,
      limitToldMonth: earlier?.timesAMonth === request.timesAMonth ? earlier.limitToldMonth : null,
    };
    await this.rules.set(tx, rule);
    if (rule.status !== 'active' || wallet.availableOre >= rule.belowOre) return;
    await this.outbox.add(tx, belowTopic, { schoolId, walletId, personId: payerId, operationId: newId() });
  }

  private async view({ personId }: PersonPrincipal, { schoolId, walletId }: PupilKey): Promise<AutoTopUpResponse> {
    const { merchantId, settings } = await this.schools.get(schoolId);
    const isOffered = await this.isOffered(merchantId);
    const { availableOre } = await this.wallets.get(this.database, schoolId, walletId);
    const rule = await findRule(this.database, { schoolId, walletId, payerId: personId });
    const found = await runUnderWay(this.database, schoolId, walletId);
    const run = found?.ruleId === rule?.id ? found : undefined;
    const since = monthStart(this.clock.now());
    const timesThisMonth = rule ? await timesPaid(this.database, schoolId, rule.id, since) : 0;
    const card = await cardOfPayer(this.database, schoolId, personId);
    return toAutoTopUpResponse({ walletId, isOffered, availableOre, settings, rule, run, timesThisMonth, card });
  }

  private async isOffered(merchantId: string): Promise<boolean> {
    try {
      await this.providers.cardKeeperOf(merchantId);
      return true;
    } catch (error) {
      if (error instanceof NoSavedCards) return false;
      throw error;
    }
  }
}

/** The same limits as an ordinary top-up's, judged before they are needed. */
function judgeAmounts({ belowOre, amountOre }: PutAutoTopUpRequest, settings: SchoolSettings): void {
  const { topUpMinOre, topUpMaxOre, balanceCapOre } = settings;
  if (amountOre < topUpMinOre || amountOre > topUpMaxOre) throw new AmountOutOfRange(topUpMinOre, topUpMaxOre);
  if (belowOre + amountOre > balanceCapOre) throw new AutoTopUpBeyondCap(balanceCapOre);
}
