-- What transactions from_tx (inclusive) to before_tx (exclusive) moved on the accounts that are no wallets: debits minus
-- credits.
CREATE OR REPLACE FUNCTION ledger_account_changes(from_tx bigint, before_tx bigint)
RETURNS TABLE (school_id uuid, account_id uuid, amount_ore bigint)
LANGUAGE sql STABLE AS $$
  SELECT t.school_id, side.account_id, sum(side.amount_ore)::bigint
    FROM operation o
   -- One by one: see ledger_entries_since.
   CROSS JOIN LATERAL (SELECT * FROM transfer t WHERE t.school_id = o.school_id AND t.operation_id = o.id OFFSET 0) t
   CROSS JOIN LATERAL (VALUES (t.debit_account_id, t.debit_seq, t.amount_ore),
                              (t.credit_account_id, t.credit_seq, -t.amount_ore)) side (account_id, seq, amount_ore)
   WHERE o.recorded_tx >= from_tx AND o.recorded_tx < before_tx AND side.seq IS NULL
   GROUP BY t.school_id, side.account_id;
$$;

-- Adds a roll-up for each account that moved in the range.
CREATE OR REPLACE FUNCTION ledger_add_rollups(range_from_tx bigint, range_before_tx bigint)
RETURNS void
LANGUAGE sql AS $$
  INSERT INTO ledger_account_rollup (school_id, account_id, before_tx, balance_ore)
  SELECT c.school_id, c.account_id, range_before_tx, c.amount_ore + coalesce(p.balance_ore, 0)
    FROM ledger_account_changes(range_from_tx, range_before_tx) c
    LEFT JOIN ledger_account_proven p ON p.school_id = c.school_id AND p.account_id = c.account_id;
$$;

-- What the wallets of a school are owed is what its other accounts hold: as proven, and what has moved since. It adds up
-- the rows of all wallets, but looks at no transfer that was proven before.
CREATE OR REPLACE FUNCTION ledger_prove_sums(since_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  SELECT 'debits_differ_from_credits', coalesce(w.school_id, b.school_id), 'all accounts',
         format('wallets owe %s øre, the other accounts hold %s', coalesce(w.balance_ore, 0), coalesce(b.balance_ore, 0))
    FROM (SELECT school_id, sum(balance_ore) AS balance_ore FROM wallet GROUP BY school_id) w
    FULL JOIN (SELECT part.school_id, sum(part.amount_ore) AS balance_ore
                 FROM (SELECT school_id, balance_ore AS amount_ore FROM ledger_account_proven
                       UNION ALL
                       SELECT school_id, amount_ore FROM ledger_account_changes(since_tx, 9223372036854775807)) part
                GROUP BY part.school_id) b ON b.school_id = w.school_id
   WHERE coalesce(w.balance_ore, 0) <> coalesce(b.balance_ore, 0);
$$;

-- Each roll-up is what the transfers up to it say: all of them, without those that have come since.
CREATE OR REPLACE FUNCTION ledger_prove_rollups(since_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  WITH total AS (
    SELECT t.school_id, side.account_id, sum(side.amount_ore) AS amount_ore
      FROM transfer t
     CROSS JOIN LATERAL (VALUES (t.debit_account_id, t.debit_seq, t.amount_ore),
                                (t.credit_account_id, t.credit_seq, -t.amount_ore)) side (account_id, seq, amount_ore)
     WHERE side.seq IS NULL
     GROUP BY t.school_id, side.account_id
  )
  SELECT 'rollup_differs', p.school_id, btrim(format('account %s %s', p.kind, p.name)),
         format('proven: %s, transfers: %s øre', p.balance_ore, coalesce(t.amount_ore, 0) - coalesce(c.amount_ore, 0))
    FROM ledger_account_proven p
    LEFT JOIN total t ON t.school_id = p.school_id AND t.account_id = p.account_id
    LEFT JOIN ledger_account_changes(since_tx, 9223372036854775807) c
      ON c.school_id = p.school_id AND c.account_id = p.account_id
   WHERE p.balance_ore <> coalesce(t.amount_ore, 0) - coalesce(c.amount_ore, 0);
$$;

-- Lets a proof find the newest rows by their block ranges; unsummarized ones are read whole, and vacuum comes seldom to
-- large tables that only grow. The API's role owns no index, so this runs as the owner.
CREATE OR REPLACE FUNCTION ledger_prepare_proof()
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT brin_summarize_new_values('operation_recorded_tx');
  SELECT brin_summarize_new_values('transfer_recorded_at');
$$;

-- What each account that is no wallet holds now: as proven, and what has moved since.
CREATE OR REPLACE FUNCTION ledger_balances_now()
RETURNS TABLE (school_id uuid, account_id uuid, kind text, name text, balance_ore bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  proven_tx CONSTANT bigint := (SELECT coalesce(max(before_tx), 0) FROM ledger_checkpoint);
BEGIN
  RETURN QUERY
    SELECT a.school_id, a.id, a.kind, a.name, sum(part.amount_ore)::bigint
      FROM (SELECT p.school_id, p.account_id, p.balance_ore AS amount_ore FROM ledger_account_proven p
            UNION ALL
            SELECT c.school_id, c.account_id, c.amount_ore FROM ledger_account_changes(proven_tx, 9223372036854775807) c) part
      JOIN account a ON a.school_id = part.school_id AND a.id = part.account_id
     GROUP BY a.school_id, a.id, a.kind, a.name;
END $$;
