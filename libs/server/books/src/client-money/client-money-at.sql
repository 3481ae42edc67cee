-- What the ledgers of a merchant's schools say of one moment: what wallets are owed, what is on its way out of them, and
-- what providers and the terminal still have. An operation counts from when it was recorded; one that moved money at the
-- bank from when that happened there, whenever we heard of it.
CREATE OR REPLACE FUNCTION client_money_at(of_merchant_id uuid, ends_at timestamptz)
RETURNS TABLE (wallets_ore bigint, in_transit_ore bigint, clearing_ore bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  school_ids CONSTANT uuid[] := ARRAY(SELECT id FROM school WHERE merchant_id = of_merchant_id);
  at_bank CONSTANT text[] := ARRAY['settlement', 'payout_confirmed', 'payout_returned', 'release'];
BEGIN
  RETURN QUERY
    WITH later AS (
      SELECT t.school_id, t.debit_account_id, t.credit_account_id, t.amount_ore
        FROM transfer t
        JOIN operation o ON o.school_id = t.school_id AND o.id = t.operation_id
       WHERE t.recorded_at >= ends_at AND t.school_id = ANY (school_ids) AND o.kind <> ALL (at_bank)
      UNION ALL
      SELECT t.school_id, t.debit_account_id, t.credit_account_id, t.amount_ore
        FROM operation o
        JOIN transfer t ON t.school_id = o.school_id AND t.operation_id = o.id
       WHERE o.school_id = ANY (school_ids) AND o.kind = ANY (at_bank) AND o.occurred_at >= ends_at
         AND o.kind IN ('settlement', 'payout_confirmed', 'payout_returned', 'release')
    ), change AS (
      SELECT a.kind, sum(CASE WHEN a.id = l.debit_account_id THEN l.amount_ore ELSE -l.amount_ore END) AS amount_ore
        FROM later l
        JOIN account a ON a.school_id = l.school_id AND a.id IN (l.debit_account_id, l.credit_account_id)
       WHERE a.kind IN ('wallet', 'in_transit', 'clearing')
       GROUP BY a.kind
    ), present AS (
      SELECT 'wallet' AS kind, -coalesce(sum(w.balance_ore), 0) AS amount_ore FROM wallet w WHERE w.school_id = ANY (school_ids)
      UNION ALL
      SELECT b.kind, sum(b.balance_ore) FROM ledger_balances_now() b
       WHERE b.school_id = ANY (school_ids) AND b.kind IN ('in_transit', 'clearing')
       GROUP BY b.kind
    ), held AS (
      SELECT p.kind, p.amount_ore - coalesce(c.amount_ore, 0) AS amount_ore FROM present p LEFT JOIN change c USING (kind)
    )
    SELECT -coalesce(sum(h.amount_ore) FILTER (WHERE h.kind = 'wallet'), 0)::bigint,
           -coalesce(sum(h.amount_ore) FILTER (WHERE h.kind = 'in_transit'), 0)::bigint,
           coalesce(sum(h.amount_ore) FILTER (WHERE h.kind = 'clearing'), 0)::bigint
      FROM held h;
END $$;

-- The newest balance of each merchant's client account beside what was owed then, with what was booked since for that
-- day or an earlier one. surplus_ore below zero: money of customers is missing.
CREATE OR REPLACE FUNCTION client_money_newest(of_merchant_id uuid DEFAULT NULL)
RETURNS TABLE (merchant_id uuid, id uuid, day date, balance_ore bigint, source text, wallets_ore bigint,
               in_transit_ore bigint, clearing_ore bigint, surplus_ore bigint, recorded_by uuid, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT b.merchant_id, b.id, b.day, b.balance_ore, b.source, f.wallets_ore, f.in_transit_ore, f.clearing_ore,
         b.balance_ore + f.clearing_ore - f.wallets_ore - f.in_transit_ore, b.recorded_by, b.recorded_at
    FROM merchant m
   CROSS JOIN LATERAL (SELECT * FROM client_money_balance b WHERE b.merchant_id = m.id
                        ORDER BY b.day DESC, b.recorded_at DESC LIMIT 1) b
   CROSS JOIN LATERAL (
     SELECT sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_ore ELSE -t.amount_ore END) FILTER (WHERE a.kind = 'wallet') AS wallet_ore,
            sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_ore ELSE -t.amount_ore END) FILTER (WHERE a.kind = 'in_transit') AS transit_ore,
            sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_ore ELSE -t.amount_ore END) FILTER (WHERE a.kind = 'clearing') AS clearing_ore
       FROM school s
       JOIN operation o ON o.school_id = s.id AND o.recorded_at >= b.recorded_at - interval '1 day'
        AND o.kind IN ('settlement', 'payout_confirmed', 'payout_returned', 'release')
        AND o.occurred_at < (b.day + 1)::timestamp AT TIME ZONE 'Europe/Oslo'
        AND NOT pg_visible_in_snapshot(o.recorded_tx::text::xid8, b.seen::pg_snapshot)
       JOIN transfer t ON t.school_id = o.school_id AND t.operation_id = o.id
       JOIN account a ON a.school_id = t.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
      WHERE s.merchant_id = m.id) late
   CROSS JOIN LATERAL (SELECT b.wallets_ore - coalesce(late.wallet_ore, 0)::bigint AS wallets_ore,
                              b.in_transit_ore - coalesce(late.transit_ore, 0)::bigint AS in_transit_ore,
                              b.clearing_ore + coalesce(late.clearing_ore, 0)::bigint AS clearing_ore) f
   WHERE of_merchant_id IS NULL OR m.id = of_merchant_id;
$$;
