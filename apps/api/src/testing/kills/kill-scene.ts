import { expect } from '@jest/globals';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { aPupil, aSchool, makeGuardian, signedInGuardian, type TestPupil } from '@kantinekortet/testing';
import { LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { featureModules } from '../../features.ts';
import { aPaidMerchant } from '../school-scene.ts';
import type { Hold } from './holds.ts';
import { KillableApi } from './killable-api.ts';

/** A guardian in the portal of the process that is killed, with a child and its school's merchant. */
export interface KillFamily {
  readonly merchant: SandboxMerchant;
  readonly pupil: TestPupil;
  readonly browser: HttpClient;
}

/** A process to kill, the payment sandbox, and a look at the books from outside. */
export class KillScene {
  readonly api: TestApi;
  readonly sandbox: PaymentSandbox;
  readonly process: KillableApi;
  private readonly boss: PgBoss;

  private constructor(api: TestApi, sandbox: PaymentSandbox, process: KillableApi, boss: PgBoss) {
    this.api = api;
    this.sandbox = sandbox;
    this.process = process;
    this.boss = boss;
  }

  static async open(): Promise<KillScene> {
    const [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
    const process = await KillableApi.beside(api);
    const connectionString = api.config.databaseUrl;
    const boss = new PgBoss({
      connectionString,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    return new KillScene(api, sandbox, process, boss);
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.process.kill();
    await Promise.all([this.api.close(), this.sandbox.stop()]);
  }

  async aFamily(aMerchant?: Parameters<typeof aPaidMerchant>[2]): Promise<KillFamily> {
    await this.api.database.query('DELETE FROM rate_limit');
    const merchant = await aPaidMerchant(this.process.api, this.sandbox, aMerchant);
    const { id: schoolId } = await aSchool(this.api, { merchantId: merchant.id });
    const pupil = await aPupil(this.api, schoolId);
    const { person, browser } = await signedInGuardian(this.process.api);
    await makeGuardian(this.api, pupil, person.id);
    return { merchant, pupil, browser };
  }

  /** Has somebody act, kills the process where it is held meanwhile, and starts it again. */
  async killWhile(family: KillFamily, act: () => Promise<unknown>, hold: Hold): Promise<void> {
    const held = await hold({ ownerUrl: this.api.ownerUrl, sandbox: this.sandbox, family });
    const acting = act().catch(() => undefined);
    await held.reached();
    await this.process.kill();
    await acting;
    await held.letGo();
    await this.process.start();
  }

  /** The worker's looks of every few minutes, now, as if what is open had been so for a while. */
  async wakeWorker(): Promise<void> {
    await this.asOwner(`UPDATE top_up SET created_at = created_at - interval '6 minutes' WHERE ended_at IS NULL`);
    await this.asOwner(
      `UPDATE auto_top_up_run SET created_at = created_at - interval '6 minutes', changed_at = changed_at - interval '6 minutes'
        WHERE ended_at IS NULL`,
    );
    const jobs = ['payments.ask-about-open-top-ups', 'payments.auto-top-ups', 'refunds.move'];
    for (const job of jobs) await this.boss.send(job);
  }

  async asOwner(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    const owner = new Client({ connectionString: this.api.ownerUrl });
    await owner.connect();
    await owner.query(sql, [...parameters]).finally(() => owner.end());
  }

  async balanceOre({ pupil: { schoolId, walletId } }: KillFamily): Promise<number> {
    const { balanceOre, heldOre } = await this.api.get(WalletsService).get(this.api.database, schoolId, walletId);
    return balanceOre - heldOre;
  }

  /** As they are written down: nobody asks the provider for it. */
  async topUpStatuses({ pupil }: KillFamily): Promise<string[]> {
    const rows = await this.api.database.query<{ status: string }>(
      'SELECT status FROM top_up WHERE school_id = $1 AND wallet_id = $2',
      [pupil.schoolId, pupil.walletId],
    );
    return rows.map(({ status }) => status);
  }

  /** The ledger holds to the øre what the sandbox's own record says is there for the merchant, and proves itself. */
  async expectBooksAsSandbox({ merchant, pupil }: KillFamily): Promise<void> {
    const payments = await this.sandbox.payments(merchant.id);
    const atProviderOre = payments.reduce(
      (sum, { status, amountOre, refundedOre }) => sum + (status === 'paid' ? amountOre - refundedOre : 0),
      0,
    );
    const [books] = await this.api.database.query<{ clearingOre: number; transitOre: number }>(
      `SELECT coalesce(sum(CASE a.kind WHEN 'clearing' THEN l.ore END), 0)::bigint AS "clearingOre",
              coalesce(sum(CASE a.kind WHEN 'in_transit' THEN l.ore END), 0)::bigint AS "transitOre"
         FROM account a
         JOIN (SELECT debit_account_id AS id, amount_ore AS ore FROM transfer WHERE school_id = $1
               UNION ALL SELECT credit_account_id, -amount_ore FROM transfer WHERE school_id = $1) l ON l.id = a.id
        WHERE a.school_id = $1 AND (a.kind = 'in_transit' OR a.name = $2)`,
      [pupil.schoolId, merchant.provider],
    );
    expect(books).toEqual({ clearingOre: atProviderOre, transitOre: 0 });
    const { findings } = await this.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
  }
}
