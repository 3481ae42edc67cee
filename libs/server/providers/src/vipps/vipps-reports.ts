import { osloDay, workingDayAfter } from '@kantinekortet/platform';
import type { ProviderPayment } from '../payment-provider.ts';
import type { PayoutLine, PayoutReport, Period, ReportPort } from '../report-port.ts';
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

/** A ledger date and what moved on it. */
interface DateEntries {
  readonly day: string;
  readonly entries: readonly LedgerEntry[];
}

/** Where a sales unit's account is read. */
interface ReportSources {
  /** Null as long as there is none. */
  findLedger(): Promise<VippsLedger | null>;
  /** The log of a payment. */
  eventsOf(reference: string): Promise<readonly VippsEvent[]>;
}

/**
 * What Vipps MobilePay says of a sales unit's account, by its ledger. A payout is made of whole ledger dates and is the
 * last entry of the last of them (developer.vippsmobilepay.com/docs/APIs/report-api/api-guide/settlement-process).
 */
export class VippsReports implements ReportPort {
  private readonly sources: ReportSources;

  constructor(sources: ReportSources) {
    this.sources = sources;
  }

  /** By the day of their capture, when that day is over: those of today come tomorrow. */
  async *listPayments({ from, until }: Period): AsyncGenerator<ProviderPayment> {
    const ledger = await this.sources.findLedger();
    if (!ledger) return;
    for (const day of daysBetween(osloDay(from), osloDay(until))) {
      const captures = (await ledger.entries('funds', day)).filter(
        ({ entryType, recipient }) => entryType === 'capture' && recipient === ledger.recipient,
      );
      for (const [reference, parts] of Map.groupBy(captures, (capture) => capture.reference)) {
        yield paidPayment(reference, parts);
      }
    }
  }

  async *listPayouts({ from, until }: Period): AsyncGenerator<PayoutReport> {
    const ledger = await this.sources.findLedger();
    if (!ledger) return;
    const first = osloDay(new Date(from.getTime() - longestWayDays * dayMs));
    let dates: DateEntries[] | undefined;
    for (const day of daysBetween(first, osloDay(until))) {
      const entries = await ledger.entries('funds', day);
      const [oldest] = entries;
      if (!oldest) continue;
      dates ??= oldest.balanceBeforeOre === 0 ? [] : await carriedInto(ledger, day);
      dates.push({ day, entries });
      const payout = entries.at(-1);
      if (payout?.entryType !== payoutType) continue;
      const arrivesAt = new Date(`${workingDayAfter(day, workingDaysToBank)}T00:00:00Z`);
      if (arrivesAt >= from && arrivesAt < until) {
        const lines = await this.linesOf(ledger, dates);
        const { pspReference, amountOre, currency } = payout;
        yield { reportReference: pspReference, arrivesAt, amountOre: 0 - amountOre, currency, lines };
      }
      dates = [];
    }
  }

  private async linesOf(ledger: VippsLedger, dates: readonly DateEntries[]): Promise<PayoutLine[]> {
    const entries = dates.flatMap((date) => date.entries);
    const fees: LedgerEntry[] = [];
    for (const { day } of dates) fees.push(...(await ledger.entries('fees', day)));
    const refunds = new Set(
      entries.filter(({ entryType }) => entryType === 'refund').map(({ reference }) => reference),
    );
    const events: VippsEvent[] = [];
    for (const reference of refunds) events.push(...(await this.logOf(reference)));
    return payoutLines(entries, fees, events);
  }

  /** Nothing for a payment that was not made by the API that we pay with. */
  private async logOf(reference: string): Promise<readonly VippsEvent[]> {
    try {
      return await this.sources.eventsOf(reference);
    } catch (error) {
      if (error instanceof VippsRefusal) return [];
      throw error;
    }
  }
}

/** What stands on the ledger from the days before one, back to the last payout or an empty ledger. */
async function carriedInto(ledger: VippsLedger, day: string): Promise<DateEntries[]> {
  const carried: DateEntries[] = [];
  for (let back = 1; back <= longestPayoutDays; back += 1) {
    const date = dayBefore(day, back);
    const entries = await ledger.entries('funds', date);
    if (entries.at(-1)?.entryType === payoutType) return carried;
    if (entries.length > 0) carried.unshift({ day: date, entries });
    if (entries[0]?.balanceBeforeOre === 0) return carried;
  }
  return carried;
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
