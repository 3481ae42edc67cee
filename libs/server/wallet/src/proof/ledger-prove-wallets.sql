-- The wallets that transactions from since_tx on have touched, each once; 0 means all that have an account.
CREATE OR REPLACE FUNCTION ledger_touched_wallets(since_tx bigint)
RETURNS TABLE (school_id uuid, wallet_id uuid)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  IF since_tx = 0 THEN
    RETURN QUERY SELECT a.school_id, a.id FROM account a WHERE a.kind = 'wallet';
    RETURN;
  END IF;
  RETURN QUERY
    SELECT e.school_id, e.wallet_id FROM ledger_entries_since(since_tx) e
    UNION
    SELECT c.school_id, c.wallet_id
      FROM operation o
     CROSS JOIN LATERAL (SELECT c.school_id, c.wallet_id FROM claim c
                          WHERE c.school_id = o.school_id AND c.operation_id = o.id
                         UNION ALL
                         SELECT c.school_id, c.wallet_id
                           FROM claim_settlement s JOIN claim c ON c.school_id = s.school_id AND c.id = s.claim_id
                          WHERE s.school_id = o.school_id AND s.operation_id = o.id
                         OFFSET 0) c
     WHERE o.recorded_tx >= since_tx;
END $$;

-- The row of each wallet that was touched says what its last entry, its open holds and its outstanding claims say, and
-- those belong to operations. 0 looks at all wallets.
CREATE OR REPLACE FUNCTION ledger_prove_wallets(since_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH seen AS MATERIALIZED (
      SELECT t.school_id, t.wallet_id, w.id IS NULL AS is_missing, w.balance_ore, w.held_ore, w.claimed_ore, w.seq
        FROM ledger_touched_wallets(since_tx) t
        LEFT JOIN wallet w ON w.school_id = t.school_id AND w.id = t.wallet_id
    ), judged AS MATERIALIZED (
      SELECT s.*, coalesce(last.seq, 0) AS last_seq, coalesce(last.balance_after_ore, 0) AS last_balance_ore,
             coalesce(h.held_ore, 0) AS open_ore, h.orphan_id AS orphan_hold_id,
             coalesce(c.claimed_ore, 0) AS outstanding_ore, c.orphan_id AS orphan_claim_id
        FROM seen s
        LEFT JOIN LATERAL ledger_entry_before(s.school_id, s.wallet_id, 9223372036854775807) last ON true
       CROSS JOIN LATERAL (
         SELECT sum(h.amount_ore) FILTER (WHERE x.hold_id IS NULL) AS held_ore,
                min(h.id::text) FILTER (WHERE p.id IS NULL OR (x.hold_id IS NOT NULL AND q.id IS NULL)) AS orphan_id
           FROM hold h
           LEFT JOIN hold_end x ON x.school_id = h.school_id AND x.hold_id = h.id
           LEFT JOIN operation p ON p.school_id = h.school_id AND p.id = h.operation_id
           LEFT JOIN operation q ON q.school_id = x.school_id AND q.id = x.operation_id
          WHERE h.school_id = s.school_id AND h.wallet_id = s.wallet_id) h
       CROSS JOIN LATERAL (
         SELECT sum(c.amount_ore - settled.amount_ore) AS claimed_ore,
                min(c.id::text) FILTER (WHERE p.id IS NULL OR settled.has_orphan) AS orphan_id
           FROM claim c
           LEFT JOIN operation p ON p.school_id = c.school_id AND p.id = c.operation_id
          CROSS JOIN LATERAL (SELECT coalesce(sum(x.amount_ore), 0) AS amount_ore, bool_or(q.id IS NULL) AS has_orphan
                                FROM claim_settlement x
                                LEFT JOIN operation q ON q.school_id = x.school_id AND q.id = x.operation_id
                               WHERE x.school_id = c.school_id AND x.claim_id = c.id) settled
          WHERE c.school_id = s.school_id AND c.wallet_id = s.wallet_id) c
    )
    SELECT 'wallet_missing', j.school_id, format('wallet %s', j.wallet_id), 'it has an account, but no row'
      FROM judged j WHERE j.is_missing
    UNION ALL
    SELECT 'hold_without_operation', j.school_id, format('hold %s', j.orphan_hold_id), 'it or its end belongs to no operation'
      FROM judged j WHERE j.orphan_hold_id IS NOT NULL
    UNION ALL
    SELECT 'claim_without_operation', j.school_id, format('claim %s', j.orphan_claim_id),
           'it or a settlement of it belongs to no operation'
      FROM judged j WHERE j.orphan_claim_id IS NOT NULL
    UNION ALL
    SELECT 'wallet_differs', j.school_id, format('wallet %s', j.wallet_id),
           format('row: balance %s, held %s, claimed %s, entries %s; books: %s, %s, %s, %s', j.balance_ore, j.held_ore,
                  j.claimed_ore, j.seq, j.last_balance_ore, j.open_ore, j.outstanding_ore, j.last_seq)
      FROM judged j
     WHERE NOT j.is_missing
       AND (j.seq, j.balance_ore, j.held_ore, j.claimed_ore)
           IS DISTINCT FROM (j.last_seq, j.last_balance_ore, j.open_ore, j.outstanding_ore);
END $$;
