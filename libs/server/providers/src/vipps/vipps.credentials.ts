/** The keys of one sales unit of a merchant (developer.vippsmobilepay.com/docs/knowledge-base/api-keys). */
export interface VippsCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  /** MSN: 4 to 7 digits. */
  readonly merchantSerialNumber: string;
  /** What the registration of the webhook answered. */
  readonly webhookSecret: string;
  readonly apiUrl: URL;
}

const productionUrl = 'https://api.vipps.no';

/** Reads sealed credentials. Throws an Error that names the field, never its value. */
export function readVippsCredentials(
  credentials: Readonly<Record<string, string>>,
  { isProduction }: { readonly isProduction: boolean },
): VippsCredentials {
  const given = (name: string): string => {
    const value = credentials[name] ?? '';
    if (value.trim() === '') throw new Error(`${name} is missing`);
    return value;
  };
  const merchantSerialNumber = given('merchantSerialNumber');
  if (!/^\d{4,7}$/.test(merchantSerialNumber)) throw new Error('merchantSerialNumber must be 4 to 7 digits');
  const { apiUrl = productionUrl } = credentials;
  if (!URL.canParse(apiUrl)) throw new Error('apiUrl must be an address');
  // In the test environment play money is approved in a test app, and the ledger would call that money.
  if (isProduction && new URL(apiUrl).origin !== productionUrl) throw new Error('apiUrl is not of production');
  return {
    clientId: given('clientId'),
    clientSecret: given('clientSecret'),
    subscriptionKey: given('subscriptionKey'),
    merchantSerialNumber,
    webhookSecret: given('webhookSecret'),
    apiUrl: new URL(apiUrl),
  };
}
