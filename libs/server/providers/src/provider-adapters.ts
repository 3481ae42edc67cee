import type { ProviderAdapter } from './payment-provider.ts';
import { stripeAdapter } from './stripe/stripe.adapter.ts';

/** Every provider that a merchant can connect: a new one adds its folder and its line here. */
export const providerAdapters: readonly ProviderAdapter[] = [stripeAdapter];
