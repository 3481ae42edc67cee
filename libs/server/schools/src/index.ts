export { GuardianshipService, type GuardianshipRequest } from './guardianships/guardianship.service.ts';
export type { Addressee } from './guardianships/guardianship-rows.ts';
export { PupilAccess, type PupilKey } from './pupils/pupil-access.ts';
export { pupilActorOf, recordPupilEvents, type PupilActor, type PupilEventKind } from './pupils/pupil-events.ts';
export { PupilNotFound } from './pupils/pupils.errors.ts';
export { RosterService } from './roster/roster.service.ts';
export { SchoolsModule } from './schools.module.ts';
export { SchoolsService } from './schools/schools.service.ts';
export { type SchoolSettings } from './schools/school.dto.ts';
