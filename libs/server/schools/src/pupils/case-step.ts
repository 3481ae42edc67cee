import { newId, type Outbox, type Tx } from '@kantinekortet/platform';

interface CaseStep {
  readonly schoolId: string;
  /** Undefined when it was not done from a support case. */
  readonly caseId: string | undefined;
  readonly kind:
    | 'card_blocked'
    | 'card_unblocked'
    | 'card_replaced'
    | 'card_replacement_waived'
    | 'purchase_credited'
    | 'refund_asked';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly actorId: string;
}

/** Tells the support case that something was done from, so that it can write it down. */
export async function tellCase(tx: Tx, outbox: Outbox, step: CaseStep): Promise<void> {
  if (step.caseId !== undefined) await outbox.add(tx, 'support.case_step', { ...step, id: newId() });
}
