import { Config, Database, Secrets, newId, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { PaymentProvider, ProviderAdapter } from './payment-provider.ts';
import { providerAdapters } from './provider-adapters.ts';
import { NoSavedCards, ProviderNotConnected, UnknownMerchantKey } from './provider.errors.ts';

const sealPurpose = 'merchant-provider-credentials';

interface ConnectionRow {
  readonly merchant_id: string;
  readonly merchant_key: string;
  readonly sealed_credentials: Buffer;
}

interface OpenAccount {
  readonly sealed: Buffer;
  readonly account: PaymentProvider;
}

/** Who takes payments by whom. */
export interface MerchantAtProvider {
  readonly merchantId: string;
  /** The provider's name, such as a request or an address carries it. */
  readonly provider: string;
}

interface Connection extends MerchantAtProvider {
  readonly credentials: Readonly<Record<string, string>>;
}

/** A merchant as a webhook's address names it. */
export interface WebhookMerchant {
  readonly merchantId: string;
  readonly account: PaymentProvider;
}

/** The accounts that merchants have with payment providers. Credentials leave the database only sealed. */
@Injectable()
export class PaymentProviders {
  private readonly opened = new Map<string, OpenAccount>();
  private readonly config: Config;
  private readonly database: Database;
  private readonly secrets: Secrets;

  constructor(config: Config, database: Database, secrets: Secrets) {
    this.config = config;
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * Connects a merchant to a provider, or gives the connection new credentials. Returns the key in the address of the
   * merchant's webhooks, which stays the same. Throws an Error that names the credential that is missing or wrong.
   */
  async connect(tx: Tx, { merchantId, provider, credentials }: Connection): Promise<{ merchantKey: string }> {
    const adapter = findAdapter(provider);
    if (!adapter) throw new Error(`There is no payment provider ${provider}`);
    adapter.open(credentials, this.config);
    const sealed = this.secrets.seal(sealPurpose, JSON.stringify(credentials));
    const [row] = await tx.query<{ merchant_key: string }[]>(
      `INSERT INTO merchant_provider (merchant_id, provider, merchant_key, sealed_credentials)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (merchant_id, provider) DO UPDATE SET sealed_credentials = excluded.sealed_credentials
       RETURNING merchant_key`,
      [merchantId, provider, newId(), sealed],
    );
    if (!row) throw new Error(`Merchant ${merchantId} was not connected to ${provider}`);
    return { merchantKey: row.merchant_key };
  }

  /** Which merchants take payments by which providers that the product speaks to. */
  async connections(): Promise<MerchantAtProvider[]> {
    const rows = await this.database.query<MerchantAtProvider>(
      'SELECT merchant_id AS "merchantId", provider FROM merchant_provider ORDER BY merchant_id, provider',
    );
    return rows.filter(({ provider }) => findAdapter(provider) !== undefined);
  }

  /** The merchant's account with a provider. Throws ProviderNotConnected. */
  async accountOf(merchantId: string, provider: string): Promise<PaymentProvider> {
    const [row] = await this.database.query<ConnectionRow>(
      `SELECT merchant_id, merchant_key, sealed_credentials FROM merchant_provider
        WHERE merchant_id = $1 AND provider = $2`,
      [merchantId, provider],
    );
    const adapter = findAdapter(provider);
    if (!row || !adapter) throw new ProviderNotConnected(provider);
    return this.open(adapter, row);
  }

  /** The merchant's account with a provider that keeps cards. Throws NoSavedCards. */
  async cardKeeperOf(merchantId: string): Promise<PaymentProvider> {
    const keeper = (await this.accountsOf(merchantId)).find(({ savedCards }) => savedCards !== null);
    if (!keeper) throw new NoSavedCards();
    return keeper;
  }

  /** Every account that a merchant has, in the order in which a school offers them. */
  async accountsOf(merchantId: string): Promise<PaymentProvider[]> {
    const rows = await this.database.query<ConnectionRow & { readonly provider: string }>(
      `SELECT merchant_id, merchant_key, sealed_credentials, provider FROM merchant_provider WHERE merchant_id = $1`,
      [merchantId],
    );
    return providerAdapters.flatMap((adapter) => {
      const row = rows.find(({ provider }) => provider === adapter.name);
      return row ? [this.open(adapter, row)] : [];
    });
  }

  /** The merchant that a webhook's address names. Throws UnknownMerchantKey. */
  async merchantOfWebhook(provider: string, merchantKey: string): Promise<WebhookMerchant> {
    const [row] = await this.database.query<ConnectionRow>(
      `SELECT merchant_id, merchant_key, sealed_credentials FROM merchant_provider
        WHERE merchant_key = $1 AND provider = $2`,
      [merchantKey, provider],
    );
    const adapter = findAdapter(provider);
    if (!row || !adapter) throw new UnknownMerchantKey();
    return { merchantId: row.merchant_id, account: this.open(adapter, row) };
  }

  /** Keeps an opened account, and with it its connections, until its credentials change. */
  private open(adapter: ProviderAdapter, row: ConnectionRow): PaymentProvider {
    const known = this.opened.get(row.merchant_key);
    if (known?.sealed.equals(row.sealed_credentials)) return known.account;
    const credentials = parseCredentials(this.secrets.open(sealPurpose, row.sealed_credentials));
    const account = adapter.open(credentials, this.config);
    this.opened.set(row.merchant_key, { sealed: row.sealed_credentials, account });
    return account;
  }
}

function findAdapter(name: string): ProviderAdapter | undefined {
  return providerAdapters.find((adapter) => adapter.name === name);
}

function parseCredentials(json: string): Record<string, string> {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('Sealed credentials are not an object');
  return Object.fromEntries(Object.entries(parsed).map(([name, value]): [string, string] => [name, String(value)]));
}
