import { osloDay, workingDayAfter } from '@kantinekortet/platform';
import type { ProviderPayment } from '../payment-provider.ts';
import type { PayoutReport, Period, ReportPort } from '../report-port.ts';
import { VippsRefusal } from './vipps-client.ts';
import { vippsMethod, type VippsEvent } from './vipps-payment.ts';
import type { LedgerEntry, VippsLedger } from './vipps-ledger.ts';
import { payoutLines, payoutType } from './vipps-payout.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** The money is at the bank on the second working day after the ledger date; agreements differ by a day. */
const workingDaysToBank = 2;
/** Longer than any second working day after another is away: Christmas and Easter with their weekends. */
const longestWayDays = 10;
/** A payout is made of at most two months: settlement is daily, weekly or monthly. */
const longestPayoutDays = 62;

/**
 * What Vipps MobilePay says of a sales unit's account, by its ledger. A payout is made of whole ledger dates and is the
 * last entry of the last of them (developer.vippsmobilepay.com/docs/APIs/report-api/api-guide/settlement-process).
 */
export class VippsReports implements ReportPort {
  private readonly ledger: VippsLedger;
  private readonly eventsOf: (reference: string) => Promise<readonly VippsEvent[]>;

  constructor(ledger: VippsLedger, eventsOf: (reference: string) => Promise<readonly VippsEvent[]>) {
    this.ledger = ledger;
    this.eventsOf = eventsOf;
  }

  /** By the day of their capture, when that day is over: those of today come tomorrow. */
  async *listPayments({ from, until }: Period): AsyncGenerator<ProviderPayment> {
    for (const day of daysBetween(osloDay(from), osloDay(until))) {
      const captures = (await this.ledger.entries('funds', day)).filter(({ entryType }) => entryType === 'capture');
      for (const [reference, parts] of Map.groupBy(captures, (capture) => capture.reference)) {
        yield paidPayment(reference, parts);
      }
    }
  }

  async *listPayouts({ from, until }: Period): AsyncGenerator<PayoutReport> {
    const first = osloDay(new Date(from.getTime() - longestWayDays * dayMs));
    let entries: LedgerEntry[] | undefined;
    let dates: string[] = [];
    for (const day of daysBetween(first, osloDay(until))) {
      const ofDay = await this.ledger.entries('funds', day);
      const [oldest] = ofDay;
      if (!oldest) continue;
      entries ??= oldest.balanceBeforeOre === 0 ? [] : await this.carriedInto(day, dates);
      entries.push(...ofDay);
      dates.push(day);
      const payout = ofDay.at(-1);
      if (payout?.entryType !== payoutType) continue;
      const arrivesAt = new Date(`${workingDayAfter(day, workingDaysToBank)}T00:00:00Z`);
      if (arrivesAt >= from && arrivesAt < until) yield await this.reportOf(payout, arrivesAt, entries, dates);
      [entries, dates] = [[], []];
    }
  }

  /** What stands on the ledger from the days before one, back to the last payout or an empty ledger. Adds their dates. */
  private async carriedInto(day: string, dates: string[]): Promise<LedgerEntry[]> {
    const carried: LedgerEntry[] = [];
    for (let back = 1; back <= longestPayoutDays; back += 1) {
      const date = dayBefore(day, back);
      const entries = await this.ledger.entries('funds', date);
      if (entries.at(-1)?.entryType === payoutType) return carried;
      carried.unshift(...entries);
      if (entries.length > 0) dates.unshift(date);
      if (entries[0]?.balanceBeforeOre === 0) return carried;
    }
    return carried;
  }

  private async reportOf(
    payout: LedgerEntry,
    arrivesAt: Date,
    entries: readonly LedgerEntry[],
    dates: readonly string[],
  ): Promise<PayoutReport> {
    const fees: LedgerEntry[] = [];
    for (const date of dates) fees.push(...(await this.ledger.entries('fees', date)));
    const refunds = new Set(
      entries.filter(({ entryType }) => entryType === 'refund').map(({ reference }) => reference),
    );
    const events: VippsEvent[] = [];
    for (const reference of refunds) events.push(...(await this.logOf(reference)));
    return {
      reportReference: payout.pspReference,
      arrivesAt,
      amountOre: 0 - payout.amountOre,
      currency: payout.currency,
      lines: payoutLines(entries, fees, events),
    };
  }

  /** The log of a payment; nothing of one that was not made by the API that we pay with. */
  private async logOf(reference: string): Promise<readonly VippsEvent[]> {
    try {
      return await this.eventsOf(reference);
    } catch (error) {
      if (error instanceof VippsRefusal) return [];
      throw error;
    }
  }
}

/** A payment that was captured, in one part or several. */
function paidPayment(reference: string, parts: readonly LedgerEntry[]): ProviderPayment {
  return {
    paymentId: reference,
    providerReference: reference,
    status: 'paid',
    amountOre: parts.reduce((sum, { amountOre }) => sum + amountOre, 0),
    currency: parts[0]?.currency ?? '',
    method: vippsMethod,
    card: null,
    failureCode: null,
  };
}

/** The days from one to another, both YYYY-MM-DD and both with. */
function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayBefore(day, -1)) days.push(day);
  return days;
}

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * dayMs).toISOString().slice(0, 10);
}
