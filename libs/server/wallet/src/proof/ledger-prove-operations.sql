-- Everything belongs to an operation, and each operation did what its kind says. Looks at what transactions from
-- since_tx on have written; 0 looks at everything.
CREATE OR REPLACE FUNCTION ledger_prove_operations(since_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  since CONSTANT timestamptz := CASE WHEN since_tx = 0 THEN '-infinity'
    ELSE least((SELECT min(recorded_at) FROM operation WHERE recorded_tx >= since_tx),
               (SELECT max(recorded_at) FROM ledger_checkpoint WHERE before_tx = since_tx)) END;
BEGIN
  RETURN QUERY
    SELECT 'transfer_without_operation', t.school_id, format('transfer %s leg %s', t.operation_id, t.leg),
           format('moves %s øre', t.amount_ore)
      FROM transfer t
     WHERE t.recorded_at >= since
       AND NOT EXISTS (SELECT FROM operation o WHERE o.school_id = t.school_id AND o.id = t.operation_id);

  RETURN QUERY
    SELECT 'transfer_of_unknown_account', t.school_id, format('transfer %s leg %s', t.operation_id, t.leg),
           format('from %s to %s', t.debit_account_id, t.credit_account_id)
      FROM transfer t
     WHERE t.recorded_at >= since
       AND (NOT EXISTS (SELECT FROM account a WHERE a.school_id = t.school_id AND a.id = t.debit_account_id)
            OR NOT EXISTS (SELECT FROM account a WHERE a.school_id = t.school_id AND a.id = t.credit_account_id));

  RETURN QUERY
    SELECT 'transfer_passes_its_wallet', t.school_id, format('transfer %s leg %s', t.operation_id, t.leg),
           format('wallet %s has no entry for it', a.id)
      FROM transfer t
     CROSS JOIN LATERAL (SELECT a.id, a.kind FROM account a
                          WHERE a.school_id = t.school_id
                            AND a.id = CASE WHEN t.debit_seq IS NULL THEN t.debit_account_id ELSE t.credit_account_id END
                         OFFSET 0) a
     WHERE t.recorded_at >= since AND a.kind = 'wallet' AND (t.debit_seq IS NULL OR t.credit_seq IS NULL);

  -- A tombstone moves nothing, nor does a settlement that found nothing to settle, nor a waiver of a fee that was all paid
  -- by other operations: what it gives back is booked by one for each of those.
  RETURN QUERY
    SELECT 'operation_without_its_rows', o.school_id, format('operation %s', o.id), format('a %s that does nothing', o.kind)
      FROM operation o
     WHERE o.recorded_tx >= since_tx
       AND o.kind NOT IN ('sale_given_up', 'claim_settlement', 'fee_waiver')
       AND CASE o.kind
             WHEN 'hold' THEN NOT EXISTS (SELECT FROM hold h WHERE h.school_id = o.school_id AND h.operation_id = o.id)
             WHEN 'hold_void' THEN NOT EXISTS (SELECT FROM hold_end e WHERE e.school_id = o.school_id AND e.operation_id = o.id)
             ELSE NOT EXISTS (SELECT FROM transfer t WHERE t.school_id = o.school_id AND t.operation_id = o.id)
           END;

  RETURN QUERY
    SELECT 'hold_end_differs_from_its_legs', e.school_id, format('hold %s', e.hold_id),
           format('reserved %s, posted %s, released %s, moved %s øre', h.amount_ore, e.posted_ore, e.released_ore, m.moved_ore)
      FROM operation o
     CROSS JOIN LATERAL (SELECT * FROM hold_end e WHERE e.school_id = o.school_id AND e.operation_id = o.id OFFSET 0) e
      JOIN hold h ON h.school_id = e.school_id AND h.id = e.hold_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(t.amount_ore), 0) AS moved_ore FROM transfer t
                          WHERE t.school_id = e.school_id AND t.operation_id = e.operation_id AND t.hold_id = e.hold_id) m
     WHERE o.recorded_tx >= since_tx
       AND (m.moved_ore <> e.posted_ore OR h.amount_ore <> e.posted_ore + e.released_ore);
END $$;
