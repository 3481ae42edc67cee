import { Injectable } from '@nestjs/common';
import { newId } from '../ids.ts';
import type { Tx } from '../database/tx.ts';

/** Side effects that must happen if, and only if, the transaction does. Delivered at least once. */
@Injectable()
export class Outbox {
  /** Writes a message in the caller's transaction. `payload` must survive JSON. */
  async add(tx: Tx, topic: string, payload: object): Promise<void> {
    await tx.query('INSERT INTO outbox (id, topic, payload) VALUES ($1, $2, $3)', [
      newId(),
      topic,
      JSON.stringify(payload),
    ]);
  }
}
