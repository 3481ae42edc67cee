-- Sums over all transfers: each wallet's row against its own, all wallets of a school against its other accounts, and
-- claims against the claims account. Only the whole proof looks at all of them.
CREATE OR REPLACE FUNCTION ledger_prove_totals()
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH side AS (
      SELECT t.school_id, t.debit_account_id AS account_id, -t.amount_ore AS amount_ore FROM transfer t
      UNION ALL
      SELECT t.school_id, t.credit_account_id, t.amount_ore FROM transfer t
    ), total AS (
      SELECT s.school_id, s.account_id, sum(s.amount_ore) AS amount_ore FROM side s GROUP BY s.school_id, s.account_id
    ), compared AS (
      SELECT coalesce(w.school_id, t.school_id) AS school_id, coalesce(w.id, t.account_id) AS account_id,
             w.balance_ore, coalesce(t.amount_ore, 0) AS amount_ore
        FROM wallet w
        FULL JOIN total t ON t.school_id = w.school_id AND t.account_id = w.id
    )
    SELECT 'wallet_differs_from_transfers', c.school_id, format('wallet %s', c.account_id),
           format('row: %s, transfers: %s øre', c.balance_ore, c.amount_ore)
      FROM compared c
     WHERE c.balance_ore <> c.amount_ore
    UNION ALL
    SELECT 'debits_differ_from_credits', c.school_id, 'all accounts',
           format('wallets owe %s øre, the other accounts hold %s', sum(c.balance_ore),
                  -sum(c.amount_ore) FILTER (WHERE c.balance_ore IS NULL))
      FROM compared c
     GROUP BY c.school_id
    HAVING coalesce(sum(c.balance_ore), 0) <> coalesce(-sum(c.amount_ore) FILTER (WHERE c.balance_ore IS NULL), 0);

  RETURN QUERY
    WITH owed AS (
      SELECT school_id, sum(amount_ore) AS amount_ore
        FROM (SELECT c.school_id, c.amount_ore FROM claim c
              UNION ALL SELECT s.school_id, -s.amount_ore FROM claim_settlement s) each
       GROUP BY school_id
    ), booked AS (
      SELECT a.school_id, sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END) AS amount_ore
        FROM account a
        JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
       WHERE a.kind = 'claims'
       GROUP BY a.school_id
    )
    SELECT 'claims_differ_from_transfers', coalesce(o.school_id, b.school_id), 'claims account',
           format('outstanding: %s, transfers: %s øre', coalesce(o.amount_ore, 0), coalesce(b.amount_ore, 0))
      FROM owed o
      FULL JOIN booked b ON b.school_id = o.school_id
     WHERE coalesce(o.amount_ore, 0) <> coalesce(b.amount_ore, 0);
END $$;
