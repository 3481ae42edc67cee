-- What a proof has proven of each account that is no wallet, in øre, debits minus credits: everything that transactions
-- before before_tx have booked. The next proof needs to look at no older transfer, and the whole proof compares.
CREATE TABLE ledger_account_rollup (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  before_tx bigint NOT NULL,
  balance_ore bigint NOT NULL,
  PRIMARY KEY (school_id, account_id, before_tx),
  FOREIGN KEY (school_id, account_id) REFERENCES account (school_id, id)
);
GRANT SELECT, INSERT ON ledger_account_rollup TO kantinekortet_app;

-- Books that were proven before there were roll-ups.
INSERT INTO ledger_account_rollup (school_id, account_id, before_tx, balance_ore)
SELECT a.school_id, a.id, proven.before_tx,
       sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END)
  FROM (SELECT max(before_tx) AS before_tx FROM ledger_checkpoint) proven
  JOIN operation o ON o.recorded_tx < proven.before_tx
  JOIN transfer t ON t.school_id = o.school_id AND t.operation_id = o.id
  JOIN account a ON a.school_id = t.school_id AND a.id IN (t.debit_account_id, t.credit_account_id) AND a.kind <> 'wallet'
 GROUP BY a.school_id, a.id, proven.before_tx;

-- The last roll-up of each account.
CREATE VIEW ledger_account_proven AS
  SELECT a.school_id, a.id AS account_id, a.kind, a.name, r.balance_ore
    FROM account a
   CROSS JOIN LATERAL (SELECT r.balance_ore FROM ledger_account_rollup r
                        WHERE r.school_id = a.school_id AND r.account_id = a.id
                        ORDER BY r.before_tx DESC LIMIT 1) r
   WHERE a.kind <> 'wallet';
GRANT SELECT ON ledger_account_proven TO kantinekortet_app;


-- It has another argument now.
DROP FUNCTION IF EXISTS ledger_prove_wallets(boolean);

-- One proof at a time. LOCK TABLE is the one lock that a transaction can take before its snapshot: whoever has waited
-- sees what the other has proven.
CREATE TABLE ledger_proof_turn ();
GRANT UPDATE ON ledger_proof_turn TO kantinekortet_app;
