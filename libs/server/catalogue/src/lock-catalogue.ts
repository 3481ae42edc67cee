import type { Tx } from '@kantinekortet/platform';

/** One change of a school's catalogue at a time, so that places in the grid stay distinct. Until the transaction ends. */
export async function lockCatalogue(tx: Tx, schoolId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('catalogue/' || $1, 0))`, [schoolId]);
}
