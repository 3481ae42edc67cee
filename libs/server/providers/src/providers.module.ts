import { Module } from '@nestjs/common';
import { ProviderEvents } from './events/provider-events.service.ts';
import { PaymentProviders } from './payment-providers.ts';

@Module({ providers: [PaymentProviders, ProviderEvents], exports: [PaymentProviders, ProviderEvents] })
export class ProvidersModule {}
