import { Module } from '@nestjs/common';
import { IdentityModule } from '@kantinekortet/identity';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { ChildrenController } from './children/children.controller.ts';
import { ChildrenService } from './children/children.service.ts';
import { PupilListService } from './pupils/pupil-list.service.ts';
import { PupilPageService } from './pupils/pupil-page.service.ts';
import { PupilsController } from './pupils/pupils.controller.ts';
import { ReadinessController } from './readiness/readiness.controller.ts';
import { ReadinessService } from './readiness/readiness.service.ts';
import { StatementSource } from './statement/statement-source.service.ts';
import { TimelineService } from './timeline/timeline.service.ts';
import { MovementsService } from './wallets/movements.service.ts';
import { PayerViews } from './wallets/payer-views.service.ts';
import { WalletsController } from './wallets/wallets.controller.ts';
import { WalletReportsService } from './wallets/wallet-reports.service.ts';

/** Read-only views over what the other modules wrote. */
@Module({
  imports: [IdentityModule, SchoolsModule, WalletModule],
  controllers: [ChildrenController, WalletsController, PupilsController, ReadinessController],
  providers: [
    ChildrenService,
    MovementsService,
    PayerViews,
    WalletReportsService,
    StatementSource,
    PupilListService,
    PupilPageService,
    TimelineService,
    ReadinessService,
  ],
})
export class ReportingModule {}
