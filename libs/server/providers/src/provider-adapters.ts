import type { ProviderAdapter } from './payment-provider.ts';
import { stripeAdapter } from './stripe/stripe.adapter.ts';
import { vippsAdapter } from './vipps/vipps.adapter.ts';

/** Every provider that a merchant can connect: a new one adds its folder and its line here. */
export const providerAdapters: readonly ProviderAdapter[] = [vippsAdapter, stripeAdapter];

/** A way to pay: what requests and addresses call the provider, and what payers call it. */
export interface PaymentMethod {
  readonly provider: string;
  /** `card`, or the name of the payer's app. */
  readonly method: string;
}

/** Every way to pay, in the order in which a school offers them. */
export const paymentMethods: readonly PaymentMethod[] = providerAdapters.map(({ name, method }) => ({
  provider: name,
  method,
}));

/** What payers call a provider; its own name for one that the product no longer speaks to. */
export function methodOf(provider: string): string {
  return providerAdapters.find(({ name }) => name === provider)?.method ?? provider;
}

/** What payers call the app that a provider is; null for one that takes bank cards. */
export function appOf(provider: string): string | null {
  const method = methodOf(provider);
  return method === 'card' ? null : method;
}
