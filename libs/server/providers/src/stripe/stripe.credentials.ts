/** A merchant's Stripe account. */
export interface StripeCredentials {
  /** `sk_…` or, better, a restricted key `rk_…` that may write Checkout Sessions, PaymentIntents and Customers; live in production. */
  readonly secretKey: string;
  /** `whsec_…` of the webhook endpoint. */
  readonly webhookSecret: string;
  /** Another host than Stripe's, for the payment sandbox; never in production. */
  readonly apiUrl: URL | undefined;
}

/** Reads sealed credentials. Throws an Error that names the field, never its value. */
export function readStripeCredentials(
  credentials: Readonly<Record<string, string>>,
  { isProduction }: { readonly isProduction: boolean },
): StripeCredentials {
  const { secretKey = '', webhookSecret = '', apiUrl } = credentials;
  if (!/^[sr]k_(test|live)_\w+$/.test(secretKey)) throw new Error('secretKey must look like sk_live_…');
  // In Stripe's test mode anyone pays with a card from its manual, and the ledger would call that money.
  if (isProduction && !/^[sr]k_live_/.test(secretKey))
    throw new Error('secretKey is of test mode, where no money moves');
  if (!/^whsec_\w+$/.test(webhookSecret)) throw new Error('webhookSecret must look like whsec_…');
  if (isProduction && apiUrl !== undefined) throw new Error('apiUrl is for the payment sandbox, not for production');
  if (apiUrl !== undefined && !URL.canParse(apiUrl)) throw new Error('apiUrl must be an address');
  return { secretKey, webhookSecret, apiUrl: apiUrl === undefined ? undefined : new URL(apiUrl) };
}
