import { Clock, columnTypes, Database } from '@kantinekortet/platform';
import { LedgerProofService } from '@kantinekortet/wallet';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

/**
 * Proves the books: `npm run ledger:verify` what was booked since the last proof, with `-- --whole` everything.
 * Leaves with 0 when they are sound, 1 with each finding on a line when they are not.
 */
const url = process.env['DATABASE_URL'] ?? demoDatabaseUrl();
if (url === undefined) {
  console.error('Which books? Set DATABASE_URL, or run this beside a running `npm start`.');
  process.exit(2);
}
const dataSource = await new DataSource({ type: 'postgres', url, extra: { types: columnTypes } }).initialize();
const pool = new Pool({ connectionString: url, types: columnTypes, max: 1 });
try {
  const isWhole = process.argv.includes('--whole');
  const startedAt = performance.now();
  const { findings, newCheckpoints } = await new LedgerProofService(new Database(dataSource, pool), new Clock()).prove({
    isWhole,
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  for (const { finding, schoolId, subject, detail } of findings) {
    console.log(`${finding}  school ${schoolId ?? '-'}  ${subject}: ${detail}`);
  }
  const scope = isWhole ? 'All books' : 'The books since the last proof';
  console.log(
    findings.length === 0
      ? `${scope} are proven, in ${seconds} s. The hash chain of ${newCheckpoints} schools grew.`
      : `${scope} do not hold: ${findings.length} findings, in ${seconds} s. The hash chains did not grow.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await pool.end();
  await dataSource.destroy();
}

/** The database of the demonstration that runs on this machine, if one does. */
function demoDatabaseUrl(): string | undefined {
  const file = resolve(process.env['KK_DATA_DIR'] ?? '.kantinekortet', 'demo.json');
  try {
    const demo: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof demo === 'object' && demo !== null && 'databaseUrl' in demo ? String(demo.databaseUrl) : undefined;
  } catch {
    return undefined;
  }
}
