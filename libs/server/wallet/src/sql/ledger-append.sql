-- The one writer of operations and transfers: all of them, or an exception and none.
-- A leg belongs to one of these operations, and legs move money in the order given. A wallet may be met any number of
-- times: each leg stores the balance and the sequence number that the wallet has after it. Raises check_violation
-- (wallet_balance_covers_holds, transfer_wallet_never_negative) when money is missing, unique_violation for an operation
-- that is there already, not_null_violation for an account or operation that is not.
CREATE OR REPLACE FUNCTION ledger_append(operations ledger_operation[], legs ledger_leg[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  this_tx CONSTANT bigint := pg_current_xact_id()::text::bigint;
  known_at CONSTANT timestamptz := clock_timestamp();
  balances bigint[]; -- after each side of each leg: debit, credit, debit, credit …; null for an account without a balance
  seqs bigint[];
BEGIN
  INSERT INTO operation (school_id, id, kind, actor, content_hash, result, reverses_operation_id,
                         occurred_at, recorded_at, recorded_tx)
  SELECT o.school_id, o.id, o.kind, o.actor, o.content_hash, o.result, o.reverses_operation_id,
         o.occurred_at, coalesce(o.recorded_at, known_at), this_tx
    FROM unnest(operations) o;

  -- Callers on the hot path hold these locks already; for everyone else the order is what prevents deadlocks.
  PERFORM 1
     FROM (SELECT l.school_id, l.debit_account_id AS id FROM unnest(legs) l
           UNION
           SELECT l.school_id, l.credit_account_id FROM unnest(legs) l) met
     JOIN wallet w ON w.school_id = met.school_id AND w.id = met.id
    ORDER BY w.school_id, w.id
      FOR NO KEY UPDATE OF w;

  WITH leg AS MATERIALIZED (
    SELECT * FROM unnest(legs) WITH ORDINALITY AS l (school_id, operation_id, leg, debit_account_id, credit_account_id,
                                                      amount_ore, hold_id, payer_id, payment_reference, position)
  ), side AS MATERIALIZED (
    SELECT school_id, debit_account_id AS account_id, 2 * position AS step, -amount_ore AS signed_ore FROM leg
    UNION ALL
    SELECT school_id, credit_account_id, 2 * position + 1, amount_ore FROM leg
  ), moved AS (
    UPDATE wallet w
       SET balance_ore = w.balance_ore + s.signed_ore, seq = w.seq + s.steps
      FROM (SELECT school_id, account_id, sum(signed_ore)::bigint AS signed_ore, count(*) AS steps
              FROM side GROUP BY school_id, account_id) s
     WHERE w.school_id = s.school_id AND w.id = s.account_id
    RETURNING w.school_id, w.id, w.balance_ore - s.signed_ore AS balance_before_ore, w.seq - s.steps AS seq_before
  ), entry AS (
    SELECT s.step,
           m.balance_before_ore + (sum(s.signed_ore) OVER in_order)::bigint AS balance_after_ore,
           m.seq_before + row_number() OVER in_order AS seq
      FROM side s
      LEFT JOIN moved m ON m.school_id = s.school_id AND m.id = s.account_id
    WINDOW in_order AS (PARTITION BY s.school_id, s.account_id ORDER BY s.step)
  )
  SELECT array_agg(balance_after_ore ORDER BY step), array_agg(seq ORDER BY step) INTO balances, seqs FROM entry;

  INSERT INTO transfer (school_id, operation_id, leg, debit_account_id, credit_account_id, amount_ore,
                        debit_balance_after_ore, debit_seq, credit_balance_after_ore, credit_seq,
                        occurred_at, recorded_at, hold_id, payer_id, payment_reference)
  SELECT l.school_id, l.operation_id, l.leg,
         (SELECT a.id FROM account a WHERE a.school_id = l.school_id AND a.id = l.debit_account_id
             AND (a.kind = 'wallet') = (seqs[2 * position - 1] IS NOT NULL)),
         (SELECT a.id FROM account a WHERE a.school_id = l.school_id AND a.id = l.credit_account_id
             AND (a.kind = 'wallet') = (seqs[2 * position] IS NOT NULL)),
         l.amount_ore,
         balances[2 * position - 1], seqs[2 * position - 1], balances[2 * position], seqs[2 * position],
         o.occurred_at, coalesce(o.recorded_at, known_at), l.hold_id, l.payer_id, l.payment_reference
    FROM unnest(legs) WITH ORDINALITY AS l (school_id, operation_id, leg, debit_account_id, credit_account_id,
                                            amount_ore, hold_id, payer_id, payment_reference, position)
    LEFT JOIN unnest(operations) o ON o.school_id = l.school_id AND o.id = l.operation_id;
END $$;
