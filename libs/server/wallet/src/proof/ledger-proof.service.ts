import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import { readRows } from '../reader.ts';

/** Something in the books that cannot be. `finding` is a stable code, `subject` names the row. */
export interface LedgerFinding {
  readonly finding: string;
  readonly schoolId: string | null;
  readonly subject: string;
  readonly detail: string;
}

/** What a proof covered and found; no findings means proven. */
export interface LedgerProof {
  readonly isWhole: boolean;
  readonly findings: readonly LedgerFinding[];
  /** Schools whose hash chain grew by this proof: those that booked something since the last. */
  readonly newCheckpoints: number;
}

interface Range {
  readonly fromTx: number;
  readonly beforeTx: number;
}

/** Of each kind of look: a forgery may have touched every row, and memory stays bounded all the same. */
const maximumFindings = 1_000;

const incremental = ['ledger_prove_operations', 'ledger_prove_sequences', 'ledger_prove_wallets', 'ledger_prove_sums'];
const whole = ['ledger_prove_operations', 'ledger_prove_sequences', 'ledger_prove_wallets'];

const findingColumns = 'finding, school_id AS "schoolId", subject, detail';

/**
 * The auditor's proof: everything belongs to an operation, entries follow from each other without a gap, wallets equal
 * their entries, holds and claims, and history is what it was when it was proven before.
 */
@Injectable()
export class LedgerProofService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Proves what was booked since the last proof, or everything, as one snapshot while sales go on; then links what is
   * older than every running transaction to the hash chains. With findings, the chains do not grow.
   */
  async prove({ isWhole }: { readonly isWhole: boolean }): Promise<LedgerProof> {
    await this.database.query('SELECT ledger_prepare_proof()');
    return this.database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await tx.query('LOCK TABLE ledger_proof_turn IN SHARE ROW EXCLUSIVE MODE');
      const provenTx = await this.provenTx(tx);
      const beforeTx = await this.horizonTx(tx);
      const findings = [
        ...behind(provenTx, beforeTx),
        ...(isWhole ? await this.wholeFindings(tx, provenTx) : await this.lookAll(tx, incremental, provenTx)),
      ];
      const canGrow = findings.length === 0 && beforeTx > provenTx;
      return { isWhole, findings, newCheckpoints: canGrow ? await this.grow(tx, { fromTx: provenTx, beforeTx }) : 0 };
    });
  }

  private async wholeFindings(tx: Tx, provenTx: number): Promise<LedgerFinding[]> {
    return [
      ...(await this.lookAll(tx, whole, 0)),
      ...(await this.look(tx, 'ledger_prove_totals()', [])),
      ...(await this.look(tx, 'ledger_prove_rollups($1)', [provenTx])),
      ...(await this.chainFindings(tx)),
    ];
  }

  private async lookAll(tx: Tx, functions: readonly string[], sinceTx: number): Promise<LedgerFinding[]> {
    const findings: LedgerFinding[] = [];
    for (const name of functions) findings.push(...(await this.look(tx, `${name}($1)`, [sinceTx])));
    return findings;
  }

  private look(tx: Tx, call: string, parameters: readonly number[]): Promise<LedgerFinding[]> {
    const sql = `SELECT ${findingColumns} FROM ${call} LIMIT ${maximumFindings}`;
    return readRows<LedgerFinding>(tx, sql, parameters);
  }

  /** Every run links one range for all schools, so the ranges are walked once, each with bounded memory. */
  private async chainFindings(tx: Tx): Promise<LedgerFinding[]> {
    const ranges = await readRows<Range>(
      tx,
      'SELECT DISTINCT from_tx AS "fromTx", before_tx AS "beforeTx" FROM ledger_checkpoint ORDER BY before_tx',
      [],
    );
    const findings: LedgerFinding[] = [];
    for (const { fromTx, beforeTx } of ranges) {
      findings.push(...(await this.look(tx, 'ledger_prove_chain($1, $2)', [fromTx, beforeTx])));
      if (findings.length >= maximumFindings) break;
    }
    return findings;
  }

  private async grow(tx: Tx, { fromTx, beforeTx }: Range): Promise<number> {
    await tx.query('SELECT ledger_add_rollups($1, $2)', [fromTx, beforeTx]);
    const sql = 'SELECT ledger_add_checkpoints($1, $2, $3) AS added';
    const [row] = await readRows<{ added: number }>(tx, sql, [fromTx, beforeTx, this.clock.now()]);
    return row?.added ?? 0;
  }

  private async provenTx(tx: Tx): Promise<number> {
    const sql = 'SELECT coalesce(max(before_tx), 0) AS tx FROM ledger_checkpoint';
    const [row] = await readRows<{ tx: number }>(tx, sql, []);
    return row?.tx ?? 0;
  }

  /** The oldest transaction that may still be running: everything before it is decided and seen. */
  private async horizonTx(tx: Tx): Promise<number> {
    const sql = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS tx';
    const [row] = await readRows<{ tx: number }>(tx, sql, []);
    return row?.tx ?? 0;
  }
}

/** A database restored from a dump counts transactions anew; its rows would slip past the incremental proof. */
function behind(provenTx: number, horizonTx: number): LedgerFinding[] {
  if (horizonTx >= provenTx) return [];
  const detail = `proven up to ${provenTx}, but at ${horizonTx}: move it ahead with pg_resetwal --next-transaction-id`;
  return [{ finding: 'transaction_counter_behind', schoolId: null, subject: 'this database', detail }];
}
