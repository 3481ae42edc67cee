import type { StatementLine } from '@kantinekortet/wallet';

/** What one can choose to see of a timeline. */
export const timelineTopics = ['card', 'money', 'sale', 'guardian', 'enrolment', 'limit', 'case'] as const;
export type TimelineTopic = (typeof timelineTopics)[number];

/** One thing that happened, as the database tells it. */
export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  readonly atKey: string;
  readonly topic: TimelineTopic;
  readonly kind: string;
  readonly role: string;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly caseId: string | null;
  readonly facts: StatementLine['result'];
  readonly amountOre: number | null;
  readonly balanceAfterOre: number | null;
  readonly owedOre: number | null;
  readonly heldOre: number | null;
  readonly reversesOperationId: string | null;
}

// What the ledger tells of a wallet ($3): an operation is one entry, whatever legs, holds and claims it has.
const operationsSql = `
  SELECT m.operation_id, sum(m.amount_ore)::bigint AS amount_ore, sum(m.owed_ore)::bigint AS owed_ore,
         sum(m.held_ore)::bigint AS held_ore,
         (array_agg(m.balance_after_ore ORDER BY m.seq DESC) FILTER (WHERE m.seq IS NOT NULL))[1] AS balance_after_ore
    FROM (SELECT operation_id, amount_ore, seq, balance_after_ore, NULL::bigint AS owed_ore, held_ore
            FROM wallet_entry WHERE school_id = $1 AND wallet_id = $3
          UNION ALL
          SELECT operation_id, NULL, NULL, NULL, amount_ore, NULL FROM claim WHERE school_id = $1 AND wallet_id = $3
          UNION ALL
          SELECT s.operation_id, NULL, NULL, NULL, -s.amount_ore, NULL
            FROM claim c JOIN claim_settlement s ON s.school_id = c.school_id AND s.claim_id = c.id
           WHERE c.school_id = $1 AND c.wallet_id = $3) m
   GROUP BY m.operation_id`;

/**
 * A page of everything that is told about a pupil ($2) of a school ($1), newest first: after the key ($4, $5), of the
 * topics $6 (null is all), at most $7. Times are when the server wrote it.
 */
export const timelineSql = `
  SELECT t.id, t.at, t.at::text AS "atKey", t.topic, t.kind, t.role, coalesce(person.name, register.name) AS "actorName", t.reason, t.facts,
         t.case_id AS "caseId", t.amount_ore AS "amountOre", t.balance_after_ore AS "balanceAfterOre",
         t.owed_ore AS "owedOre", t.held_ore AS "heldOre", t.reverses AS "reversesOperationId"
    FROM (
      SELECT e.id, e.occurred_at AS at, e.kind, e.actor_role AS role, e.actor_id AS actor, e.reason,
             e.facts || jsonb_strip_nulls(jsonb_build_object('guardianName', guardian.name, 'invitedEmail', i.email)) AS facts, e.case_id,
             CASE WHEN e.kind LIKE 'guardian%' THEN 'guardian' WHEN e.kind LIKE 'limit%' THEN 'limit'
                  WHEN e.kind LIKE 'card%' THEN 'card' WHEN e.kind LIKE 'case%' THEN 'case' ELSE 'enrolment' END AS topic,
             NULL::bigint AS amount_ore, NULL::bigint AS balance_after_ore, NULL::bigint AS owed_ore, NULL::bigint AS held_ore,
             NULL::uuid AS reverses
        FROM pupil_event e
        LEFT JOIN person guardian ON guardian.id = (e.facts ->> 'personId')::uuid
        LEFT JOIN guardian_invitation i ON i.school_id = e.school_id AND i.id = (e.facts ->> 'invitationId')::uuid
       WHERE e.school_id = $1 AND e.pupil_id = $2
      UNION ALL
      SELECT e.id, e.occurred_at, 'card_' || e.kind, e.actor_role, e.actor_id, e.reason,
             jsonb_build_object('cardNumber', c.number), e.case_id, 'card', NULL, NULL, NULL, NULL, NULL
        FROM card c JOIN card_event e ON e.school_id = c.school_id AND e.card_id = c.id
       WHERE c.school_id = $1 AND c.pupil_id = $2
      UNION ALL
      SELECT o.id, o.recorded_at, o.kind, split_part(o.actor, ':', 1),
             CASE WHEN o.actor ~ '^(person|register):' THEN split_part(o.actor, ':', 2)::uuid END,
             -- A till prints its receipt for the pupil: why it took goods back is not in that answer.
             CASE o.kind WHEN 'sale_return' THEN (SELECT r.reason FROM sale_return r WHERE r.school_id = $1 AND r.id = o.id)
                         ELSE o.result ->> 'reason' END, o.result, (o.result ->> 'caseId')::uuid, CASE WHEN o.kind IN ('sale', 'sale_return') THEN 'sale' ELSE 'money' END,
             m.amount_ore, m.balance_after_ore, m.owed_ore, m.held_ore, o.reverses_operation_id
        FROM (${operationsSql}) m
        JOIN operation o ON o.school_id = $1 AND o.id = m.operation_id) t
    LEFT JOIN person ON person.id = t.actor
    LEFT JOIN register ON register.school_id = $1 AND register.id = t.actor
   WHERE ($4::timestamptz IS NULL OR (t.at, t.id) < ($4, $5::uuid))
     AND ($6::text[] IS NULL OR t.topic = ANY ($6))
   ORDER BY t.at DESC, t.id DESC
   LIMIT $7`;
