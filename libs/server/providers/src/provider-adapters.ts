import type { ProviderAdapter } from './payment-provider.ts';
import { stripeAdapter } from './stripe/stripe.adapter.ts';

/** Every provider that a merchant can connect: a new one adds its folder and its line here. */
export const providerAdapters: readonly ProviderAdapter[] = [stripeAdapter];

/** What requests and addresses call these providers, in the order in which a school offers them. */
export const providerNames: readonly string[] = providerAdapters.map(({ name }) => name);
