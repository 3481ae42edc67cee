import { Module } from '@nestjs/common';
import { PaymentProviders } from './payment-providers.ts';

@Module({ providers: [PaymentProviders], exports: [PaymentProviders] })
export class ProvidersModule {}
