import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, startPostgres, type RunningPostgres } from './postgres.ts';
import { serverPid } from './postgres/leftovers.ts';

describe('the embedded PostgreSQL', () => {
  let directory: string;
  let dataDir: string;
  const running: RunningPostgres[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'kantinekortet-postgres-'));
    dataDir = join(directory, 'data');
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const start = async (superuserPassword?: string): Promise<RunningPostgres> => {
    const password = superuserPassword === undefined ? {} : { superuserPassword };
    const server = await startPostgres({ dataDir, port: await freePort(), settings: { fsync: 'off' }, ...password });
    running.push(server);
    return server;
  };

  it('keeps its data when it is stopped and started', async () => {
    const first = await start();
    await query(first.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
    const second = await start();
    expect(await query(second.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('asks everyone for the password when it was given one', async () => {
    const { superuserUrl } = await start('se/cret');
    expect(await query(superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(query(superuserUrl.replace('se%2Fcret', 'wrong'), 'SELECT 1')).rejects.toThrow('password');
  });

  it('starts after a crash that left its PID file, though the number belongs to another program now', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
    const { superuserUrl } = await start();
    expect(await query(superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes the place of a server that a killed run left working', async () => {
    const first = await start();
    const second = await start();
    await first.exited;
    expect(serverPid(dataDir)).toBeGreaterThan(1);
    expect(await query(second.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('begins anew where a first start was cut short', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'kantinekortet-complete'));
    const { superuserUrl } = await start();
    expect(await query(superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops when the program that started it is gone', async () => {
    const server = await start();
    server.process.stdin?.destroy();
    await server.exited;
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
