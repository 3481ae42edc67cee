-- Judges sales, each on its own: what it would book, or why not, in this order. Reads only, and is exact once the
-- registers and the locked wallets are locked by the transaction that calls it, in an earlier statement.
CREATE OR REPLACE FUNCTION judge_sales(asked sale_request[], locked_wallet_ids uuid[], signing_key bytea)
RETURNS SETOF judged_sale
LANGUAGE sql STABLE AS $$
  SELECT j.position, j.school_id, j.register_id, j.cashier_session_id, j.id, j.content_hash, j.register_counter,
         j.occurred_at, j.code, j.wallet_id, j.pupil_id, j.card_id, j.revenue_account_id, j.lines, j.total_ore, j.vat_ore,
         j.receipt_number, j.journal_number,
         CASE WHEN j.code = 'sold' THEN journal_signature(
           j.previous_signature, oslo_day(j.occurred_at), oslo_time(j.occurred_at), j.journal_number,
           j.total_ore, j.total_ore - j.vat_ore, signing_key) END,
         CASE j.code
           WHEN 'replayed' THEN j.first_result
           WHEN 'insufficient_funds' THEN jsonb_build_object(
             'balanceOre', j.available_ore, 'missingOre', j.total_ore - j.available_ore)
           WHEN 'daily_limit_reached' THEN jsonb_build_object('remainingOre', greatest(j.daily_limit_ore - j.spent_ore, 0))
           WHEN 'price_changed' THEN jsonb_build_object(
             'currentTotalOre', current_total(j.school_id, j.asked_lines))
           WHEN 'sold' THEN jsonb_build_object(
             'id', j.id, 'outcome', 'sold', 'receiptNumber', j.receipt_number, 'totalOre', j.total_ore,
             'balanceOre', j.available_ore - j.total_ore, 'registerName', j.register_name,
             'occurredAt', to_char(j.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'withoutCard', j.card_id IS NULL,
             'lines', (SELECT jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity, 'amountOre', l.amount_ore))
                         FROM unnest(j.lines) l))
           ELSE '{}'
         END,
         CASE WHEN j.code IN ('sold', 'replayed') THEN j.pupil END
    FROM (
      SELECT f.*,
             CASE
               WHEN NOT f.is_paired THEN 'register_revoked'
               WHEN f.turn > 1 THEN 'deferred'
               WHEN f.first_code IS NOT NULL THEN f.first_code
               WHEN NOT f.is_cashier_signed_in THEN 'cashier_signed_out'
               WHEN f.is_card_asked AND f.card_id IS NULL AND f.is_card_elsewhere THEN 'card_of_other_school'
               WHEN f.is_card_asked AND f.card_id IS NULL THEN 'card_unknown'
               WHEN f.card_status IN ('blocked', 'ended') THEN 'card_blocked'
               WHEN f.card_status = 'stock' OR f.is_card_asked AND f.pupil_id IS NULL THEN 'card_not_linked'
               WHEN NOT f.is_card_asked AND NOT f.allow_without_card THEN 'without_card_not_allowed'
               WHEN f.pupil_id IS NULL THEN 'pupil_unknown'
               WHEN f.pupil_status <> 'enrolled' THEN 'pupil_left'
               WHEN NOT f.are_prices_current OR f.lines_total_ore <> f.total_ore THEN 'price_changed'
               -- The card came to another pupil between the look-up and the locks: its wallet is not locked.
               WHEN f.wallet_id <> ALL (locked_wallet_ids) THEN 'deferred'
               WHEN f.available_ore < f.total_ore THEN 'insufficient_funds'
               WHEN f.spent_ore + f.total_ore > f.daily_limit_ore THEN 'daily_limit_reached'
               ELSE 'sold'
             END AS code
        FROM facts_of_sales(asked) f
      OFFSET 0 -- so that the verdict is found once, not again wherever it is named
    ) j
$$;
REVOKE ALL ON FUNCTION judge_sales(sale_request[], uuid[], bytea) FROM PUBLIC, kantinekortet_app;
