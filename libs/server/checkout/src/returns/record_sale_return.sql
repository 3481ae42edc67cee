-- Writes down a return whose operation is booked: the return, its journal row (a return payment, negative) and the
-- register's new numbers. The caller has locked the register and its open cashier session. Raises no_data_found when the operation is not the
-- return of that sale, and unique_violation when the sale was returned before.
CREATE OR REPLACE FUNCTION record_sale_return(
  returning_school_id uuid, return_id uuid, returning_register_id uuid, return_reason text, signing_key bytea,
  signing_key_version integer)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  booked operation;
  sold sale;
  numbered register;
BEGIN
  SELECT o.* INTO STRICT booked FROM operation o
   WHERE o.school_id = returning_school_id AND o.id = return_id AND o.kind = 'sale_return';
  SELECT s.* INTO STRICT sold FROM sale s
   WHERE s.school_id = returning_school_id AND s.id = booked.reverses_operation_id;

  UPDATE register r
     SET return_receipt_number = r.return_receipt_number + 1,
         journal_number = r.journal_number + 1,
         journal_signature = journal_signature(
           r.journal_signature, oslo_day(booked.occurred_at), oslo_time(booked.occurred_at), r.journal_number + 1,
           -sold.total_ore, -(sold.total_ore - sold.vat_ore), signing_key),
         last_seen_at = booked.recorded_at
   WHERE r.school_id = returning_school_id AND r.id = returning_register_id
  RETURNING r.* INTO STRICT numbered;

  INSERT INTO sale_return (school_id, id, sale_id, register_id, cashier_session_id, wallet_id, receipt_number, amount_ore,
                           reason, day, occurred_at, recorded_at)
  SELECT returning_school_id, return_id, sold.id, numbered.id, c.id, sold.wallet_id, numbered.return_receipt_number,
         sold.total_ore, return_reason, sold.day, booked.occurred_at, booked.recorded_at
    FROM cashier_session c
   WHERE c.school_id = returning_school_id AND c.register_id = numbered.id AND c.ended_at IS NULL;

  INSERT INTO journal (school_id, register_id, number, operation_id, transaction_code, trans_date, trans_time,
                       amount_in_ore, amount_ex_ore, signature, key_version, recorded_at)
  VALUES (returning_school_id, numbered.id, numbered.journal_number, return_id, '11006', oslo_day(booked.occurred_at),
          oslo_time(booked.occurred_at), -sold.total_ore, -(sold.total_ore - sold.vat_ore), numbered.journal_signature,
          signing_key_version, booked.recorded_at);
END $$;
