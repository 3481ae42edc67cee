import { IdentityModule } from '@kantinekortet/identity';
import { Module } from '@nestjs/common';
import { ProviderEventsController } from './events/provider-events.controller.ts';
import { ProviderEvents } from './events/provider-events.service.ts';
import { PaymentProviders } from './payment-providers.ts';

@Module({
  imports: [IdentityModule],
  controllers: [ProviderEventsController],
  providers: [PaymentProviders, ProviderEvents],
  exports: [PaymentProviders, ProviderEvents],
})
export class ProvidersModule {}
