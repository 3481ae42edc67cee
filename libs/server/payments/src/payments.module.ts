import { IdentityModule } from '@kantinekortet/identity';
import { ProvidersModule } from '@kantinekortet/providers';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { Module } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { OpenTopUpsJob } from './open-top-ups.job.ts';
import { PaymentEventsController } from './payment-events.controller.ts';
import { PaymentEventsService } from './payment-events.service.ts';
import { TopUpsController } from './top-ups.controller.ts';
import { TopUpsService } from './top-ups.service.ts';

/** Money in: top-ups, and the webhooks that confirm them. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule, ProvidersModule],
  controllers: [TopUpsController, PaymentEventsController],
  providers: [TopUpsService, PaymentEventsService, ConfirmationsService, OpenTopUpsJob],
})
export class PaymentsModule {}
