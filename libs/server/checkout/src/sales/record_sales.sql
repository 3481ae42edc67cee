-- Writes down the sold ones among judged sales: sale, lines, journal, and the register's new numbers.
-- Only book_sales calls it, with the registers and wallets locked and the money booked.
CREATE OR REPLACE FUNCTION record_sales(judged judged_sale[], recorded timestamptz, signing_key_version integer)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  WITH sold AS MATERIALIZED (
    SELECT j.* FROM unnest(judged) j WHERE j.code = 'sold'
  ), new_sale AS (
    INSERT INTO sale (school_id, id, register_id, cashier_session_id, wallet_id, pupil_id, card_id, receipt_number,
                      total_ore, vat_ore, register_counter, day, occurred_at, recorded_at)
    SELECT s.school_id, s.id, s.register_id, s.cashier_session_id, s.wallet_id, s.pupil_id, s.card_id, s.receipt_number,
           s.total_ore, s.vat_ore, s.register_counter, oslo_day(s.occurred_at), s.occurred_at, recorded
      FROM sold s
  ), new_line AS (
    INSERT INTO sale_line (school_id, sale_id, line, product_id, revision_id, name, quantity, unit_price_ore,
                           amount_ore, vat_code, vat_ore)
    SELECT s.school_id, s.id, l.line, l.product_id, l.revision_id, l.name, l.quantity, l.unit_price_ore,
           l.amount_ore, l.vat_code, l.vat_ore
      FROM sold s CROSS JOIN LATERAL unnest(s.lines) l
  ), new_journal_row AS (
    INSERT INTO journal (school_id, register_id, number, operation_id, transaction_code, trans_date, trans_time,
                         amount_in_ore, amount_ex_ore, signature, key_version, recorded_at)
    SELECT s.school_id, s.register_id, s.journal_number, s.id, '11001', oslo_day(s.occurred_at), oslo_time(s.occurred_at),
           s.total_ore, s.total_ore - s.vat_ore, s.signature, signing_key_version, recorded
      FROM sold s
  )
  UPDATE register r
     SET receipt_number = s.receipt_number, journal_number = s.journal_number, journal_signature = s.signature,
         last_seen_at = recorded
    FROM sold s
   WHERE r.school_id = s.school_id AND r.id = s.register_id;
END $$;

REVOKE ALL ON FUNCTION record_sales(judged_sale[], timestamptz, integer) FROM PUBLIC, kantinekortet_app;
