import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { WalletsService } from '@kantinekortet/wallet';

export interface TestPupil {
  readonly id: string;
  readonly schoolId: string;
  readonly walletId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string;
}

interface GivenPupil extends Partial<Omit<TestPupil, 'schoolId'>> {
  readonly externalId?: string;
  readonly birthDate?: string;
  readonly guardianEmails?: readonly string[];
}

let madePupils = 0;

/** An enrolled pupil with an empty wallet. */
export async function aPupil(api: TestApi, schoolId: string, given: GivenPupil = {}): Promise<TestPupil> {
  madePupils += 1;
  const pupil = {
    id: given.id ?? newId(),
    schoolId,
    walletId: given.walletId ?? newId(),
    firstName: given.firstName ?? 'Elev',
    lastName: given.lastName ?? `Nummer ${madePupils}`,
    className: given.className ?? '9A',
  };
  await api.database.transaction(async (tx) => {
    await tx.query('INSERT INTO school_class (school_id, id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      schoolId,
      newId(),
      pupil.className,
    ]);
    await new WalletsService().openWallet(tx, schoolId, pupil.walletId);
    await tx.query(
      `INSERT INTO pupil (school_id, id, external_id, first_name, last_name, birth_date, class_id, class_name, wallet_id,
                          guardian_emails)
       SELECT $1, $2, $3, $4, $5, $6, c.id, c.name, $8, $9 FROM school_class c WHERE c.school_id = $1 AND c.name = $7`,
      [
        schoolId,
        pupil.id,
        given.externalId ?? null,
        pupil.firstName,
        pupil.lastName,
        given.birthDate ?? null,
        pupil.className,
        pupil.walletId,
        given.guardianEmails ?? [],
      ],
    );
  });
  return pupil;
}

/** Makes a person a pupil's guardian, as if everybody had agreed. */
export async function makeGuardian(api: TestApi, pupil: TestPupil, personId: string): Promise<void> {
  const now = api.clock.now();
  await api.database.query(
    `INSERT INTO guardianship (school_id, id, pupil_id, person_id, status, approver, requested_at, active_at)
     VALUES ($1, $2, $3, $4, 'active', 'none', $5, $5)`,
    [pupil.schoolId, newId(), pupil.id, personId, now],
  );
  await api.database.query(
    'INSERT INTO guardian_school (person_id, school_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [personId, pupil.schoolId],
  );
}
