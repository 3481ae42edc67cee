-- The VAT inside a price that includes it, rounded half up to whole øre; canteen food for pupils is exempt
-- (merverdiavgiftsloven § 3-5).
CREATE OR REPLACE FUNCTION vat_included(amount_ore bigint, vat_code text)
RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE vat_code WHEN 'high25' THEN round(amount_ore * 25 / 125.0)::bigint
                       WHEN 'food15' THEN round(amount_ore * 15 / 115.0)::bigint
                       WHEN 'low12' THEN round(amount_ore * 12 / 112.0)::bigint
                       ELSE 0 END
$$;

-- Prices the lines of a sale by the revisions that the till named. They are current when each is the revision that its
-- product has now, and the product is still sold.
CREATE OR REPLACE FUNCTION check_prices(selling_school_id uuid, asked_lines asked_line[])
RETURNS TABLE (lines priced_line[], are_current boolean, total_ore bigint, vat_ore bigint)
LANGUAGE sql STABLE AS $$
  SELECT array_agg(ROW(q.line, r.product_id, r.id, r.name, q.quantity, r.price_ore, r.price_ore * q.quantity, r.vat_code,
                       vat_included(r.price_ore * q.quantity, r.vat_code))::priced_line ORDER BY q.line),
         bool_and(p.active IS TRUE AND p.current_revision_id = r.id),
         sum(r.price_ore * q.quantity)::bigint,
         sum(vat_included(r.price_ore * q.quantity, r.vat_code))::bigint
    FROM unnest(asked_lines) WITH ORDINALITY AS q (revision_id, quantity, line)
    LEFT JOIN product_revision r ON r.school_id = selling_school_id AND r.id = q.revision_id
    LEFT JOIN product p ON p.school_id = r.school_id AND p.id = r.product_id
$$;
REVOKE ALL ON FUNCTION check_prices(uuid, asked_line[]) FROM PUBLIC, kantinekortet_app;

-- What the same products cost now, in øre, without those that are no longer sold.
CREATE OR REPLACE FUNCTION current_total(selling_school_id uuid, asked_lines asked_line[])
RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(latest.price_ore * q.quantity), 0)::bigint
    FROM unnest(asked_lines) q
    JOIN product_revision r ON r.school_id = selling_school_id AND r.id = q.revision_id
    JOIN product p ON p.school_id = r.school_id AND p.id = r.product_id AND p.active
    JOIN product_revision latest ON latest.school_id = p.school_id AND latest.id = p.current_revision_id
$$;
REVOKE ALL ON FUNCTION current_total(uuid, asked_line[]) FROM PUBLIC, kantinekortet_app;
