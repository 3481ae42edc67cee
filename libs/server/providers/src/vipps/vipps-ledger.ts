import { JsonFields } from './json-fields.ts';
import type { VippsClient } from './vipps-client.ts';

/** `funds`: what Vipps MobilePay owes the merchant. `fees`: what the merchant owes for it. */
export type LedgerTopic = 'funds' | 'fees';

/**
 * One entry of a ledger (developer.vippsmobilepay.com/docs/APIs/report-api/api-guide/entry-types). There may be types that
 * nobody has heard of: what counts is what the amount does to the balance.
 */
export interface LedgerEntry {
  readonly entryType: string;
  /** Vipps MobilePay's id of what moved: the same in both topics. */
  readonly pspReference: string;
  /** The merchant's id of the payment, of a capture or refund; the text at the bank, of a payout. */
  readonly reference: string;
  readonly currency: string;
  /** In the hundredth of the currency; below zero what the merchant has less of. */
  readonly amountOre: number;
  readonly balanceBeforeOre: number;
}

/** The ledger of one sales unit, by the Report API, with the sales unit's own keys. Every call may throw VippsRefusal. */
export class VippsLedger {
  private readonly client: VippsClient;
  private readonly recipient: string;
  private id: Promise<string | null> | undefined;

  constructor(client: VippsClient, merchantSerialNumber: string) {
    this.client = client;
    this.recipient = `api:${merchantSerialNumber}`;
  }

  /** Everything on a ledger date (YYYY-MM-DD), oldest first; nothing while the date is not over, or the keys show no ledger. */
  async entries(topic: LedgerTopic, ledgerDate: string): Promise<LedgerEntry[]> {
    const ledgerId = await this.ledgerId();
    if (ledgerId === null) return [];
    const path = `/report/v2/ledgers/${encodeURIComponent(ledgerId)}/${topic}/dates/${ledgerDate}`;
    const entries: LedgerEntry[] = [];
    for (let cursor: string | null = null; ;) {
      const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const page = new JsonFields(await this.client.get(`${path}${query}`));
      entries.push(...page.objects('items').map(readEntry));
      if (!page.flag('hasMore')) return entries;
      cursor = page.text('cursor');
    }
  }

  /** Which ledger settles for the sales unit does not change; a failure, or none, is asked about anew. */
  private async ledgerId(): Promise<string | null> {
    this.id ??= this.askForId();
    const asked = this.id;
    const id = await asked.catch((error: unknown) => {
      if (this.id === asked) this.id = undefined;
      throw error;
    });
    if (id === null && this.id === asked) this.id = undefined;
    return id;
  }

  private async askForId(): Promise<string | null> {
    const wanted = `settlesForRecipientHandles=${encodeURIComponent(this.recipient)}`;
    const answer = new JsonFields(await this.client.get(`/settlement/v1/ledgers?${wanted}`));
    return answer.objects('items')[0]?.text('ledgerId') ?? null;
  }
}

function readEntry(fields: JsonFields): LedgerEntry {
  return {
    entryType: fields.text('entryType'),
    pspReference: fields.text('pspReference'),
    reference: fields.textOrNull('reference') ?? '',
    currency: fields.text('currency'),
    amountOre: fields.whole('amount'),
    balanceBeforeOre: fields.whole('balanceBefore'),
  };
}
