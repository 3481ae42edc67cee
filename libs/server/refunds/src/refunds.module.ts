import { IdentityModule } from '@kantinekortet/identity';
import { ProvidersModule } from '@kantinekortet/providers';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { TasksModule } from '@kantinekortet/tasks';
import { Module } from '@nestjs/common';
import { PayoutAccountsController } from './accounts/payout-accounts.controller.ts';
import { PayoutAccounts } from './accounts/payout-accounts.service.ts';
import { HangingMoney } from './hanging/hanging-money.ts';
import { LeaverMoney } from './leavers/leaver-money.service.ts';
import { LeaverRemindersJob } from './leavers/leaver-reminders.job.ts';
import { LeaversController } from './leavers/leavers.controller.ts';
import { Leavers } from './leavers/leavers.service.ts';
import { RefundMails } from './mails/refund-mails.ts';
import { HouseholdMoney } from './office/household-money.service.ts';
import { OfficeRefunds } from './office/office-refunds.service.ts';
import { OfficeRefundsController } from './office/office-refunds.controller.ts';
import { OwedFirst } from './owed-first.service.ts';
import { PayerRefunds } from './payer-refunds.service.ts';
import { PayerWallets } from './payer-wallets.ts';
import { BankSettings } from './payouts/bank-settings.service.ts';
import { PayoutAnswers } from './payouts/payout-answers.service.ts';
import { PayoutRecordsController } from './payouts/payout-records.controller.ts';
import { PayoutRecords } from './payouts/payout-records.service.ts';
import { PayoutViews } from './payouts/payout-views.service.ts';
import { PayoutsController } from './payouts/payouts.controller.ts';
import { Payouts } from './payouts/payouts.service.ts';
import { RefundParts } from './refund-parts.service.ts';
import { RefundTasks } from './refund-tasks.ts';
import { RefundViews } from './refund-views.service.ts';
import { RefundsController } from './refunds.controller.ts';
import { RefundsService } from './refunds.service.ts';
import { RefundSender } from './send-refunds.service.ts';

/** Money out: refunds to those who paid, and the payouts that carry them. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule, ProvidersModule, TasksModule],
  controllers: [
    RefundsController,
    PayoutAccountsController,
    OfficeRefundsController,
    PayoutsController,
    PayoutRecordsController,
    LeaversController,
  ],
  providers: [
    BankSettings,
    HangingMoney,
    HouseholdMoney,
    LeaverMoney,
    LeaverRemindersJob,
    Leavers,
    OfficeRefunds,
    OwedFirst,
    PayoutAccounts,
    PayoutAnswers,
    PayoutRecords,
    PayoutViews,
    Payouts,
    PayerRefunds,
    PayerWallets,
    RefundMails,
    RefundParts,
    RefundSender,
    RefundTasks,
    RefundViews,
    RefundsService,
  ],
})
export class RefundsModule {}
