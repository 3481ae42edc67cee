import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** As the role that the API uses. */
  readonly appUrl: string;
  /** As the role that owns the tables: for forging what the API cannot do. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template on the run's embedded PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const port = process.env['TEST_DATABASE_PORT'];
  if (!port) throw new Error('TEST_DATABASE_PORT is missing: run this through the Jest configuration of the workspace');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(
    port,
    `CREATE DATABASE ${name} TEMPLATE template_kantinekortet STRATEGY FILE_COPY OWNER kantinekortet_owner`,
  );
  return {
    appUrl: `postgres://kantinekortet_app:app@127.0.0.1:${port}/${name}`,
    ownerUrl: `postgres://kantinekortet_owner:owner@127.0.0.1:${port}/${name}`,
    drop: () => asSuperuser(port, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(port: string, sql: string): Promise<void> {
  const client = new Client(`postgres://postgres@127.0.0.1:${port}/postgres`);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
