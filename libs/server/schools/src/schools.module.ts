import { Module } from '@nestjs/common';
import { IdentityModule } from '@kantinekortet/identity';
import { WalletModule } from '@kantinekortet/wallet';
import { GuardianApprovalsController } from './guardianships/guardian-approvals.controller.ts';
import { GuardianshipService } from './guardianships/guardianship.service.ts';
import { GuardianshipsController } from './guardianships/guardianships.controller.ts';
import { PupilAccess } from './pupils/pupil-access.ts';
import { SchoolsController } from './schools/schools.controller.ts';
import { SchoolsService } from './schools/schools.service.ts';

/** Schools, their classes and pupils, and whose guardian is whom. */
@Module({
  imports: [IdentityModule, WalletModule],
  controllers: [SchoolsController, GuardianshipsController, GuardianApprovalsController],
  providers: [SchoolsService, PupilAccess, GuardianshipService],
  exports: [SchoolsService, PupilAccess, GuardianshipService],
})
export class SchoolsModule {}
