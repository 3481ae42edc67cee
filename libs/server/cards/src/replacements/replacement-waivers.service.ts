import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, Outbox, type Tx } from '@kantinekortet/platform';
import { PupilAccess, recordPupilEvents, tellCase } from '@kantinekortet/schools';
import { FeesService, OperationConflict, WalletsService } from '@kantinekortet/wallet';
import type { ReplacementWaiverDto, WaiveReplacementRequest } from './replacement.dto.ts';
import { NothingToWaive, ReplacementNotFound, ReplacementWaived } from './replacement.errors.ts';
import { insertWaiver, readReplacement, readWaivers, type Replacement } from './replacement-rows.ts';

/** Takes back, afterwards, what a replacement cost, or that a theft counts as a loss. */
@Injectable()
export class ReplacementWaiversService {
  private readonly database: Database;
  private readonly pupils: PupilAccess;
  private readonly wallets: WalletsService;
  private readonly fees: FeesService;
  private readonly outbox: Outbox;
  private readonly clock: Clock;

  constructor(
    database: Database,
    pupils: PupilAccess,
    wallets: WalletsService,
    fees: FeesService,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.database = database;
    this.pupils = pupils;
    this.wallets = wallets;
    this.fees = fees;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Waives a replacement of the school once. The same request again gets the first answer. Throws ReplacementNotFound,
   * ReplacementWaived, NothingToWaive, OperationConflict.
   */
  async waive(
    caller: PersonPrincipal,
    schoolId: string,
    replacementId: string,
    request: WaiveReplacementRequest,
  ): Promise<{ readonly isReplay: boolean; readonly waiver: ReplacementWaiverDto }> {
    return this.database.transaction(async (tx) => {
      const replacement = await readReplacement(tx, schoolId, replacementId);
      if (!replacement) throw new ReplacementNotFound();
      const { walletId } = await this.pupils.atSchool(schoolId, replacement.pupilId);
      await this.wallets.lock(tx, schoolId, walletId);
      const [earlier] = await readWaivers(tx, schoolId, [replacementId]);
      if (earlier?.id === request.id) {
        const isSame = earlier.waivedBy === caller.personId && earlier.reason === request.reason;
        if (!isSame) throw new OperationConflict();
        return { isReplay: true, waiver: earlier };
      }
      if (earlier || replacement.waiverReason !== null) throw new ReplacementWaived();
      if (!isWaivable(replacement)) throw new NothingToWaive();
      const amounts = await this.takeBack(tx, caller, replacement, walletId, request);
      const waiver = { id: request.id, ...amounts };
      const { reason, caseId } = request;
      const occurredAt = this.clock.now();
      const row = { ...waiver, schoolId, replacementId, reason, waivedBy: caller.personId };
      await insertWaiver(tx, { ...row, waivedAt: occurredAt, caseId: caseId ?? null });
      const { pupilId, newNumber, reason: cause } = replacement;
      const facts = { ...amounts, cause, newNumber };
      const actor = { role: 'office', personId: caller.personId } as const;
      await recordPupilEvents(tx, { schoolId, actor, occurredAt, reason, ...(caseId !== undefined && { caseId }) }, [
        { pupilId, kind: 'card_replacement_waived', facts },
      ]);
      await tellCase(tx, this.outbox, {
        schoolId,
        caseId,
        kind: 'card_replacement_waived',
        facts,
        actorId: actor.personId,
      });
      return { isReplay: false, waiver };
    });
  }

  private async takeBack(
    tx: Tx,
    { personId }: PersonPrincipal,
    { schoolId, feeOperationId }: Replacement,
    walletId: string,
    { id, reason }: WaiveReplacementRequest,
  ): Promise<{ returnedOre: number; forgivenOre: number }> {
    if (feeOperationId === null) return { returnedOre: 0, forgivenOre: 0 };
    const actor = `person:${personId}`;
    const request = { id, schoolId, walletId, actor, occurredAt: this.clock.now(), feeId: feeOperationId, reason };
    const { returnedOre, forgivenOre } = (await this.fees.waive(tx, request)).result;
    return { returnedOre, forgivenOre };
  }
}

/** Whether there is something to waive: a fee, or a theft that counts as a loss. */
export function isWaivable({ feeOperationId, reason, lossNumber, waiverReason }: Replacement): boolean {
  return waiverReason === null && (feeOperationId !== null || (reason === 'stolen' && lossNumber !== null));
}
