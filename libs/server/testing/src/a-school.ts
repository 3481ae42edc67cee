import { newId } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import type { TestApi } from '@kantinekortet/platform/testing';

export interface TestSchool {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
}

let madeSchools = 0;

/** A school with its ledger accounts, under a merchant of its own unless one is given. */
export async function aSchool(api: TestApi, given: Partial<TestSchool> = {}): Promise<TestSchool> {
  madeSchools += 1;
  const school = {
    id: given.id ?? newId(),
    merchantId: given.merchantId ?? newId(),
    name: given.name ?? `Skole ${madeSchools}`,
  };
  const now = api.clock.now();
  await api.database.query(
    `INSERT INTO merchant (id, name, organisation_number, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
    [school.merchantId, `Eier av ${school.name}`, String(100_000_000 + madeSchools), now],
  );
  await api.database.query('INSERT INTO school (id, merchant_id, name, created_at) VALUES ($1, $2, $3, $4)', [
    school.id,
    school.merchantId,
    school.name,
    now,
  ]);
  await api.database.transaction((tx) => new WalletsService().openSchoolAccounts(tx, school.id));
  return school;
}
