export {
  failureCodes,
  type FailureCode,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  type WebhookHeaders,
} from './payment-provider.ts';
export { PaymentProviders } from './payment-providers.ts';
export { providerNames } from './provider-adapters.ts';
export { PaymentOfferEnded, ProviderNotConnected, ProviderUnavailable } from './provider.errors.ts';
export { ProvidersModule } from './providers.module.ts';
