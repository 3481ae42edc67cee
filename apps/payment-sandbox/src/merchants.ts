import type { Collection, Journal } from './journal.ts';

/** Someone who takes payments: a school or its municipality, as the provider knows it. */
export interface Merchant {
  id: string;
  provider: string;
  /** What the payer sees on the payment page. */
  displayName: string;
  /** Where signed webhooks go. */
  webhookUrl: string;
  /** Keys and secrets; which ones is up to the provider. */
  credentials: Record<string, string>;
}

/** The merchants that the sandbox knows. Registering an id again replaces it. */
export class Merchants {
  readonly #merchants: Collection<Merchant>;

  constructor(journal: Journal) {
    this.#merchants = journal.collection<Merchant>('merchant');
  }

  register(merchant: Merchant): Merchant {
    return this.#merchants.put(merchant);
  }

  get(id: string): Merchant | undefined {
    return this.#merchants.get(id);
  }

  all(): Merchant[] {
    return this.#merchants.all();
  }

  /** The merchant of a provider that holds this credential. */
  withCredential(provider: string, name: string, value: string): Merchant | undefined {
    return this.all().find((merchant) => merchant.provider === provider && merchant.credentials[name] === value);
  }
}
