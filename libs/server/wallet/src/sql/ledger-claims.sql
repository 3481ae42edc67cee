-- Notes what wallets owe and what of it is settled, never more than is outstanding. Part of ledger_book, under the
-- wallets' locks.
CREATE OR REPLACE FUNCTION ledger_change_claims(
  booked_school_id uuid, booked_operation_id uuid, claims ledger_claim[], settlements ledger_settlement[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  settling ledger_settlement;
  raised claim;
BEGIN
  INSERT INTO claim (school_id, id, operation_id, wallet_id, amount_ore, reason)
  SELECT booked_school_id, c.id, booked_operation_id, c.wallet_id, c.amount_ore, c.reason FROM unnest(claims) c;
  UPDATE wallet w SET claimed_ore = w.claimed_ore + c.amount_ore
    FROM (SELECT wallet_id, sum(amount_ore)::bigint AS amount_ore FROM unnest(claims) GROUP BY wallet_id) c
   WHERE w.school_id = booked_school_id AND w.id = c.wallet_id;

  FOREACH settling IN ARRAY settlements LOOP
    SELECT * INTO STRICT raised FROM claim WHERE school_id = booked_school_id AND id = settling.claim_id;
    INSERT INTO claim_settlement (school_id, claim_id, operation_id, amount_ore)
    VALUES (booked_school_id, settling.claim_id, booked_operation_id, settling.amount_ore);
    IF raised.amount_ore < (SELECT sum(s.amount_ore) FROM claim_settlement s
                             WHERE s.school_id = booked_school_id AND s.claim_id = settling.claim_id) THEN
      RAISE check_violation USING MESSAGE = 'a claim is settled beyond its amount', CONSTRAINT = 'claim_covers_settlements';
    END IF;
    UPDATE wallet SET claimed_ore = claimed_ore - settling.amount_ore
     WHERE school_id = booked_school_id AND id = raised.wallet_id;
  END LOOP;
END $$;
