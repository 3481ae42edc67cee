import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '@kantinekortet/platform';
import { removeDataDirectory } from '../postgres/account.ts';
import { readSecrets, DataDirectory } from '../start/data-directory.ts';
import { freePorts } from '../start/ports.ts';
import { startStack, type Stack } from '../start/stack.ts';
import { workspace } from '../run-command.ts';
import { measureBooks, type BooksResults } from './books.ts';
import { loadScenarios, type Scenario } from './canteens.ts';
import { describeMachine } from './machine.ts';
import { loadOffices } from './offices.ts';
import { Rounds, type Row } from './rounds.ts';
import { measureImport, type ImportRow } from './imports.ts';
import { measureSearch } from './search.ts';

const dataDir = join(workspace, '.kantinekortet/bench');
const resultsFile = join(workspace, 'bench/results.json');
const wallets = Number(process.env['BENCH_WALLETS'] ?? 50_000);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10);
const registerCounts = [1, 8, 64];
/** How many the books have when they are large; 0 leaves that part out. It takes about 1 KB of disk each. */
const transfers = Number(process.env['BENCH_TRANSFERS'] ?? 10_000_000);
/** The first one also warms up. */
const importRounds = 3;
const searched = { schools: Number(process.env['BENCH_SCHOOLS'] ?? 500), pupilsPerSchool: 700 };
/** What anyone would set on a server of this size. Durability is as in production: nothing is relaxed. */
const postgresSettings = { shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '150' };

const ports = await freePorts();
/** `sales`, `offices` or `books`: that part alone. */
const only = process.env['BENCH_ONLY'];
const isWanted = (part: string) => only === undefined || only === part;
const sales = isWanted('sales') ? await withStack(measureSales) : undefined;
// Databases of their own, so that what was sold before does not lie between few and many.
const offices = isWanted('offices') ? await withStack(measureOffices) : undefined;
const books = isWanted('books') && transfers > 0 ? await withStack(measureLargeBooks) : undefined;
report({ ...sales, ...offices, books });

async function withStack<T>(measure: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = await startStack({
    ports,
    dataDir,
    reset: true,
    withSpas: false,
    withDemo: false,
    apiEnv: { ROLE: 'api', LOG_LEVEL: 'error' },
    postgresSettings,
    report: (step) => console.log(`· ${step}`),
  });
  try {
    return await Promise.race([measure(stack), stack.failure]);
  } finally {
    await stack.stop();
    removeDataDirectory(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureLargeBooks({ databaseUrl, ownerDatabaseUrl }: Stack): Promise<BooksResults> {
  const { secretKey } = readSecrets(new DataDirectory(dataDir));
  const stack = { port: ports.api, databaseUrl, ownerUrl: ownerDatabaseUrl };
  return measureBooks(stack, benchConfig(databaseUrl, secretKey), transfers);
}

async function measureSales({ apiUrl, databaseUrl, ownerDatabaseUrl }: Stack) {
  const { secretKey } = readSecrets(new DataDirectory(dataDir));
  const config = benchConfig(databaseUrl, secretKey);
  console.log(`· Loading ${wallets} wallets into one school, and as many over 32`);
  const scenarios = await loadScenarios(ownerDatabaseUrl, config, wallets);
  const machine = await describeMachine(databaseUrl);
  const rounds = await Rounds.prepare({ apiUrl, databaseUrl, dataDir, config, seconds, port: ports.api });
  const idleMiB = await rounds.apiMemoryMiB();
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    await rounds.warmUp(scenario);
    for (const registers of registerCounts) rows.push(await measureRow(rounds, scenario, registers));
  }
  const afterLoadMiB = await rounds.apiMemoryMiB();
  return { machine, rows, apiMemoryMiB: { idle: idleMiB, afterLoad: afterLoadMiB } };
}

async function measureOffices({ databaseUrl, ownerDatabaseUrl }: Stack) {
  const { secretKey } = readSecrets(new DataDirectory(dataDir));
  const config = benchConfig(databaseUrl, secretKey);
  console.log(`· Loading ${searched.schools} schools with ${searched.pupilsPerSchool} pupils each`);
  const offices = await loadOffices(ownerDatabaseUrl, config, searched);
  const search = await measureSearch(ports.api, offices, searched.schools * searched.pupilsPerSchool);
  const [office] = offices;
  if (!office) throw new Error('There is no school to import into');
  const imports: ImportRow[] = [];
  for (let round = 0; round < importRounds; round += 1) imports.push(await measureImport(ports.api, office));
  return { search, imports };
}

function report(
  measured: Partial<Awaited<ReturnType<typeof measureSales>>> &
    Partial<Awaited<ReturnType<typeof measureOffices>>> & { books: BooksResults | undefined },
): void {
  const results = { measuredAt: new Date().toISOString(), wallets, secondsPerRound: seconds, ...measured };
  mkdirSync(join(workspace, 'bench'), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const { rows, search, imports, machine, apiMemoryMiB, books } = measured;
  if (rows && machine && apiMemoryMiB) {
    console.table(rows);
    console.log(`API memory (RSS): ${apiMemoryMiB.idle} MiB idle, ${apiMemoryMiB.afterLoad} MiB after the load`);
    console.log(`Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}`);
    console.log(`Node ${machine.node}, PostgreSQL ${machine.postgres}, the load generator on the same machine`);
  }
  if (search) console.table([search]);
  if (imports) console.table(imports);
  if (books) {
    const { few, many, ...ratios } = books;
    console.table([few, many]);
    console.table([ratios]);
  }
  console.log(`Written to ${resultsFile}`);
}

async function measureRow(rounds: Rounds, scenario: Scenario, registers: number): Promise<Row> {
  const row = await rounds.row(scenario, registers);
  console.log(
    `· ${scenario.schools} school(s), ${registers} register(s): HTTP ${row.http}/s, direct ${row.direct}/s, ratio ${row.ratio}`,
  );
  return row;
}

function benchConfig(databaseUrl: string, secretKey: string): Config {
  const none = 'http://127.0.0.1';
  return new Config({
    DATABASE_URL: databaseUrl,
    SECRET_KEY: secretKey,
    PARENT_URL: none,
    OFFICE_URL: none,
    CHECKOUT_URL: none,
    API_URL: none,
    SMTP_URL: 'smtp://127.0.0.1',
    MAIL_FROM: 'none@kantinekortet.example',
  });
}
