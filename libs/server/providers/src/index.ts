export {
  failureCodes,
  type FailureCode,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
} from './payment-provider.ts';
export { PaymentProviders } from './payment-providers.ts';
export { ProviderNotConnected, ProviderUnavailable } from './provider.errors.ts';
export { ProvidersModule } from './providers.module.ts';
