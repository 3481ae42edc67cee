-- What took a sequence number of a wallet in transactions from since_tx on; 0 gives everything. New rows are looked up one
-- by one (OFFSET 0 keeps the planner from turning that round): the statistics know nothing of them yet, and a plan made
-- for one row where 50,000 are would compare each with each.
CREATE OR REPLACE FUNCTION ledger_entries_since(since_tx bigint)
RETURNS SETOF wallet_entry
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF since_tx = 0 THEN
    RETURN QUERY SELECT * FROM wallet_entry;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT e.*
      FROM operation o
     CROSS JOIN LATERAL (SELECT * FROM wallet_entry e WHERE e.school_id = o.school_id AND e.operation_id = o.id OFFSET 0) e
     WHERE o.recorded_tx >= since_tx;
END $$;

-- The last entry of a wallet before a number of it: one step in each index, however long the wallet's history is.
CREATE OR REPLACE FUNCTION ledger_entry_before(of_school_id uuid, of_wallet_id uuid, before_seq bigint)
RETURNS TABLE (seq bigint, balance_after_ore bigint)
LANGUAGE sql STABLE AS $$
  SELECT e.seq, e.balance_after_ore
    FROM ((SELECT t.debit_seq AS seq, t.debit_balance_after_ore AS balance_after_ore FROM transfer t
            WHERE t.school_id = of_school_id AND t.debit_account_id = of_wallet_id AND t.debit_seq < before_seq
            ORDER BY t.debit_seq DESC LIMIT 1)
          UNION ALL
          (SELECT t.credit_seq, t.credit_balance_after_ore FROM transfer t
            WHERE t.school_id = of_school_id AND t.credit_account_id = of_wallet_id AND t.credit_seq < before_seq
            ORDER BY t.credit_seq DESC LIMIT 1)
          UNION ALL
          (SELECT h.seq, h.balance_after_ore FROM hold h
            WHERE h.school_id = of_school_id AND h.wallet_id = of_wallet_id AND h.seq < before_seq
            ORDER BY h.seq DESC LIMIT 1)
          UNION ALL
          (SELECT x.seq, x.balance_after_ore FROM hold_end x
            WHERE x.school_id = of_school_id AND x.wallet_id = of_wallet_id AND x.seq < before_seq
            ORDER BY x.seq DESC LIMIT 1)) e
   ORDER BY e.seq DESC LIMIT 1;
$$;
