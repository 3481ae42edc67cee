import { Module } from '@nestjs/common';
import { IdentityModule } from '@kantinekortet/identity';
import { WalletModule } from '@kantinekortet/wallet';
import { GuardianApprovalsController } from './guardianships/guardian-approvals.controller.ts';
import { GuardianshipService } from './guardianships/guardianship.service.ts';
import { GuardianshipsController } from './guardianships/guardianships.controller.ts';
import { PupilAccess } from './pupils/pupil-access.ts';
import { RosterWriter } from './roster/roster-writer.ts';
import { RosterController } from './roster/roster.controller.ts';
import { RosterService } from './roster/roster.service.ts';
import { SchoolsController } from './schools/schools.controller.ts';
import { SchoolsService } from './schools/schools.service.ts';

/** Schools, their classes and pupils, and whose guardian is whom. */
@Module({
  imports: [IdentityModule, WalletModule],
  controllers: [SchoolsController, RosterController, GuardianshipsController, GuardianApprovalsController],
  providers: [SchoolsService, PupilAccess, GuardianshipService, RosterService, RosterWriter],
  exports: [SchoolsService, PupilAccess, GuardianshipService, RosterService],
})
export class SchoolsModule {}
