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
  /** The sales unit that it is about, such as `api:123456`; null for what is about the whole ledger. */
  readonly recipient: string | null;
}

/** The ledger that settles for a sales unit, by the Report API. Every call may throw VippsRefusal or ProviderUnavailable. */
export class VippsLedger {
  private readonly client: VippsClient;
  private readonly ledgerId: string;
  /** The sales unit; its ledger may settle for others too. */
  readonly recipient: string;

  private constructor(client: VippsClient, ledgerId: string, recipient: string) {
    this.client = client;
    this.ledgerId = ledgerId;
    this.recipient = recipient;
  }

  /** With the sales unit's own keys; null while nothing has moved there, or when the keys show no ledger. */
  static async find(client: VippsClient, merchantSerialNumber: string): Promise<VippsLedger | null> {
    const recipient = `api:${merchantSerialNumber}`;
    const wanted = `settlesForRecipientHandles=${encodeURIComponent(recipient)}`;
    const answer = new JsonFields(await client.get(`/settlement/v1/ledgers?${wanted}`));
    const [ledger] = answer.objects('items');
    return ledger ? new VippsLedger(client, ledger.text('ledgerId'), recipient) : null;
  }

  /** Everything on a ledger date (YYYY-MM-DD), oldest first; nothing while the date is not over. */
  async entries(topic: LedgerTopic, ledgerDate: string): Promise<LedgerEntry[]> {
    const path = `/report/v2/ledgers/${encodeURIComponent(this.ledgerId)}/${topic}/dates/${ledgerDate}`;
    const entries: LedgerEntry[] = [];
    for (let query = ''; ;) {
      const page = new JsonFields(await this.client.get(`${path}${query}`));
      entries.push(...page.objects('items').map(readEntry));
      if (!page.flag('hasMore')) return entries;
      query = `?cursor=${encodeURIComponent(page.text('cursor'))}`;
    }
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
    recipient: fields.textOrNull('recipientHandle'),
  };
}
