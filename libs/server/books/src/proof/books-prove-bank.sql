-- Whether the money of each merchant's customers is there: said by the bank's file or a person within 35 days, and enough
-- for what the wallets were owed. Each school of the merchant hears of it.
CREATE OR REPLACE FUNCTION books_prove_client_money(today date)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  SELECT 'client_money_short', s.id, format('client account on %s', n.day),
         format('it held %s øre and %s øre were on their way in; wallets were owed %s øre and %s øre were on their way out',
                n.balance_ore, n.clearing_ore, n.wallets_ore, n.in_transit_ore)
    FROM client_money_newest() n
    JOIN school s ON s.merchant_id = n.merchant_id
   WHERE n.surplus_ore < 0
  UNION ALL
  SELECT 'client_money_unconfirmed', s.id, 'client account',
         coalesce(format('its balance was last said for %s', n.day), 'its balance has never been said')
    FROM school s
    LEFT JOIN client_money_newest() n ON n.merchant_id = s.merchant_id
   WHERE coalesce(n.day < today - 35,
                  EXISTS (SELECT FROM ledger_checkpoint c WHERE c.school_id = s.id AND c.number = 1
                             AND c.recorded_at < (today - 35)::timestamp AT TIME ZONE 'Europe/Oslo'));
$$;

-- Money that has waited 14 days: on a clearing account without being settled, or on its way out without an answer. What
-- stood there at the last checkpoint before then, less all that has left since.
CREATE OR REPLACE FUNCTION books_prove_waiting(today date)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  SELECT CASE a.kind WHEN 'clearing' THEN 'clearing_not_settled' ELSE 'payout_without_answer' END, a.school_id,
         btrim(format('account %s %s', a.kind, a.name)), format('%s øre have waited for more than 14 days', stood.ore - gone.ore)
    FROM account a
   CROSS JOIN LATERAL (SELECT c.before_tx FROM ledger_checkpoint c
                        WHERE c.school_id = a.school_id AND c.recorded_at < (today - 14)::timestamp AT TIME ZONE 'Europe/Oslo'
                        ORDER BY c.number DESC LIMIT 1) past
   CROSS JOIN LATERAL (SELECT CASE a.kind WHEN 'clearing' THEN r.balance_ore ELSE -r.balance_ore END AS ore
                         FROM ledger_account_rollup r
                        WHERE r.school_id = a.school_id AND r.account_id = a.id AND r.before_tx <= past.before_tx
                        ORDER BY r.before_tx DESC LIMIT 1) stood
   CROSS JOIN LATERAL (SELECT coalesce(sum(t.amount_ore), 0) AS ore
                         FROM operation o
                         JOIN transfer t ON t.school_id = o.school_id AND t.operation_id = o.id
                        WHERE o.school_id = a.school_id AND o.recorded_tx >= past.before_tx
                          AND o.kind IN ('settlement', 'payout_confirmed', 'payout_returned', 'release', 'dispute',
                                         'dispute_won', 'correction')
                          AND a.id = CASE a.kind WHEN 'clearing' THEN t.credit_account_id ELSE t.debit_account_id END) gone
   WHERE a.kind IN ('clearing', 'in_transit') AND stood.ore > gone.ore;
$$;
