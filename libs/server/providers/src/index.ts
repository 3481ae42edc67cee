export type { ProviderDispute } from './chargeback-port.ts';
export type { StoredEvent } from './events/provider-event-rows.ts';
export { ProviderEvents } from './events/provider-events.service.ts';
export {
  failureCodes,
  type FailureCode,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  type WebhookHeaders,
} from './payment-provider.ts';
export { PaymentProviders, type MerchantAtProvider } from './payment-providers.ts';
export { appOf, methodOf, paymentMethods, type PaymentMethod } from './provider-adapters.ts';
export {
  NoSavedCards,
  PaymentOfferEnded,
  ProviderNotConnected,
  ProviderUnavailable,
  RefundRefused,
  SavedCardGone,
} from './provider.errors.ts';
export { ProvidersModule } from './providers.module.ts';
export { payoutLineKinds, type PayoutLineKind } from './report-port.ts';
export type { PayoutLine, PayoutReport, ReportPort } from './report-port.ts';
export type { ProviderRefund, RefundFailureCode } from './refund-port.ts';
export type { CardSetup, SavedCardAtProvider, SavedCardPort } from './saved-card-port.ts';
