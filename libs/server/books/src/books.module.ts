import { IdentityModule } from '@kantinekortet/identity';
import { SchoolsModule } from '@kantinekortet/schools';
import { TasksModule } from '@kantinekortet/tasks';
import { WalletModule } from '@kantinekortet/wallet';
import { Module } from '@nestjs/common';
import { BooksController } from './books.controller.ts';
import { BooksService } from './books.service.ts';
import { ClientMoneyService } from './client-money/client-money.service.ts';
import { ClosingsController } from './closings/closings.controller.ts';
import { MonthlyClosings } from './closings/closings.service.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { BooksExports } from './exports/exports.service.ts';
import { HeldMoneyController } from './held-money.controller.ts';
import { IdleBalances } from './idle/idle-balances.service.ts';
import { EuroRates } from './limited-network/euro-rates.service.ts';
import { LimitedNetworkJob } from './limited-network/limited-network.job.ts';
import { LimitedNetwork } from './limited-network/limited-network.service.ts';
import { BooksMetrics } from './proof/books-metrics.ts';
import { BooksProofJob } from './proof/books-proof.job.ts';
import { BooksProofService } from './proof/books-proof.service.ts';
import { RedBooks } from './proof/red-books.ts';

/** Books that prove themselves: the nightly proof, the money held for customers, and exports. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule, TasksModule],
  controllers: [BooksController, ClosingsController, ExportsController, HeldMoneyController],
  providers: [
    BooksService,
    MonthlyClosings,
    BooksExports,
    ClientMoneyService,
    BooksProofService,
    RedBooks,
    BooksProofJob,
    BooksMetrics,
    IdleBalances,
    EuroRates,
    LimitedNetwork,
    LimitedNetworkJob,
  ],
})
export class BooksModule {}
