import { Database, type Tx } from '@kantinekortet/platform';

/** Who received the money: what a receipt must name. */
export interface Merchant {
  readonly schoolName: string;
  readonly merchantName: string;
  readonly organisationNumber: string;
}

/** The merchant of a school. */
export async function merchantOf(reader: Database | Tx, schoolId: string): Promise<Merchant> {
  const sql = `
    SELECT s.name AS "schoolName", m.name AS "merchantName", m.organisation_number AS "organisationNumber"
      FROM school s JOIN merchant m ON m.id = s.merchant_id WHERE s.id = $1`;
  const [merchant] =
    reader instanceof Database
      ? await reader.query<Merchant>(sql, [schoolId])
      : await reader.query<Merchant[]>(sql, [schoolId]);
  if (!merchant) throw new Error(`School ${schoolId} has no merchant`);
  return merchant;
}

/** Nine digits as people read them: `123 456 789`. */
export function shownOrganisationNumber(organisationNumber: string): string {
  return organisationNumber.replace(/(\d{3})(?=\d)/g, '$1 ');
}
