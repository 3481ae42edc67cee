import { readFileSync } from 'node:fs';
import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CardSecrets } from '@kantinekortet/cards';
import { newId, Secrets, type Config } from '@kantinekortet/platform';
import { Client } from 'pg';

/** A paired till with its cashier, and the cards that come to it. */
export interface BenchTill {
  readonly cookie: string;
  readonly cashierSessionId: string;
  readonly cards: readonly string[];
  readonly lines: readonly { readonly revisionId: string; readonly quantity: number }[];
  readonly totalOre: number;
}

/** Tills spread evenly over this many schools. */
export interface Scenario {
  readonly schools: number;
  readonly cardsPerSchool: number;
  readonly tills: readonly BenchTill[];
}

const tillCount = 64;
const balanceOre = 10_000_000;
const prices = [4500, 1500];

/** Loads the same number of wallets once into one school and once spread over many. */
export async function loadScenarios(ownerUrl: string, config: Config, wallets: number): Promise<readonly Scenario[]> {
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    await client.query(readFileSync(join(import.meta.dirname, 'load-school.sql'), 'utf8'));
    const loader = new SchoolLoader(client, new Secrets(config));
    const scenarios = [await loader.scenario(1, wallets), await loader.scenario(32, wallets)];
    for (const table of filledTables) await client.query(`VACUUM (ANALYZE) ${table}`);
    return scenarios;
  } finally {
    await client.end();
  }
}

/** Empty tables stay without statistics, as after an installation. */
const filledTables = [
  'account', 'wallet', 'operation', 'transfer', 'pupil', 'card', 'card_directory', 'register', 'session',
  'cashier_session', 'product', 'product_revision', 'bench_card', 'bench_till',
]; // prettier-ignore

class SchoolLoader {
  private readonly merchantId = newId();
  private readonly client: Client;
  private readonly secrets: Secrets;
  private readonly cards: CardSecrets;
  private nextCardNumber = 1_000_000_000;
  private loadedSchools = 0;

  constructor(client: Client, secrets: Secrets) {
    this.client = client;
    this.secrets = secrets;
    this.cards = new CardSecrets(secrets);
  }

  async scenario(schools: number, wallets: number): Promise<Scenario> {
    const cardsPerSchool = Math.ceil(wallets / schools);
    const perSchool: BenchTill[][] = [];
    for (let school = 0; school < schools; school += 1) {
      perSchool.push(await this.school(schools, school, cardsPerSchool, tillCount / schools));
    }
    // Till by till over the schools, so that eight tills are in eight of them.
    const tills = Array.from(
      { length: tillCount },
      (_, till) => perSchool[till % schools]?.[Math.floor(till / schools)],
    );
    return { schools, cardsPerSchool, tills: tills.filter((till) => till !== undefined) };
  }

  private async school(schools: number, index: number, cardCount: number, registerCount: number): Promise<BenchTill[]> {
    const schoolId = newId();
    const tokens = Array.from({ length: cardCount }, () => this.cards.drawToken());
    const products = prices.map((priceOre) => ({ id: newId(), revisionId: newId(), priceOre }));
    const registers = Array.from({ length: registerCount }, () => {
      const token = randomBytes(32).toString('base64url');
      const sessionHmac = `\\x${this.secrets.hmac('session', token).toString('hex')}`;
      return { id: newId(), sessionId: newId(), cashierSessionId: newId(), token, sessionHmac };
    });
    this.loadedSchools += 1;
    await this.client.query('SELECT bench_load_school($1, $2, $3, $4, $5, $6, $7, $8)', [
      schoolId,
      this.merchantId,
      `Skole ${this.loadedSchools}`,
      tokens.map((token) => this.cards.hmacOfToken(token)),
      this.nextCardNumber,
      JSON.stringify(registers),
      JSON.stringify(products),
      balanceOre,
    ]);
    this.nextCardNumber += cardCount;
    const totalOre = prices.reduce((total, price) => total + price, 0);
    const lines = products.map(({ revisionId }) => ({ revisionId, quantity: 1 }));
    for (const [position, register] of registers.entries()) {
      await this.client.query('INSERT INTO bench_till VALUES ($1, $2, $3, $4)', [
        schools,
        position * schools + index,
        schoolId,
        {
          position: 0,
          school_id: schoolId,
          register_id: register.id,
          session_id: register.sessionId,
          cashier_session_id: register.cashierSessionId,
          content_hash: `\\x${createHmac('sha256', 'bench').digest('hex')}`,
          lines: lines.map(({ revisionId, quantity }) => ({ revision_id: revisionId, quantity })),
          total_ore: totalOre,
          register_counter: 1,
        },
      ]);
    }
    return registers.map(({ token, cashierSessionId }) => ({
      cookie: `__Host-kk-till=${token}`,
      cashierSessionId,
      cards: tokens,
      lines,
      totalOre,
    }));
  }
}
