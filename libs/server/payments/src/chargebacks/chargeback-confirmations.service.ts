import { Clock, Database, namedId, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { AutoTopUp } from '../auto-top-ups/auto-top-up-rows.ts';
import type { PaymentKey } from '../payment-id.ts';
import { lockPayment, type TopUp } from '../top-up-rows.ts';
import { ChargebackLetters } from './chargeback-letters.ts';
import { ChargebackMoney } from './chargeback-money.ts';
import { findChargeback, putChargeback, type Chargeback } from './chargeback-rows.ts';
import { chargebackTransitions, isTaken, statusAfter, type ChargebackWord } from './chargeback-status.ts';
import { ChargebackTasks } from './chargeback-tasks.ts';
import { DisputedCards } from './disputed-cards.ts';

/**
 * The one place where a chargeback moves on, with its money, its task and its mail. Webhooks and the nightly look at the
 * provider all come here, in any order and at once: a word that says nothing new changes nothing.
 */
@Injectable()
export class ChargebackConfirmations {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly money: ChargebackMoney;
  private readonly tasks: ChargebackTasks;
  private readonly letters: ChargebackLetters;
  private readonly cards: DisputedCards;

  constructor(
    clock: Clock,
    database: Database,
    wallets: WalletsService,
    money: ChargebackMoney,
    tasks: ChargebackTasks,
    letters: ChargebackLetters,
    cards: DisputedCards,
  ) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.money = money;
    this.tasks = tasks;
    this.letters = letters;
    this.cards = cards;
  }

  /** Writes down what the provider says of a chargeback of this payment, and moves what follows from it. */
  async take(key: PaymentKey, word: ChargebackWord): Promise<void> {
    await this.database.transaction(async (tx) => {
      const topUps = await lockPayment(tx, key);
      const [first] = topUps;
      if (!first) throw new Error(`Payment ${key.paymentId} has gone`);
      const isBooked = first.status === 'paid';
      // What is on nobody's card, such as a wrong amount that waits for a decision, is looked at there.
      if (!isBooked && word.kind === 'dashboard_refund') return;
      const earlier = await findChargeback(tx, { ...first, reference: word.reference });
      const takenOre = isBooked && word.currency === 'NOK' ? word.takenOre : 0;
      const status = statusAfter(earlier?.status ?? null, { ...word, takenOre });
      const isNews = earlier ? chargebackTransitions[earlier.status].includes(status) : status !== 'closed';
      if (!isNews) return;
      const rules = await this.lock(tx, topUps, word.kind === 'dispute' && !earlier);
      const chargeback = chargebackOf(first, word, status);
      await putChargeback(tx, chargeback, this.clock.now());
      await this.follow(tx, { earlier, chargeback, topUps, takenOre });
      await this.cards.stop(tx, rules);
    });
  }

  private async follow(
    tx: Tx,
    news: {
      readonly earlier: Chargeback | undefined;
      readonly chargeback: Chargeback;
      readonly topUps: readonly TopUp[];
      readonly takenOre: number;
    },
  ): Promise<void> {
    const { earlier, chargeback, topUps, takenOre } = news;
    const { kind, status } = chargeback;
    const wasTaken = earlier !== undefined && isTaken(earlier.status);
    const moved = isTaken(status) && !wasTaken ? await this.money.take(tx, chargeback, topUps, takenOre) : [];
    await this.letters.queue(tx, kind, 'taken', moved);
    if (status === 'returned') {
      await this.letters.queue(tx, kind, 'returned', await this.money.giveBack(tx, chargeback, topUps));
    }
    if (status === 'asked' || status === 'taken') await this.tasks.open(tx, chargeback, topUps, moved);
    else await this.tasks.resolve(tx, chargeback, status);
  }

  /** Locks every wallet that may be touched, in the order that everyone uses; returns the rules to be stopped. */
  private async lock(tx: Tx, topUps: readonly TopUp[], stopsCard: boolean): Promise<AutoTopUp[]> {
    const before = stopsCard ? await this.cards.rulesOf(tx, topUps) : [];
    const keys = new Map([...topUps, ...before].map((key) => [`${key.schoolId}/${key.walletId}`, key]));
    await this.wallets.lockAcross(tx, [...keys.values()]);
    // As they are under the locks: one that somebody made meanwhile is of a guardian who knows.
    const now = stopsCard ? await this.cards.rulesOf(tx, topUps) : [];
    return now.filter(({ id }) => before.some((rule) => rule.id === id));
  }
}

function chargebackOf(first: TopUp, word: ChargebackWord, status: Chargeback['status']): Chargeback {
  const { paymentSchoolId, paymentId, merchantId, provider } = first;
  const { kind, reference, amountOre, evidenceDueAt } = word;
  const id = namedId(`${kind}/${merchantId}/${provider}/${reference}`);
  return { paymentSchoolId, paymentId, id, merchantId, provider, kind, reference, status, amountOre, evidenceDueAt };
}
