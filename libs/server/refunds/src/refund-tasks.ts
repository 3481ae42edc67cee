import { namedId, type Tx } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable } from '@nestjs/common';

interface TaskPart {
  readonly schoolId: string;
  readonly id: string;
  readonly refundId: string;
  readonly amountOre: number;
}

interface Holder {
  readonly pupilId: string;
  readonly pupilName: string;
  readonly isHousehold: boolean;
}

interface PreparedFile {
  readonly number: number;
  readonly lineCount: number;
  readonly amountOre: number;
  readonly preparedBy: string;
}

const holderSql = `
  SELECT p.id AS "pupilId", p.name AS "pupilName", r.payer_kind = 'household' AS "isHousehold"
    FROM refund r JOIN pupil p ON p.school_id = r.school_id AND p.wallet_id = r.wallet_id
   WHERE r.school_id = $1 AND r.id = $2`;

const fileSql = `
  SELECT f.number, f.line_count AS "lineCount", f.total_ore AS "amountOre", p.name AS "preparedBy"
    FROM payout_file f JOIN person p ON p.id = f.prepared_by
   WHERE f.school_id = $1 AND f.id = $2`;

/**
 * What of a refund only the office can do: agree that it is paid out, approve the file that a colleague has prepared,
 * look at one that does not get away, and hear from the family when the bank could not pay.
 */
@Injectable()
export class RefundTasks {
  private readonly tasks: OfficeTasks;

  constructor(tasks: OfficeTasks) {
    this.tasks = tasks;
  }

  /** Asks the office once; again changes nothing. */
  async open(tx: Tx, kind: 'refund_approval' | 'refund_stuck', part: TaskPart): Promise<void> {
    const { schoolId, id: subjectId, refundId, amountOre } = part;
    const { pupilId, pupilName } = await this.holder(tx, part);
    await this.tasks.open(tx, { schoolId, kind, subjectId, facts: { refundId, amountOre, pupilId, pupilName } });
  }

  /**
   * Tells the office that the bank sent a part back. A guardian who hears of it by mail gives another account by
   * themselves; the office is asked when the money had been taken for paid, or when nobody has a mail address.
   */
  async cameBack(tx: Tx, part: TaskPart, { isLate }: { readonly isLate: boolean }): Promise<void> {
    const { schoolId, id: subjectId, refundId, amountOre } = part;
    const { pupilId, pupilName, isHousehold } = await this.holder(tx, part);
    if (!isLate && !isHousehold) return;
    const facts = { refundId, amountOre, pupilId, pupilName };
    await this.tasks.open(tx, { schoolId, kind: 'payout_returned', subjectId, facts });
  }

  /** Asks for the second person that a payment file takes. */
  async openFile(tx: Tx, schoolId: string, payoutId: string): Promise<void> {
    const [file] = await tx.query<PreparedFile[]>(fileSql, [schoolId, payoutId]);
    if (!file) throw new Error(`Payout ${payoutId} does not exist`);
    const facts = { payoutId, ...file };
    await this.tasks.open(tx, { schoolId, kind: 'payout_approval', subjectId: payoutId, facts });
  }

  /** Asks the office to clear up what the bank says of a file and cannot be; the same contradiction is asked once. */
  async contradicted(
    tx: Tx,
    { schoolId, id: payoutId, number }: { readonly schoolId: string; readonly id: string; readonly number: number },
    said: { readonly lines: readonly number[]; readonly unknown: readonly string[] },
  ): Promise<void> {
    if (said.lines.length + said.unknown.length === 0) return;
    const [lines, unknown] = [said.lines.join(', '), said.unknown.join(', ')];
    const subjectId = namedId(`payout_contradiction/${payoutId}/${lines}/${unknown}`);
    const facts = { payoutId, number, lines, unknown: unknown.slice(0, 300), unknownCount: said.unknown.length };
    await this.tasks.openUnlessKnown(tx, { schoolId, kind: 'payout_contradiction', subjectId, facts });
  }

  /** A payment file needs no second person any more. */
  async resolveFile(
    tx: Tx,
    schoolId: string,
    payoutId: string,
    end: { readonly by: string; readonly resolution: 'approved' | 'withdrawn' },
  ): Promise<void> {
    await this.tasks.resolve(tx, { schoolId, kind: 'payout_approval', subjectId: payoutId, ...end });
  }

  /** Nobody has to look at a part any more: it was approved, or moved by itself. */
  async resolve(
    tx: Tx,
    kind: 'refund_approval' | 'refund_stuck',
    { schoolId, id: subjectId }: Pick<TaskPart, 'schoolId' | 'id'>,
    end: { readonly by: string | null; readonly resolution: string },
  ): Promise<void> {
    await this.tasks.resolve(tx, { schoolId, kind, subjectId, ...end });
  }

  private async holder(tx: Tx, { schoolId, refundId }: TaskPart): Promise<Holder> {
    const [holder] = await tx.query<Holder[]>(holderSql, [schoolId, refundId]);
    if (!holder) throw new Error(`Refund ${refundId} is nobody's`);
    return holder;
  }
}
