import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, decodeCursor, Outbox, toPage, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { RefundParts } from '../refund-parts.service.ts';
import { findParts, mayBeTakenBack, type RefundPart } from '../refund-rows.ts';
import { PartNotInState, RefundNotFound } from '../refund.errors.ts';
import { refundAskedTopic } from '../refunds.service.ts';
import { findWaitingReasons } from '../waiting-reasons.ts';
import { findOfficeParts, findOfficeRefunds, type OfficeRefundRow } from './office-refund-rows.ts';
import type { OfficeRefundPage, OfficeRefundsQuery, OfficeRefundView } from './office-refund.dto.ts';

/** What the office sees and decides of refunds. */
@Injectable()
export class OfficeRefunds {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly parts: RefundParts;

  constructor(clock: Clock, database: Database, outbox: Outbox, parts: RefundParts) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.parts = parts;
  }

  /** Refunds of the school, newest first. */
  async list(
    { personId }: PersonPrincipal,
    schoolId: string,
    { filter, pupilId, cursor, limit }: OfficeRefundsQuery,
  ): Promise<OfficeRefundPage> {
    const [before = null] = decodeCursor(cursor, ['uuid']) ?? [];
    const wanted = { filter, pupilId: pupilId ?? null, id: null, before, limit: limit + 1 };
    const { items, nextCursor } = toPage(await findOfficeRefunds(this.database, schoolId, wanted), limit, ({ id }) => [
      id,
    ]);
    return { items: await this.toViews(schoolId, personId, items), nextCursor };
  }

  /** Throws RefundNotFound. */
  async one({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<OfficeRefundView> {
    const wanted = { filter: 'all', pupilId: null, id, before: null, limit: 1 } as const;
    const found = await findOfficeRefunds(this.database, schoolId, wanted);
    const [refund] = await this.toViews(schoolId, personId, found);
    if (!refund) throw new RefundNotFound();
    return refund;
  }

  /**
   * Agrees that what needs it is paid out. Again by the same person changes nothing. Throws RefundNotFound,
   * ApproverInvolved, PartNotInState when there is nothing to approve.
   */
  async approve({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const parts = (await this.partsOf(tx, schoolId, id)).filter(({ needsApproval }) => needsApproval);
      const open = parts.filter(({ status, approvedBy }) => status === 'waiting' && approvedBy === null);
      if (open.length === 0 && parts.some(({ approvedBy }) => approvedBy === personId)) return;
      if (open.length === 0) throw new PartNotInState(parts[0]?.status ?? 'ready');
      for (const part of open) await this.parts.approve(tx, part, personId);
      await this.outbox.add(tx, refundAskedTopic, { schoolId, refundId: id });
    });
  }

  /** Refuses what needs approval and is in no file yet: it can be spent again. Throws RefundNotFound, PartNotInState. */
  async reject({ personId }: PersonPrincipal, schoolId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const parts = (await this.partsOf(tx, schoolId, id)).filter(({ needsApproval }) => needsApproval);
      const open = parts.filter((part) => mayBeTakenBack(part));
      if (open.length === 0) throw new PartNotInState(parts[0]?.status ?? 'ready');
      for (const part of open) await this.parts.cancel(tx, part, { actor: `person:${personId}`, why: 'rejected' });
    });
  }

  private async partsOf(tx: Tx, schoolId: string, id: string): Promise<RefundPart[]> {
    const parts = await findParts(tx, schoolId, id);
    if (parts.length === 0) throw new RefundNotFound();
    return parts;
  }

  private async toViews(
    schoolId: string,
    personId: string,
    refunds: readonly OfficeRefundRow[],
  ): Promise<OfficeRefundView[]> {
    const refundIds = refunds.map(({ id }) => id);
    const parts = await findOfficeParts(this.database, schoolId, refundIds, personId);
    const partIds = parts.map(({ id }) => id);
    const reasons = await findWaitingReasons(this.database, schoolId, partIds, this.clock.now());
    return refunds.map((refund) => ({
      ...refund,
      parts: parts
        .filter(({ refundId }) => refundId === refund.id)
        .map(({ refundId: _, ...part }) => ({ ...part, waitsFor: [...(reasons.get(part.id) ?? [])] })),
    }));
  }
}
