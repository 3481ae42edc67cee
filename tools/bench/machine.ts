import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { Client } from 'pg';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly settings: Readonly<Record<string, string>>;
}

const statedSettings = ['synchronous_commit', 'fsync', 'full_page_writes', 'shared_buffers', 'max_wal_size'];

/** What the figures were measured on; the load generator runs there too. */
export async function describeMachine(url: string): Promise<Machine> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, current_setting(name) AS setting FROM unnest($1::text[]) name`,
    [['server_version', ...statedSettings]],
  );
  await client.end();
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    postgres: settings.get('server_version') ?? 'unknown',
    settings: Object.fromEntries(statedSettings.map((name) => [name, settings.get(name) ?? 'unknown'])),
  };
}
