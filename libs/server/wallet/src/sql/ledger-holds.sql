-- Takes ended holds off their wallets and returns the rows to insert once their operation is there: the reservation has
-- to be gone before the money it reserved can move. Part of ledger_book, under the wallets' locks.
CREATE OR REPLACE FUNCTION ledger_end_holds(booked_school_id uuid, booked_operation_id uuid, hold_ends ledger_hold_end[])
RETURNS hold_end[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ending ledger_hold_end;
  placed hold;
  left_behind wallet;
  ended hold_end[] := '{}';
BEGIN
  FOREACH ending IN ARRAY hold_ends LOOP
    SELECT * INTO STRICT placed FROM hold WHERE school_id = booked_school_id AND id = ending.hold_id;
    UPDATE wallet SET held_ore = held_ore - placed.amount_ore, seq = seq + 1
     WHERE school_id = booked_school_id AND id = placed.wallet_id
    RETURNING * INTO STRICT left_behind;
    ended := ended || ROW(booked_school_id, placed.id, booked_operation_id, placed.wallet_id, ending.posted_ore,
                          placed.amount_ore - ending.posted_ore, left_behind.seq, left_behind.balance_ore,
                          left_behind.held_ore)::hold_end;
  END LOOP;
  RETURN ended;
END $$;

-- Reserves money that is there. Part of ledger_book, under the wallets' locks.
CREATE OR REPLACE FUNCTION ledger_place_holds(booked_school_id uuid, booked_operation_id uuid, holds ledger_hold[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted ledger_hold;
  left_behind wallet;
BEGIN
  FOREACH wanted IN ARRAY holds LOOP
    UPDATE wallet SET held_ore = held_ore + wanted.amount_ore, seq = seq + 1
     WHERE school_id = booked_school_id AND id = wanted.wallet_id
    RETURNING * INTO STRICT left_behind;
    INSERT INTO hold (school_id, id, operation_id, wallet_id, amount_ore, payer_id, payment_reference, seq,
                      balance_after_ore, held_after_ore)
    VALUES (booked_school_id, wanted.id, booked_operation_id, wanted.wallet_id, wanted.amount_ore, wanted.payer_id,
            wanted.payment_reference, left_behind.seq, left_behind.balance_ore, left_behind.held_ore);
  END LOOP;
END $$;
