import type { Database, Tx } from '@kantinekortet/platform';
import { readRows } from '@kantinekortet/wallet';
import type { RefundPart } from './refund-rows.ts';

export const waitingKinds = ['registers', 'cooling_off', 'approval', 'terminal_day'] as const;

/** Why a part is not sent yet, and until when at the latest; null when that is for a person to say. */
export interface WaitingReason {
  readonly kind: (typeof waitingKinds)[number];
  readonly until: Date | null;
}

/** How long a till without net might go on selling by what it knew last. None does today: docs/adr/0018-wait-for-tills.md. */
const snapshotLifeMs = 24 * 60 * 60 * 1_000;
/** After a new password or e-mail no money leaves for a bank account. */
const afterNewCredentialsMs = 7 * 24 * 60 * 60 * 1_000;

interface WaitFacts {
  readonly partId: string;
  readonly isEverything: boolean;
  readonly route: RefundPart['route'];
  readonly needsApproval: boolean;
  readonly isApproved: boolean;
  readonly accountUsableAt: Date | null;
  readonly credentialsChangedAt: Date | null;
  readonly hasOpenTerminalDay: boolean;
  /** Of a till that has not spoken since the hold, but may still sell by what it knew before: when it last spoke. */
  readonly silentSince: Date | null;
}

const factsSql = `
  SELECT p.id AS "partId", r.is_everything AS "isEverything", p.route, p.needs_approval AS "needsApproval",
         p.approved_at IS NOT NULL AS "isApproved", a.usable_at AS "accountUsableAt",
         (SELECT credentials_changed_at FROM person WHERE person.id = r.payer_id) AS "credentialsChangedAt",
         EXISTS (SELECT FROM office_receipt o
                   LEFT JOIN terminal_day d ON d.school_id = o.school_id AND d.day = o.paid_on
                  WHERE o.school_id = r.school_id AND o.payer_id = r.payer_id AND o.method = 'terminal'
                    AND coalesce(d.status, 'open') = 'open') AS "hasOpenTerminalDay",
         (SELECT max(greatest(t.last_seen_at, s.last_seen_at))
            FROM register t LEFT JOIN session s ON s.id = t.session_id
           WHERE t.school_id = r.school_id AND t.status = 'paired'
             AND greatest(t.last_seen_at, s.last_seen_at) <= r.asked_at) AS "silentSince"
    FROM refund_part p
    JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
    LEFT JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id
   WHERE p.school_id = $1 AND p.id = ANY ($2::uuid[]) AND p.status = 'waiting'`;

/** Why each of these parts waits; none of those that need not wait any more, and none of those that wait no more. */
export async function findWaitingReasons(
  reader: Tx | Database,
  schoolId: string,
  partIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly WaitingReason[]>> {
  const facts = await readRows<WaitFacts>(reader, factsSql, [schoolId, partIds]);
  return new Map(facts.map((part) => [part.partId, waitingReasonsOf(part, now)]));
}

function waitingReasonsOf(facts: Omit<WaitFacts, 'partId'>, now: Date): WaitingReason[] {
  const reasons: WaitingReason[] = [];
  const until = (kind: WaitingReason['kind'], ends: readonly (Date | undefined)[]): void => {
    const last = Math.max(...ends.map((end) => end?.getTime() ?? 0));
    if (last > now.getTime()) reasons.push({ kind, until: new Date(last) });
  };
  if (facts.isEverything) until('registers', [later(facts.silentSince, snapshotLifeMs)]);
  if (facts.route === 'bank') {
    until('cooling_off', [later(facts.accountUsableAt, 0), later(facts.credentialsChangedAt, afterNewCredentialsMs)]);
  }
  if (facts.needsApproval && facts.hasOpenTerminalDay) reasons.push({ kind: 'terminal_day', until: null });
  if (facts.needsApproval && !facts.isApproved) reasons.push({ kind: 'approval', until: null });
  return reasons;
}

function later(moment: Date | null, byMs: number): Date | undefined {
  return moment === null ? undefined : new Date(moment.getTime() + byMs);
}

/** Until when a refund of everything, asked for now, may have to wait for tills that are silent; null when none is. */
export async function findSilentUntil(database: Database, schoolId: string, now: Date): Promise<Date | null> {
  const [row] = await database.query<{ silentSince: Date | null }>(
    `SELECT max(greatest(t.last_seen_at, s.last_seen_at)) AS "silentSince"
       FROM register t LEFT JOIN session s ON s.id = t.session_id WHERE t.school_id = $1 AND t.status = 'paired'`,
    [schoolId],
  );
  const until = later(row?.silentSince ?? null, snapshotLifeMs);
  return until !== undefined && until > now ? until : null;
}
