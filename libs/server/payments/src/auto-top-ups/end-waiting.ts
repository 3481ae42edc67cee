import type { Outbox, Tx } from '@kantinekortet/platform';
import type { AutoTopUp } from './auto-top-up-rows.ts';
import { hasten, lockRun, moveRun, runUnderWay } from './run-rows.ts';
import { runTopic } from './topics.ts';

/**
 * Ends what waits under a rule that is off: an attempt that was to come, and an approval that the bank waits for, which
 * has to be taken back at the provider. A charge that is being made goes on: it may be paid already.
 */
export async function endWaiting(tx: Tx, outbox: Outbox, rule: AutoTopUp, now: Date): Promise<void> {
  const found = await runUnderWay(tx, rule.schoolId, rule.walletId);
  if (found?.ruleId !== rule.id) return;
  const run = await lockRun(tx, rule.schoolId, found.id);
  if (run.status === 'retrying') await moveRun(tx, run, { status: 'given_up' }, now);
  if (run.status !== 'waiting_for_guardian') return;
  await hasten(tx, run, now);
  await outbox.add(tx, runTopic, { schoolId: run.schoolId, runId: run.id });
}
