import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, Secrets, type Config } from '@kantinekortet/platform';
import { Client } from 'pg';

/** Someone who may search one school. */
export interface BenchOffice {
  readonly cookie: string;
  readonly schoolId: string;
  /** Wallets of some of the school's pupils, to be read by their key. */
  readonly walletIds: readonly string[];
}

const officeCount = 20;
const someWalletsSql = 'SELECT id FROM wallet WHERE school_id = $1 LIMIT 50';
const firstNames =
  'Emma Nora Olivia Sofie Ella Maja Åse Frida Sara Ingrid Ida Leah Hedda Åsne Selma Lucas Noah Oskar Oliver Emil Jakob Filip Øyvind Håkon Aksel Isak Magnus Johannes Kasper Mohammed'.split(
    ' ',
  );
const lastNames =
  'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Berg Haugen Hagen Bakken Dahl Lund Moen Solberg Ødegård Ærø Åsen Strand Bråthen Nguyen Ali Ahmed'.split(
    ' ',
  );

/** Loads schools with pupils to search among, in one statement as the owner of the tables. */
export async function loadOffices(
  ownerUrl: string,
  config: Config,
  { schools, pupilsPerSchool }: { readonly schools: number; readonly pupilsPerSchool: number },
): Promise<BenchOffice[]> {
  const client = new Client(ownerUrl);
  const secrets = new Secrets(config);
  await client.connect();
  try {
    await client.query(readFileSync(join(import.meta.dirname, 'load-search.sql'), 'utf8'));
    const schoolIds = Array.from({ length: schools }, () => newId());
    const sessions = schoolIds.slice(0, officeCount).map((schoolId) => {
      const token = randomBytes(32).toString('base64url');
      return {
        schoolId,
        token,
        id: newId(),
        personId: newId(),
        sessionHmac: `\\x${secrets.hmac('session', token).toString('hex')}`,
      };
    });
    const sent = JSON.stringify(sessions.map(({ id, personId, sessionHmac }) => ({ id, personId, sessionHmac })));
    const names = [firstNames, lastNames];
    const loaded = [newId(), schoolIds, pupilsPerSchool, ...names, sent];
    await client.query('SELECT bench_load_search($1, $2, $3, $4, $5, $6)', loaded);
    const loadedTables = ['account', 'wallet', 'pupil', 'school_class', 'card', 'guardianship'];
    for (const table of loadedTables) await client.query(`VACUUM (ANALYZE) ${table}`);
    const offices: BenchOffice[] = [];
    for (const { schoolId, token } of sessions) {
      const { rows } = await client.query<{ id: string }>(someWalletsSql, [schoolId]);
      offices.push({ cookie: `__Host-kk-office=${token}`, schoolId, walletIds: rows.map(({ id }) => id) });
    }
    return offices;
  } finally {
    await client.end();
  }
}
