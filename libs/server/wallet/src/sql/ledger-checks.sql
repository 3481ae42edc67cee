-- Legs, holds and claims of an operation have to tell the same story: what a hold posts moves by legs that name it, and
-- what goes on and off the claims account has its claims and settlements.
CREATE OR REPLACE FUNCTION ledger_check_posted(booked_school_id uuid, booked_operation_id uuid)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT hold_id, sum(amount_ore) AS amount_ore FROM transfer
                  WHERE school_id = booked_school_id AND operation_id = booked_operation_id AND hold_id IS NOT NULL
                  GROUP BY hold_id) moved
      FULL JOIN (SELECT hold_id, posted_ore FROM hold_end
                  WHERE school_id = booked_school_id AND operation_id = booked_operation_id AND posted_ore > 0) ended
        ON ended.hold_id = moved.hold_id
     WHERE moved.amount_ore IS DISTINCT FROM ended.posted_ore) THEN
    RAISE check_violation USING MESSAGE = 'what a hold posts is not what its legs move', CONSTRAINT = 'hold_end_posts_its_legs';
  END IF;
  IF EXISTS (
    SELECT FROM account a
     WHERE a.school_id = booked_school_id AND a.kind = 'claims'
    HAVING coalesce(sum((SELECT sum(t.amount_ore) FROM transfer t WHERE t.school_id = a.school_id
                           AND t.operation_id = booked_operation_id AND t.debit_account_id = a.id)), 0)
           <> (SELECT coalesce(sum(c.amount_ore), 0) FROM claim c
                WHERE c.school_id = booked_school_id AND c.operation_id = booked_operation_id)
        OR coalesce(sum((SELECT sum(t.amount_ore) FROM transfer t WHERE t.school_id = a.school_id
                           AND t.operation_id = booked_operation_id AND t.credit_account_id = a.id)), 0)
           <> (SELECT coalesce(sum(s.amount_ore), 0) FROM claim_settlement s
                WHERE s.school_id = booked_school_id AND s.operation_id = booked_operation_id)) THEN
    RAISE check_violation USING MESSAGE = 'legs on the claims account disagree with claims and settlements',
      CONSTRAINT = 'claims_match_their_legs';
  END IF;
END $$;

-- All that reverses an operation gives a wallet back at most what the operation took from it, and takes at most what it
-- gave. The reversed operation's row is the lock between two reversals at once.
CREATE OR REPLACE FUNCTION ledger_check_reversal(booked_school_id uuid, reversed_operation_id uuid)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM operation WHERE school_id = booked_school_id AND id = reversed_operation_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM wallet_entry e
      JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
     WHERE o.school_id = booked_school_id AND e.entry = 'transfer'
       AND (o.id = reversed_operation_id OR o.reverses_operation_id = reversed_operation_id)
     GROUP BY e.wallet_id
    HAVING sum(e.amount_ore) FILTER (WHERE o.id <> reversed_operation_id AND e.amount_ore > 0)
           > coalesce(-sum(e.amount_ore) FILTER (WHERE o.id = reversed_operation_id AND e.amount_ore < 0), 0)
        OR -sum(e.amount_ore) FILTER (WHERE o.id <> reversed_operation_id AND e.amount_ore < 0)
           > coalesce(sum(e.amount_ore) FILTER (WHERE o.id = reversed_operation_id AND e.amount_ore > 0), 0)) THEN
    RAISE check_violation USING MESSAGE = 'more is reversed than was booked', CONSTRAINT = 'reversal_within_operation';
  END IF;
END $$;
