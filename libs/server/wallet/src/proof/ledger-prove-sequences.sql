-- The entries of each wallet are numbered without a gap, and each balance follows from the one before. Looks at entries
-- of transactions from since_tx on, the first of each wallet against the entry before it; 0 looks at everything.
CREATE OR REPLACE FUNCTION ledger_prove_sequences(since_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH entry AS (
      SELECT e.school_id, e.wallet_id, e.seq, e.operation_id, e.leg, e.amount_ore, e.balance_after_ore,
             lag(e.seq) OVER in_order AS seq_before, lag(e.balance_after_ore) OVER in_order AS balance_before_ore
        FROM ledger_entries_since(since_tx) e
      WINDOW in_order AS (PARTITION BY e.school_id, e.wallet_id ORDER BY e.seq)
    ), linked AS (
      SELECT entry.*, coalesce(entry.seq_before, before.seq, 0) AS previous_seq,
             coalesce(entry.balance_before_ore, before.balance_after_ore, 0) AS previous_balance_ore
        FROM entry
        LEFT JOIN LATERAL (SELECT * FROM ledger_entry_before(entry.school_id, entry.wallet_id, entry.seq)
                            WHERE since_tx > 0 AND entry.seq_before IS NULL) before ON true
    )
    SELECT CASE WHEN l.seq <> l.previous_seq + 1 THEN 'sequence_gap' ELSE 'balance_does_not_follow' END,
           l.school_id, format('wallet %s entry %s', l.wallet_id, l.seq),
           format('operation %s leg %s: entry %s had %s øre, then %s øre makes %s', l.operation_id, l.leg, l.previous_seq,
                  l.previous_balance_ore, l.amount_ore, l.balance_after_ore)
      FROM linked l
     WHERE l.seq <> l.previous_seq + 1 OR l.balance_after_ore <> l.previous_balance_ore + l.amount_ore;
END $$;
