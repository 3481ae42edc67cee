import type { PersonPrincipal } from '@kantinekortet/identity';
import { brokenConstraint, Clock, Database, InvalidInput, osloDay, type Tx } from '@kantinekortet/platform';
import { OperationConflict, SettlementsService as Ledger } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { Clearings, findWaiting } from './clearings.service.ts';
import { insertSettlement, lockSettling, type NewSettlement } from './settlement-rows.ts';
import type { EnterSettlementRequest } from './settlement.dto.ts';
import { ReceivedOnAhead, SettlementBeyondWaiting, SettlementKnown } from './settlement.errors.ts';

/** Money on the client account that no provider's report tells of: a person enters it, with the date at the bank. */
@Injectable()
export class SettlementEntries {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly ledger: Ledger;
  private readonly clearings: Clearings;

  constructor(clock: Clock, database: Database, ledger: Ledger, clearings: Clearings) {
    this.clock = clock;
    this.database = database;
    this.ledger = ledger;
    this.clearings = clearings;
  }

  /**
   * Books what a person saw at the bank. The same request again changes nothing. Throws InvalidInput for a clearing
   * account that is none of the school's and for nothing at all, ReceivedOnAhead, SettlementBeyondWaiting,
   * SettlementKnown for a reference that is there, and OperationConflict for another entry under the same id.
   */
  async enter(
    { personId }: PersonPrincipal,
    schoolId: string,
    request: EnterSettlementRequest,
  ): Promise<{ isReplay: boolean }> {
    const { id, clearing, receivedOn, receivedOre: bankOre, costOre, reference, note = null } = request;
    if (bankOre === 0 && costOre === 0) throw notGood('/receivedOre', 'nothing', 'Nothing was received or kept.');
    const now = this.clock.now();
    if (receivedOn > osloDay(now)) throw new ReceivedOnAhead(receivedOn);
    // Noon is the same day in Norway all year.
    const noon = new Date(`${receivedOn}T11:00:00Z`);
    const receivedAt = noon < now ? noon : now;
    const settlement: NewSettlement = {
      ...{ schoolId, id, clearing, source: 'person', reference, number: 1, grossOre: bankOre + costOre, costOre },
      ...{ receivedAt, operationId: id, note, recordedBy: personId, recordedAt: now },
    };
    const isClearing = await this.clearings.has(schoolId, clearing);
    return this.database
      .transaction(async (tx) => {
        await lockSettling(tx, schoolId);
        const isReplay = await isEntered(tx, settlement, receivedOn);
        if (isReplay) return { isReplay };
        if (!isClearing) throw notGood('/clearing', 'unknown', 'The school has no such clearing account.');
        await mustWait(tx, settlement);
        const origin = { schoolId, id, actor: `person:${personId}`, occurredAt: receivedAt };
        await this.ledger.settle(tx, { ...origin, clearing, bankOre, costOre });
        await insertSettlement(tx, settlement);
        return { isReplay };
      })
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'settlement_once' ? new SettlementKnown(reference) : error;
      });
  }
}

/** Throws SettlementBeyondWaiting when it is more than waits. */
async function mustWait(tx: Tx, { schoolId, clearing, grossOre }: NewSettlement): Promise<void> {
  const waitingOre = (await findWaiting(tx, schoolId)).get(clearing) ?? 0;
  if (grossOre > Math.max(waitingOre, 0)) throw new SettlementBeyondWaiting(waitingOre);
}

/** Whether just this was entered before. Throws OperationConflict when it is another under the same id. */
async function isEntered(tx: Tx, entry: NewSettlement, receivedOn: string): Promise<boolean> {
  const [found] = await tx.query<{ isSame: boolean }[]>(
    `SELECT clearing = $3 AND reference = $4 AND gross_ore = $5 AND cost_ore = $6 AND note IS NOT DISTINCT FROM $7
            AND recorded_by IS NOT DISTINCT FROM $8 AND (received_at AT TIME ZONE 'Europe/Oslo')::date = $9 AS "isSame"
       FROM settlement WHERE school_id = $1 AND id = $2`,
    [
      ...[entry.schoolId, entry.id, entry.clearing, entry.reference, entry.grossOre, entry.costOre, entry.note],
      ...[entry.recordedBy, receivedOn],
    ],
  );
  if (found?.isSame === false) throw new OperationConflict();
  return found !== undefined;
}

function notGood(pointer: string, code: string, detail: string): InvalidInput {
  return new InvalidInput([{ pointer, code, detail }]);
}
