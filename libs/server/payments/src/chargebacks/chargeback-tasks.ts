import { namedId, type Tx } from '@kantinekortet/platform';
import type { MerchantAtProvider } from '@kantinekortet/providers';
import { OfficeTasks, type TaskFacts } from '@kantinekortet/tasks';
import { Injectable } from '@nestjs/common';
import type { TopUp } from '../top-up-rows.ts';
import type { MovedPart } from './chargeback-money.ts';
import type { Chargeback } from './chargeback-rows.ts';
import { isTaken, type ChargebackStatus, type ChargebackWord } from './chargeback-status.ts';

/** Why a task about a chargeback ended by itself. */
type Ending = Extract<ChargebackStatus, 'lost' | 'returned' | 'closed'>;

/** What the office does about chargebacks: give evidence in time, and see what somebody did at the provider. */
@Injectable()
export class ChargebackTasks {
  private readonly tasks: OfficeTasks;

  constructor(tasks: OfficeTasks) {
    this.tasks = tasks;
  }

  /** Asks the office of the payment's first school, anew when the money is taken that was only asked about. */
  async open(tx: Tx, chargeback: Chargeback, topUps: readonly TopUp[], moved: readonly MovedPart[]): Promise<void> {
    const { paymentSchoolId: schoolId, id: subjectId, kind, provider, reference, amountOre, status } = chargeback;
    const facts: TaskFacts = {
      stage: isTaken(status) ? 'taken' : 'asked',
      amountOre,
      owedOre: moved.reduce((total, { owedOre }) => total + owedOre, 0),
      ...{ provider, reference, childCount: topUps.length },
      ...(await firstPupilOf(tx, schoolId, topUps)),
    };
    await this.tasks.open(tx, { schoolId, kind, subjectId, facts, dueAt: chargeback.evidenceDueAt });
  }

  /** It is over: nobody has to look at it any more. */
  async resolve(tx: Tx, { paymentSchoolId: schoolId, id: subjectId, kind }: Chargeback, ending: Ending): Promise<void> {
    await this.tasks.resolve(tx, { schoolId, kind, subjectId, by: null, resolution: ending });
  }

  /** The dispute of a payment that nobody here asked for: a person finds out whose it is. */
  async askAboutUnknown(tx: Tx, schoolId: string, name: MerchantAtProvider, word: ChargebackWord) {
    const { kind, reference, amountOre, evidenceDueAt: dueAt, stage } = word;
    const key = { schoolId, kind, subjectId: namedId(`${kind}/${name.merchantId}/${name.provider}/${reference}`) };
    if (stage === 'over' || stage === 'kept') {
      await this.tasks.resolve(tx, { ...key, by: null, resolution: stage === 'kept' ? 'lost' : 'closed' });
      return;
    }
    const facts = { stage: 'unknown', amountOre, owedOre: 0, provider: name.provider, reference };
    await this.tasks.openUnlessKnown(tx, { ...key, facts, dueAt });
  }
}

async function firstPupilOf(tx: Tx, schoolId: string, topUps: readonly TopUp[]) {
  const walletIds = topUps.filter((topUp) => topUp.schoolId === schoolId).map(({ walletId }) => walletId);
  const [pupil] = await tx.query<{ pupilId: string; pupilName: string }[]>(
    `SELECT id AS "pupilId", name AS "pupilName" FROM pupil
      WHERE school_id = $1 AND wallet_id = ANY ($2::uuid[]) ORDER BY name, id LIMIT 1`,
    [schoolId, walletIds],
  );
  return { pupilId: pupil?.pupilId ?? null, pupilName: pupil?.pupilName ?? null };
}
