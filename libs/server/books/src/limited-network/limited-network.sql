-- What was paid onto the cards of schools, and with them, by school and day in Norway, of what was recorded in a stretch
-- of time. Paid in is what came from outside, less payments that were annulled because nobody had made them. A purchase
-- counts whole, whether or not it was returned later: the payment was made.
CREATE OR REPLACE FUNCTION limited_network_days(of_school_ids uuid[], from_at timestamptz, before_at timestamptz)
RETURNS TABLE (school_id uuid, day date, paid_in_ore bigint, used_ore bigint)
LANGUAGE sql STABLE AS $$
  SELECT t.school_id, (t.recorded_at AT TIME ZONE 'Europe/Oslo')::date,
         coalesce(sum(CASE WHEN d.kind = 'clearing' AND o.kind IN ('top_up', 'claim_payment') THEN t.amount_ore
                           WHEN c.kind = 'clearing' AND o.kind = 'correction' THEN -t.amount_ore END), 0)::bigint,
         coalesce(sum(t.amount_ore) FILTER (WHERE c.kind = 'revenue' AND o.kind IN ('sale', 'claim')), 0)::bigint
    FROM transfer t
    JOIN operation o ON o.school_id = t.school_id AND o.id = t.operation_id
     AND o.kind IN ('top_up', 'claim_payment', 'correction', 'sale', 'claim')
    JOIN account d ON d.school_id = t.school_id AND d.id = t.debit_account_id
    JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id
   WHERE t.recorded_at >= from_at AND t.recorded_at < before_at AND t.school_id = ANY (of_school_ids)
   GROUP BY 1, 2;
$$;

-- Until which day each school of a merchant (null: every school) is counted.
CREATE OR REPLACE FUNCTION limited_network_counted(of_merchant_id uuid, window_from date)
RETURNS TABLE (school_id uuid, next_day date)
LANGUAGE sql STABLE AS $$
  SELECT s.id, coalesce((SELECT max(n.day) + 1 FROM limited_network_day n WHERE n.school_id = s.id),
                        greatest((s.created_at AT TIME ZONE 'Europe/Oslo')::date, window_from))
    FROM school s
   WHERE of_merchant_id IS NULL OR s.merchant_id = of_merchant_id;
$$;

-- Counts every day before this one that is not counted yet, at most thirteen months back.
CREATE OR REPLACE FUNCTION limited_network_count(before_day date)
RETURNS void
LANGUAGE sql AS $$
  WITH counted AS MATERIALIZED (
    SELECT * FROM limited_network_counted(NULL, (before_day - interval '13 months')::date) WHERE next_day < before_day
  ), fresh AS (
    SELECT f.* FROM limited_network_days(ARRAY(SELECT school_id FROM counted),
                      (SELECT min(next_day) FROM counted)::timestamp AT TIME ZONE 'Europe/Oslo',
                      before_day::timestamp AT TIME ZONE 'Europe/Oslo') f
  )
  INSERT INTO limited_network_day (school_id, day, paid_in_ore, used_ore)
  SELECT c.school_id, g.day::date, coalesce(f.paid_in_ore, 0), coalesce(f.used_ore, 0)
    FROM counted c
   CROSS JOIN LATERAL generate_series(c.next_day::timestamp, (before_day - 1)::timestamp, '1 day') g (day)
    LEFT JOIN fresh f ON f.school_id = c.school_id AND f.day = g.day::date
  ON CONFLICT DO NOTHING;
$$;

-- The last twelve months of all schools of a merchant, the day given included: the days that are counted, and of the
-- others what the transfers say.
CREATE OR REPLACE FUNCTION limited_network_total(of_merchant_id uuid, to_day date)
RETURNS TABLE (from_day date, paid_in_ore bigint, used_ore bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  window_from CONSTANT date := (to_day - interval '12 months')::date + 1;
  school_ids CONSTANT uuid[] := ARRAY(SELECT id FROM school WHERE merchant_id = of_merchant_id);
  first_open CONSTANT date := (SELECT greatest(min(next_day), window_from)
                                 FROM limited_network_counted(of_merchant_id, window_from));
BEGIN
  RETURN QUERY
    SELECT window_from, coalesce(sum(part.paid_in_ore), 0)::bigint, coalesce(sum(part.used_ore), 0)::bigint
      FROM (SELECT n.paid_in_ore, n.used_ore FROM limited_network_day n
             WHERE n.school_id = ANY (school_ids) AND n.day BETWEEN window_from AND to_day
            UNION ALL
            SELECT l.paid_in_ore, l.used_ore
              FROM limited_network_days(school_ids, first_open::timestamp AT TIME ZONE 'Europe/Oslo',
                                        (to_day + 1)::timestamp AT TIME ZONE 'Europe/Oslo') l
             WHERE NOT EXISTS (SELECT FROM limited_network_day n WHERE n.school_id = l.school_id AND n.day = l.day)) part;
END $$;
