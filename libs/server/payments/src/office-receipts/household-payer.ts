import { newId, type Tx } from '@kantinekortet/platform';
import type { PupilKey } from '@kantinekortet/schools';

/**
 * Whose money it is that the office receives for a pupil: the household's, made with its first receipt. When a guardian
 * takes over by the control code it stays the household's, to be paid back to the account that the family gives.
 * The caller holds the wallet's lock, so there is one.
 */
export async function householdPayer(
  tx: Tx,
  { schoolId, pupilId }: PupilKey,
  payerName: string | null,
): Promise<string> {
  const [known] = await tx.query<{ id: string }[]>(
    'SELECT id FROM household_payer WHERE school_id = $1 AND pupil_id = $2',
    [schoolId, pupilId],
  );
  if (known) return known.id;
  const id = newId();
  await tx.query('INSERT INTO household_payer (school_id, id, pupil_id, name) VALUES ($1, $2, $3, $4)', [
    schoolId,
    id,
    pupilId,
    payerName,
  ]);
  return id;
}
