-- Books one operation with everything it does, in this order: holds end, legs move money, holds are placed, claims
-- arise and are settled. Raises check_violation, naming the rule, when one of them is broken.
CREATE OR REPLACE FUNCTION ledger_book(
  booked ledger_operation, legs ledger_leg[], hold_ends ledger_hold_end[], holds ledger_hold[],
  claims ledger_claim[], settlements ledger_settlement[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended hold_end[];
  met uuid[] := ARRAY(
    SELECT l.debit_account_id FROM unnest(legs) l UNION SELECT l.credit_account_id FROM unnest(legs) l
    UNION SELECT h.wallet_id FROM unnest(holds) h
    UNION SELECT c.wallet_id FROM unnest(claims) c
    UNION SELECT h.wallet_id FROM unnest(hold_ends) e JOIN hold h ON h.school_id = booked.school_id AND h.id = e.hold_id
    UNION SELECT c.wallet_id FROM unnest(settlements) s JOIN claim c ON c.school_id = booked.school_id AND c.id = s.claim_id);
BEGIN
  PERFORM FROM ledger_lock_wallets(array_fill(booked.school_id, ARRAY[cardinality(met)]), met);
  ended := ledger_end_holds(booked.school_id, booked.id, hold_ends);
  PERFORM ledger_append(ARRAY[booked], legs);
  INSERT INTO hold_end SELECT * FROM unnest(ended);
  PERFORM ledger_place_holds(booked.school_id, booked.id, holds);
  PERFORM ledger_change_claims(booked.school_id, booked.id, claims, settlements);
  PERFORM ledger_check_posted(booked.school_id, booked.id);
  IF booked.reverses_operation_id IS NOT NULL THEN
    PERFORM ledger_check_reversal(booked.school_id, booked.reverses_operation_id);
  END IF;
END $$;
