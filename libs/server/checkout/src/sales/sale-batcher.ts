import { Injectable, Logger } from '@nestjs/common';
import { Database, Secrets } from '@kantinekortet/platform';
import { formBatch, type Keyed } from './form-batch.ts';
import type { SaleOutcome, SaleRequest } from './sale-request.ts';
import { signingKey, signingKeyVersion } from './signing-key.ts';

const maximumBatchSize = 64;
/** While one statement waits for the disk, the next one may already be worked on; more only make smaller batches. */
const maximumInFlight = 2;
/** A lone sale is asked again this often when the connection broke: it has an id, so it is booked once. */
const maximumTries = 3;

interface WaitingSale extends Keyed {
  readonly request: SaleRequest;
  readonly resolve: (outcome: SaleOutcome) => void;
  readonly reject: (error: unknown) => void;
}

interface OutcomeRow extends SaleOutcome {
  readonly position: number;
}

/**
 * Gathers the sales that arrive while a statement is in flight and books them together, an answer each. A lone sale
 * is sent at once. Two sales of one register or for one card are never in flight together.
 */
@Injectable()
export class SaleBatcher {
  private readonly logger = new Logger(SaleBatcher.name);
  private readonly inFlightKeys = new Set<string>();
  private readonly key: Buffer;
  private readonly database: Database;
  private waiting: WaitingSale[] = [];
  private inFlight = 0;

  constructor(database: Database, secrets: Secrets) {
    this.database = database;
    this.key = signingKey(secrets);
  }

  /** Resolves with what the database decided, once that is on disk. Rejects only when it could not be asked. */
  book(request: SaleRequest): Promise<SaleOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, keys: keysOf(request), resolve, reject });
      this.sendWhatCan();
    });
  }

  private sendWhatCan(): void {
    while (this.inFlight < maximumInFlight && this.waiting.length > 0) {
      const { batch, waiting } = formBatch(this.waiting, this.inFlightKeys, maximumBatchSize);
      if (batch.length === 0) return;
      this.waiting = waiting;
      void this.send(batch);
    }
  }

  private async send(batch: readonly WaitingSale[]): Promise<void> {
    const keys = batch.flatMap((sale) => sale.keys);
    this.inFlight += 1;
    for (const key of keys) this.inFlightKeys.add(key);
    const deferred = await this.settle(batch);
    for (const key of keys) this.inFlightKeys.delete(key);
    this.inFlight -= 1;
    this.waiting = [...deferred, ...this.waiting];
    this.sendWhatCan();
  }

  /** Answers each sale of the batch and returns those that the database put off to the next one. */
  private async settle(batch: readonly WaitingSale[]): Promise<readonly WaitingSale[]> {
    try {
      const outcomes = await this.ask(batch);
      return batch.filter((sale, position) => !answer(sale, outcomes[position]));
    } catch (error) {
      this.logger.warn({ err: error, sales: batch.length }, 'A batch failed; each of its sales is booked alone');
      return this.settleAlone(batch);
    }
  }

  /** One bad sale must not take the others with it. What had been booked after all answers as a replay. */
  private async settleAlone(batch: readonly WaitingSale[]): Promise<readonly WaitingSale[]> {
    const deferred: WaitingSale[] = [];
    for (const sale of batch) {
      try {
        const [outcome] = await this.askAgain(sale);
        if (!answer(sale, outcome)) deferred.push(sale);
      } catch (error) {
        sale.reject(error);
      }
    }
    return deferred;
  }

  private async askAgain(sale: WaitingSale): Promise<readonly SaleOutcome[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.ask([sale]);
      } catch (error) {
        if (attempt === maximumTries) throw error;
      }
    }
  }

  private async ask(batch: readonly WaitingSale[]): Promise<readonly SaleOutcome[]> {
    const requests = batch.map(({ request }, position) => ({ ...request, position }));
    const { rows } = await this.database.pool.query<OutcomeRow>({
      name: 'book_sales',
      text: 'SELECT position, code, body FROM book_sales($1, $2, $3) ORDER BY position',
      values: [JSON.stringify(requests), this.key, signingKeyVersion],
    });
    if (rows.length !== batch.length) throw new Error(`book_sales answered ${rows.length} of ${batch.length} sales`);
    return rows;
  }
}

function keysOf({ register_id, card_token_hmac, pupil_id }: SaleRequest): readonly string[] {
  return [register_id, card_token_hmac ?? pupil_id ?? ''];
}

function answer(sale: WaitingSale, outcome: SaleOutcome | undefined): boolean {
  if (outcome === undefined || outcome.code === 'deferred') return false;
  sale.resolve(outcome);
  return true;
}
