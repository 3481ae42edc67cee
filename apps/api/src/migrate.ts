import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

const workspace = resolve(import.meta.dirname, '../../..');
const migrationsDirectory = join(workspace, 'apps/api/migrations');
/** A lib's SQL functions may call those of the libs before it. */
const libsWithFunctions = [
  'wallet',
  'identity',
  'schools',
  'cards',
  'catalogue',
  'checkout',
  'payments',
  'reporting',
  'books',
];

interface RolesOptions {
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Makes the database, the owner role and the role that owns nothing; needs a superuser, once per installation. */
export async function createRoles(superuserUrl: string, options: RolesOptions): Promise<void> {
  const { database, ownerPassword, appPassword } = options;
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      ['kantinekortet_owner', ownerPassword],
      ['kantinekortet_app', appPassword],
    ] as const) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER kantinekortet_owner`);
    }
  });
}

/**
 * Brings a database to this version, as its owner: tables by numbered files, once each; then SQL functions,
 * whenever one of them changed; then the job queue's own schema.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationClasses(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
    await installFunctions(dataSource);
  } finally {
    await dataSource.destroy();
  }
  await installJobQueue(ownerUrl);
}

function migrationClasses(): (new () => MigrationInterface)[] {
  return globSync('*.sql', { cwd: migrationsDirectory })
    .sort()
    .map((file) => {
      const sql = readFileSync(join(migrationsDirectory, file), 'utf8');
      // TypeORM orders migrations by the 13-digit time stamp at the end of the name.
      const name = `${basename(file, '.sql')}-${file.slice(0, 4).padStart(13, '1')}`;
      return class implements MigrationInterface {
        readonly name = name;

        async up(runner: QueryRunner): Promise<void> {
          await runner.query(sql);
        }

        down(): Promise<void> {
          throw new Error('Migrations go forward only: write a new one that corrects.');
        }
      };
    });
}

async function installFunctions(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(1)');
    await tx.query('CREATE TABLE IF NOT EXISTS installed_function_file (path text PRIMARY KEY, sha256 text NOT NULL)');
    const rows = await tx.query<{ path: string; sha256: string }[]>('SELECT path, sha256 FROM installed_function_file');
    const installed = new Map(rows.map(({ path, sha256 }) => [path, sha256]));
    for (const file of functionFiles()) {
      const sql = readFileSync(file, 'utf8');
      const path = relative(workspace, file);
      const sha256 = createHash('sha256').update(sql).digest('hex');
      if (installed.get(path) === sha256) continue;
      await tx.query(sql);
      await tx.query(
        `INSERT INTO installed_function_file VALUES ($1, $2) ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256`,
        [path, sha256],
      );
    }
  });
}

function functionFiles(): string[] {
  return libsWithFunctions.flatMap((lib) => {
    const directory = join(workspace, 'libs/server', lib, 'src');
    return globSync('**/*.sql', { cwd: directory })
      .sort()
      .map((file) => join(directory, file));
  });
}

async function installJobQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue('outbox', { retryLimit: 10, retryDelay: 5, retryBackoff: true });
  await boss.stop({ graceful: false });
  await withClient(ownerUrl, async (client) => {
    await client.query('GRANT USAGE ON SCHEMA pgboss TO kantinekortet_app');
    await client.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO kantinekortet_app');
    await client.query('GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO kantinekortet_app');
    await client.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO kantinekortet_app');
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
