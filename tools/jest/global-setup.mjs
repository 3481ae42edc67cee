import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoles, migrate } from '../../apps/api/src/migrate.ts';
import { freePort, startPostgres } from '../postgres.ts';

/** One PostgreSQL for the run; the template is migrated here once and copied by each test file. */
export default async function globalSetup() {
  const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-test-'));
  const server = await startPostgres({
    dataDir: join(directory, 'postgres'),
    port: await freePort(),
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '256MB' },
  });
  globalThis.testPostgres = { server, directory };
  const roles = { ownerPassword: 'owner', appPassword: 'app' };
  await createRoles(server.superuserUrl, { database: 'template_kantinekortet', ...roles });
  await migrate(`postgres://kantinekortet_owner:owner@127.0.0.1:${server.port}/template_kantinekortet`);
  process.env.TEST_DATABASE_PORT = String(server.port);
}
