import type { Tx } from '@kantinekortet/platform';
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
}

const holderSql = `
  SELECT p.id AS "pupilId", p.name AS "pupilName"
    FROM refund r JOIN pupil p ON p.school_id = r.school_id AND p.wallet_id = r.wallet_id
   WHERE r.school_id = $1 AND r.id = $2`;

/** What of a refund only the office can do: agree that it is paid out, and look at one that does not get away. */
@Injectable()
export class RefundTasks {
  private readonly tasks: OfficeTasks;

  constructor(tasks: OfficeTasks) {
    this.tasks = tasks;
  }

  /** Asks the office once; again changes nothing. */
  async open(tx: Tx, kind: 'refund_approval' | 'refund_stuck', part: TaskPart): Promise<void> {
    const { schoolId, id: subjectId, refundId, amountOre } = part;
    const [holder] = await tx.query<Holder[]>(holderSql, [schoolId, refundId]);
    if (!holder) throw new Error(`Refund ${refundId} is nobody's`);
    await this.tasks.open(tx, { schoolId, kind, subjectId, facts: { refundId, amountOre, ...holder } });
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
}
