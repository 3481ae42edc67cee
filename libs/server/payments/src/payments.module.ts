import { IdentityModule } from '@kantinekortet/identity';
import { ProvidersModule } from '@kantinekortet/providers';
import { SchoolsModule } from '@kantinekortet/schools';
import { TasksModule } from '@kantinekortet/tasks';
import { WalletModule } from '@kantinekortet/wallet';
import { Module } from '@nestjs/common';
import { autoTopUpControllers, autoTopUpProviders } from './auto-top-ups/auto-top-up-parts.ts';
import { chargebackProviders } from './chargebacks/chargeback-parts.ts';
import { ConfirmationsService } from './confirmations.service.ts';
import { LowBalanceAlertsController } from './low-balance/low-balance-alerts.controller.ts';
import { LowBalanceAlertsService } from './low-balance/low-balance-alerts.service.ts';
import { LowBalanceMails } from './low-balance/low-balance-mails.service.ts';
import { DiscrepanciesController } from './discrepancies/discrepancies.controller.ts';
import { DiscrepanciesService } from './discrepancies/discrepancies.service.ts';
import { SendingBack } from './discrepancies/sending-back.ts';
import { OfficeReceiptListService } from './office-receipts/office-receipt-list.service.ts';
import { OfficeReceiptsController } from './office-receipts/office-receipts.controller.ts';
import { OfficeReceiptsService } from './office-receipts/office-receipts.service.ts';
import { ReceiptReversalsService } from './office-receipts/receipt-reversals.service.ts';
import { OpenTopUpsJob } from './open-top-ups.job.ts';
import { PaymentEventsService } from './payment-events.service.ts';
import { PaymentReceipts } from './payment-receipts/payment-receipts.service.ts';
import { ReconciliationJob } from './reconciliation/reconciliation.job.ts';
import { Clearings } from './settlements/clearings.service.ts';
import { SettleReports } from './settlements/settle-reports.service.ts';
import { SettlementEntries } from './settlements/settlement-entries.service.ts';
import { SettlementsController } from './settlements/settlements.controller.ts';
import { SettlementsJob } from './settlements/settlements.job.ts';
import { Settlements } from './settlements/settlements.service.ts';
import { TerminalDaysController } from './terminal-days/terminal-days.controller.ts';
import { TerminalDaysService } from './terminal-days/terminal-days.service.ts';
import { TopUpBookings } from './top-up-bookings.ts';
import { TopUpOrders } from './top-up-orders.ts';
import { TopUpsController } from './top-ups.controller.ts';
import { TopUpsService } from './top-ups.service.ts';

/** Money in: top-ups, the webhooks that confirm them, and what the office receives itself. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule, ProvidersModule, TasksModule],
  controllers: [
    ...autoTopUpControllers,
    TopUpsController,
    OfficeReceiptsController,
    TerminalDaysController,
    SettlementsController,
    LowBalanceAlertsController,
    DiscrepanciesController,
  ],
  providers: [
    ...autoTopUpProviders,
    TopUpsService,
    PaymentEventsService,
    ConfirmationsService,
    OpenTopUpsJob,
    DiscrepanciesService,
    SendingBack,
    PaymentReceipts,
    LowBalanceAlertsService,
    LowBalanceMails,
    TopUpBookings,
    TopUpOrders,
    OfficeReceiptsService,
    OfficeReceiptListService,
    ReceiptReversalsService,
    ReconciliationJob,
    Clearings,
    SettleReports,
    SettlementEntries,
    Settlements,
    SettlementsJob,
    TerminalDaysService,
    ...chargebackProviders,
  ],
})
export class PaymentsModule {}
