import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import fc from 'fast-check';
import { Books } from './testing/books.ts';
import type { ShownWallet, Step } from './testing/coin-model.ts';
import { LedgerActor, type StepOutcome } from './testing/ledger-actor.ts';
import { modelAfter, unexplained } from './testing/explain.ts';

const seed = Number(process.env['LEDGER_SEED'] ?? Date.now() % 2 ** 31);
const [scenarios, rounds, atOnce] = [70, 18, 8];

let books: Books;
let stepsRun = 0;

beforeAll(async () => {
  books = await Books.open();
  let lastMs = Date.now();
  books.api.clock.now = () => new Date((lastMs += 1));
});

afterAll(() => books.close());

/** A step in numbers, which mean something once the wallets and earlier steps are known. */
const draft = fc.record({
  kind: fc.constantFrom<Step['kind'] | 'replay' | 'conflict'>(
    ...([
      'top_up',
      'top_up',
      'top_up',
      'goodwill',
      'sale',
      'sale',
      'sale',
      'sale_return',
      'fee',
      'fee_waiver',
      'claim',
    ] as const),
    ...([
      'claim_settlement',
      'hold',
      'hold',
      'hold_post',
      'hold_void',
      'sibling_transfer',
      'replay',
      'conflict',
    ] as const),
  ),
  wallet: fc.nat(2),
  ore: fc.integer({ min: 1, max: 60 }),
  payer: fc.nat(2),
  earlier: fc.nat(1000),
  floor: fc.constantFrom(0, 20),
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

/** One family's wallets and all that happens to them, on the ledger and in the model. */
class Scenario {
  readonly wallets: readonly string[];
  private readonly payers = [newId(), newId(), newId()];
  private readonly actor = new LedgerActor(books);
  private history: readonly StepOutcome[] = [];

  constructor(wallets: readonly string[]) {
    this.wallets = wallets;
  }

  /** Runs steps at the same time and holds the ledger's answers, and what it shows then, to the model's. */
  async round(drafts: readonly Draft[]): Promise<void> {
    const outcomes = await Promise.all(drafts.map((item) => this.perform(item)));
    stepsRun += outcomes.length;
    const news = outcomes.filter((outcome) => outcome !== undefined);
    const accepted = await inBookedOrder(news.filter(({ refusal }) => refusal === undefined));
    const refused = news.filter(({ refusal }) => refusal !== undefined);
    expect(unexplained(this.wallets, this.history, accepted, refused)).toEqual([]);
    this.history = [...this.history, ...accepted];
    expect(await this.ledgerShows()).toEqual(this.modelShows());
  }

  /** What came of a new step; nothing for a repetition, whose answer is checked here. */
  private async perform(item: Draft): Promise<StepOutcome | undefined> {
    const known = this.history[item.earlier % Math.max(1, this.history.length)];
    if (item.kind === 'replay' || item.kind === 'conflict') {
      if (known) await this.repeat(known, item.kind);
      return undefined;
    }
    const step = this.step(item, item.kind);
    return step && this.actor.perform(newId(), step);
  }

  private async repeat(known: StepOutcome, kind: 'replay' | 'conflict'): Promise<void> {
    const { id, step, result } = known;
    if (kind === 'replay') {
      const again = await this.actor.perform(id, step);
      expect(again).toEqual({ id, step, refusal: undefined, isReplay: true, result });
    } else {
      const other: Step = { kind: 'goodwill', wallet: step.wallet, ore: 99 };
      expect((await this.actor.perform(id, other)).refusal).toBe('operation_conflict');
    }
  }

  private step({ wallet: index, ore, payer, earlier, floor }: Draft, kind: Step['kind']): Step | undefined {
    const wallet = this.wallets[index] ?? '';
    const payerId = this.payers[payer] ?? '';
    switch (kind) {
      case 'top_up':
        return { kind, wallet, ore, payerId, paymentReference: `pi_${earlier}` };
      case 'hold':
        return { kind, wallet, ore, payerId };
      case 'fee':
        return { kind, wallet, ore, floor };
      case 'sibling_transfer':
        return { kind, wallet, ore, to: this.wallets[(index + 1) % this.wallets.length] ?? '' };
      case 'goodwill':
      case 'sale':
      case 'claim':
        return { kind, wallet, ore };
      case 'claim_settlement':
        return { kind, wallet };
      case 'sale_return':
        return this.about('sale', earlier, (sale) => ({ kind, wallet: sale.step.wallet, sale: sale.id, ore }));
      case 'fee_waiver':
        return this.about('fee', earlier, (fee) => ({ kind, wallet: fee.step.wallet, fee: fee.id }));
      case 'hold_post':
        return this.about('hold', earlier, (hold) => ({ kind, wallet: hold.step.wallet, hold: hold.id, ore }));
      case 'hold_void':
        return this.about('hold', earlier, (hold) => ({ kind, wallet: hold.step.wallet, hold: hold.id }));
    }
  }

  private about(kind: Step['kind'], pick: number, make: (about: StepOutcome) => Step): Step | undefined {
    const candidates = this.history.filter(({ step }) => step.kind === kind);
    const about = candidates[pick % Math.max(1, candidates.length)];
    return about && make(about);
  }

  private modelShows(): ShownWallet[] {
    const model = modelAfter(this.wallets, this.history);
    return this.wallets.map((wallet) => model.show(wallet));
  }

  private ledgerShows(): Promise<ShownWallet[]> {
    const { database, schoolId } = books;
    const shown = this.wallets.map(async (id): Promise<ShownWallet> => {
      const { balanceOre: balance, heldOre: held, claimedOre } = await books.wallet(id);
      const claims = claimedOre === 0 ? [] : await books.claims.outstanding(database, schoolId, id);
      const layers = await books.remainders(id);
      return {
        balance,
        held,
        owed: claims.map(({ outstandingOre }) => outstandingOre),
        layers: layers.map(({ payerId, amountOre }) => [payerId, amountOre]),
      };
    });
    return Promise.all(shown);
  }
}

/** Operations were recorded under their wallets' locks, each at a moment of its own. */
async function inBookedOrder(outcomes: readonly StepOutcome[]): Promise<StepOutcome[]> {
  const rows = await books.database.query<{ id: string }>(
    'SELECT id FROM operation WHERE school_id = $1 AND id = ANY ($2::uuid[]) ORDER BY recorded_at',
    [books.schoolId, outcomes.map(({ id }) => id)],
  );
  return rows.flatMap((row) => outcomes.filter(({ id }) => id === row.id));
}

describe('the ledger and a plain model of coins', () => {
  it(`agree on at least 10,000 operations, eight at a time (LEDGER_SEED=${seed})`, async () => {
    const script = fc.array(fc.array(draft, { minLength: atOnce, maxLength: atOnce }), {
      minLength: rounds,
      maxLength: rounds,
    });
    await fc.assert(
      fc.asyncProperty(script, async (drafts) => {
        const scenario = new Scenario([await books.aWallet(), await books.aWallet(), await books.aWallet()]);
        for (const round of drafts) await scenario.round(round);
      }),
      { seed, numRuns: scenarios, endOnFailure: true },
    );
    expect(stepsRun).toBeGreaterThanOrEqual(10_000);
    expect(await books.findings()).toEqual([]);
  }, 300_000);
});
