import { Injectable } from '@nestjs/common';
import { newId } from '../ids.ts';
import type { Tx } from '../database/tx.ts';

/** Side effects that must happen if, and only if, the transaction does. Delivered at least once. */
@Injectable()
export class Outbox {
  /** Writes a message in the caller's transaction, to be delivered at once or `after`. `payload` must survive JSON. */
  async add(tx: Tx, topic: string, payload: object, { after }: { readonly after?: Date } = {}): Promise<void> {
    await tx.query('INSERT INTO outbox (id, topic, payload, deliver_after) VALUES ($1, $2, $3, $4)', [
      newId(),
      topic,
      JSON.stringify(payload),
      after ?? null,
    ]);
  }
}
