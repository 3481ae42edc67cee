import { IdentityModule } from '@kantinekortet/identity';
import { ProvidersModule } from '@kantinekortet/providers';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { Module } from '@nestjs/common';
import { RefundMails } from './mails/refund-mails.ts';
import { PayerRefunds } from './payer-refunds.service.ts';
import { PayerWallets } from './payer-wallets.ts';
import { RefundParts } from './refund-parts.service.ts';
import { RefundViews } from './refund-views.service.ts';
import { RefundsController } from './refunds.controller.ts';
import { RefundsService } from './refunds.service.ts';
import { RefundSender } from './send-refunds.service.ts';

/** Money out: refunds to those who paid, and the payouts that carry them. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule, ProvidersModule],
  controllers: [RefundsController],
  providers: [PayerRefunds, PayerWallets, RefundMails, RefundParts, RefundSender, RefundViews, RefundsService],
})
export class RefundsModule {}
