-- What a month's closing would book: the VAT of what was recorded after the last closing and before a moment, by code, and
-- what has been earned until then and not been released. Earned is what the school's own accounts say: revenue and fees
-- with their VAT, less claims that nobody has paid and what the school bears itself.
CREATE OR REPLACE FUNCTION monthly_figures(of_school_id uuid, from_at timestamptz, ends_at timestamptz)
RETURNS TABLE (vat jsonb, vat_ore bigint, release_ore bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH sold AS (
      SELECT l.vat_code, sum(l.amount_ore)::bigint AS amount_ore, sum(l.vat_ore)::bigint AS vat_ore
        FROM sale s JOIN sale_line l ON l.school_id = s.school_id AND l.sale_id = s.id
       WHERE s.school_id = of_school_id AND s.recorded_at >= from_at AND s.recorded_at < ends_at
       GROUP BY l.vat_code
      UNION ALL
      SELECT l.vat_code, -sum(l.amount_ore)::bigint, -sum(l.vat_ore)::bigint
        FROM sale_return r JOIN sale_line l ON l.school_id = r.school_id AND l.sale_id = r.sale_id
       WHERE r.school_id = of_school_id AND r.recorded_at >= from_at AND r.recorded_at < ends_at
       GROUP BY l.vat_code
    ), by_code AS (
      SELECT s.vat_code, sum(s.amount_ore)::bigint AS amount_ore, sum(s.vat_ore)::bigint AS vat_ore FROM sold s GROUP BY s.vat_code
    ), own AS (
      SELECT a.id, a.kind FROM account a
       WHERE a.school_id = of_school_id
         AND a.kind IN ('revenue', 'fee_income', 'vat', 'claims', 'goodwill_cost', 'provider_cost', 'offline_loss', 'bank')
    ), later AS (
      SELECT coalesce(sum(CASE WHEN o.id = t.debit_account_id THEN t.amount_ore ELSE -t.amount_ore END), 0) AS ore
        FROM transfer t JOIN own o ON o.id IN (t.debit_account_id, t.credit_account_id)
       WHERE t.school_id = of_school_id AND t.recorded_at >= ends_at
    ), present AS (
      SELECT coalesce(sum(b.balance_ore), 0) AS ore
        FROM ledger_balances_now() b JOIN own o ON o.id = b.account_id
       WHERE b.school_id = of_school_id
    )
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('vatCode', c.vat_code, 'salesOre', c.amount_ore, 'vatOre', c.vat_ore)
                                      ORDER BY c.vat_code) FROM by_code c), '[]'),
           coalesce((SELECT sum(c.vat_ore) FROM by_code c), 0)::bigint,
           greatest(0, -(p.ore - l.ore))::bigint
      FROM present p CROSS JOIN later l;
END $$;
