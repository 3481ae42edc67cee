import { newId } from '@kantinekortet/platform';
import { earlierTransactionsEnd, type TestApi } from '@kantinekortet/platform/testing';
import { HoldsService, LedgerProofService } from '@kantinekortet/wallet';
import { Client } from 'pg';
import type { BooksScene } from './books-scene.ts';

/** Runs SQL as the role that owns the tables, as no part of the API can. */
export async function asOwner(api: TestApi, sql: string, parameters: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: api.ownerUrl });
  await client.connect();
  await client.query(sql, [...parameters]).finally(() => client.end());
}

/** Proves and links all that was written before. */
export async function proveAll(api: TestApi): Promise<void> {
  await earlierTransactionsEnd(api.database);
  await api.get(LedgerProofService).prove({ isWhole: false });
}

/** One part of a refund to a bank account and the file that pays it, as rows, so that each can be wrong by itself. */
export class RefundRows {
  private readonly scene: BooksScene;
  private readonly holdId: string;
  private readonly amountOre: number;
  private readonly partId = newId();
  private readonly fileId = newId();
  private readonly operationId = newId();

  constructor(scene: BooksScene, holdId: string, amountOre: number) {
    this.scene = scene;
    this.holdId = holdId;
    this.amountOre = amountOre;
  }

  /** The refund with its one part, which waits. */
  async ask(): Promise<void> {
    const [accountId, payerId] = [newId(), newId()];
    const { school, pupil } = this.scene;
    await this.insert('payout_account', {
      ...{ id: accountId, payer_kind: 'person', payer_id: payerId, holder_name: 'Kari', sealed_number: '\\x00' },
      ...{ last4: '3056', recorded_by: payerId, recorded_at: '2026-01-01', usable_at: '2026-01-04' },
    });
    const [{ operation_id: refundId } = { operation_id: newId() }] = await this.scene.api.database.query<{
      operation_id: string;
    }>('SELECT operation_id FROM hold WHERE school_id = $1 AND id = $2', [school.id, this.holdId]);
    await this.insert('refund', {
      ...{ id: refundId, wallet_id: pupil.walletId, merchant_id: school.merchantId, payer_kind: 'person' },
      ...{ payer_id: payerId, amount_ore: this.amountOre, is_everything: false, origin: 'guardian', asked_by: payerId },
      asked_at: '2026-01-01',
    });
    await this.insert('refund_part', {
      ...{ id: this.partId, refund_id: refundId, number: 1, route: 'bank', amount_ore: this.amountOre },
      ...{ hold_id: this.holdId, payout_account_id: accountId, status: 'waiting', needs_approval: false },
    });
  }

  async ready(): Promise<void> {
    await this.change(`UPDATE refund_part SET status = 'ready' WHERE id = $1`, this.partId);
  }

  /** The hold is posted: the money is on its way. */
  async post(): Promise<void> {
    const { api, school } = this.scene;
    const { holdId, amountOre, operationId: id } = this;
    const request = { id, schoolId: school.id, actor: 'system:test', occurredAt: api.clock.now(), holdId, amountOre };
    await api.database.transaction((tx) =>
      api.get(HoldsService).post(tx, { ...request, credit: { account: 'in_transit' } }),
    );
  }

  async sent(): Promise<void> {
    await this.change(
      `UPDATE refund_part SET status = 'sent', sent_at = now(), sent_operation_id = $2 WHERE id = $1`,
      this.partId,
      this.operationId,
    );
  }

  /** The file and its one line. */
  async prepareFile(): Promise<void> {
    await this.insert('payout_file', {
      ...{ id: this.fileId, number: 1, message_id: this.fileId.slice(0, 35), line_count: 1, total_ore: this.amountOre },
      ...{ execution_on: '2026-01-05', content: '\\x00', prepared_by: newId(), prepared_at: '2026-01-04' },
    });
    await this.insert('payout_line', {
      ...{ file_id: this.fileId, number: 1, part_id: this.partId, end_to_end_id: this.partId.slice(0, 35) },
      amount_ore: this.amountOre,
    });
  }

  async sendFile(): Promise<void> {
    await this.change(
      `UPDATE payout_file SET status = 'sent', sent_at = now(), approved_by = $2, approved_at = now() WHERE id = $1`,
      this.fileId,
      newId(),
    );
  }

  /** What nobody may do: another amount in the file's line. */
  async forgeLine(ore: number): Promise<void> {
    await this.change('UPDATE payout_line SET amount_ore = amount_ore - $2 WHERE file_id = $1', this.fileId, ore);
  }

  private change(sql: string, ...parameters: readonly unknown[]): Promise<void> {
    return asOwner(this.scene.api, sql, parameters);
  }

  private insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const json = JSON.stringify({ ...row, school_id: this.scene.school.id });
    const columns = ['school_id', ...Object.keys(row)].join(', ');
    return this.change(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`,
      json,
    );
  }
}
