-- One SHA-256 per school over all that transactions from_tx (inclusive) to before_tx (exclusive) have booked: each
-- operation with its legs, holds and claims is hashed, then the hashes of 10,000 operations at a time, then those, so
-- that memory stays bounded however long the range is. Columns are named: a later column does not change old digests.
CREATE OR REPLACE FUNCTION ledger_digests(from_tx bigint, before_tx bigint)
RETURNS TABLE (school_id uuid, operation_count bigint, digest bytea)
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET timezone = 'UTC' SET datestyle = 'ISO' SET bytea_output = 'hex' AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH hashed AS (
      SELECT o.school_id,
             (row_number() OVER (PARTITION BY o.school_id ORDER BY o.recorded_tx, o.id) - 1) / 10000 AS segment,
             o.recorded_tx, o.id,
             sha256(convert_to(concat_ws(E'\n',
               ROW(o.id, o.kind, o.actor, o.content_hash, o.result, o.reverses_operation_id, o.occurred_at, o.recorded_at, o.recorded_tx)::text,
               (SELECT string_agg(ROW(t.leg, t.debit_account_id, t.credit_account_id, t.amount_ore, t.debit_balance_after_ore,
                                      t.debit_seq, t.credit_balance_after_ore, t.credit_seq, t.occurred_at, t.recorded_at,
                                      t.hold_id, t.payer_id, t.payment_reference)::text, E'\n' ORDER BY t.leg)
                  FROM transfer t WHERE t.school_id = o.school_id AND t.operation_id = o.id),
               (SELECT string_agg(ROW(h.id, h.wallet_id, h.amount_ore, h.payer_id, h.payment_reference, h.seq,
                                      h.balance_after_ore, h.held_after_ore)::text, E'\n' ORDER BY h.id)
                  FROM hold h WHERE h.school_id = o.school_id AND h.operation_id = o.id),
               (SELECT string_agg(ROW(e.hold_id, e.wallet_id, e.posted_ore, e.released_ore, e.seq, e.balance_after_ore,
                                      e.held_after_ore)::text, E'\n' ORDER BY e.hold_id)
                  FROM hold_end e WHERE e.school_id = o.school_id AND e.operation_id = o.id),
               (SELECT string_agg(ROW(c.id, c.wallet_id, c.amount_ore, c.reason)::text, E'\n' ORDER BY c.id)
                  FROM claim c WHERE c.school_id = o.school_id AND c.operation_id = o.id),
               (SELECT string_agg(ROW(s.claim_id, s.amount_ore)::text, E'\n' ORDER BY s.claim_id)
                  FROM claim_settlement s WHERE s.school_id = o.school_id AND s.operation_id = o.id)
             ), 'UTF8')) AS hash
        FROM operation o
       WHERE o.recorded_tx >= from_tx AND o.recorded_tx < before_tx
    ), segmented AS (
      SELECT h.school_id, h.segment, count(*) AS operation_count,
             sha256(string_agg(h.hash, ''::bytea ORDER BY h.recorded_tx, h.id)) AS digest
        FROM hashed h
       GROUP BY h.school_id, h.segment
    )
    SELECT s.school_id, sum(s.operation_count)::bigint, sha256(string_agg(s.digest, ''::bytea ORDER BY s.segment))
      FROM segmented s
     GROUP BY s.school_id;
END $$;
