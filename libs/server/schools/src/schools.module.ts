import { Module } from '@nestjs/common';
import { IdentityModule } from '@kantinekortet/identity';
import { WalletModule } from '@kantinekortet/wallet';
import { ClientAccounts } from './client-account/client-accounts.service.ts';
import { EnrolmentChanges } from './enrolment/enrolment-changes.service.ts';
import { EnrolmentWriter } from './enrolment/enrolment-writer.ts';
import { EnrolmentController } from './enrolment/enrolment.controller.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { LeaversJob } from './enrolment/leavers.job.ts';
import { GuardianDiscretion } from './guardianships/guardian-discretion.service.ts';
import { GuardianApprovalsController } from './guardianships/guardian-approvals.controller.ts';
import { GuardianshipService } from './guardianships/guardianship.service.ts';
import { GuardianshipsController } from './guardianships/guardianships.controller.ts';
import { FamilyController } from './invitations/family.controller.ts';
import { GuardianInvitations } from './invitations/invitations.service.ts';
import { OfficeGuardiansController } from './invitations/office-guardians.controller.ts';
import { PupilAccess } from './pupils/pupil-access.ts';
import { PupilTies } from './pupils/pupil-ties.ts';
import { RolloversController } from './rollovers/rollovers.controller.ts';
import { RolloversService } from './rollovers/rollovers.service.ts';
import { RosterController } from './roster/roster.controller.ts';
import { ImportProgress } from './roster/import-progress.ts';
import { RosterService } from './roster/roster.service.ts';
import { StaffCardsController } from './staff-cards/staff-cards.controller.ts';
import { StaffCardsService } from './staff-cards/staff-cards.service.ts';
import { InvitationSweep } from './invitations/invitation-sweep.job.ts';
import { SchoolsController } from './schools/schools.controller.ts';
import { SchoolsService } from './schools/schools.service.ts';

/** Schools, their classes and pupils, and whose guardian is whom. */
@Module({
  imports: [IdentityModule, WalletModule],
  controllers: [
    SchoolsController,
    RosterController,
    EnrolmentController,
    RolloversController,
    GuardianshipsController,
    GuardianApprovalsController,
    StaffCardsController,
    OfficeGuardiansController,
    FamilyController,
  ],
  providers: [
    SchoolsService,
    ClientAccounts,
    PupilAccess,
    PupilTies,
    GuardianshipService,
    GuardianDiscretion,
    GuardianInvitations,
    ImportProgress,
    RosterService,
    EnrolmentWriter,
    EnrolmentChanges,
    EnrolmentService,
    RolloversService,
    LeaversJob,
    InvitationSweep,
    StaffCardsService,
  ],
  exports: [
    SchoolsService,
    ClientAccounts,
    PupilAccess,
    PupilTies,
    GuardianshipService,
    GuardianDiscretion,
    RosterService,
    LeaversJob,
  ],
})
export class SchoolsModule {}
