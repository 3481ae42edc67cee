-- The ledger. Nothing here is updated or deleted but the running totals of a wallet, and those only by the functions
-- in libs/server/wallet. Accounts carry no foreign key from transfers: its check would lock one revenue row for every
-- sale of a school. ledger_append refuses an unknown account instead, and the proof looks for one.

CREATE TABLE account (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  -- Tells accounts of one kind apart, such as the clearing account of each payment provider.
  name text NOT NULL DEFAULT '',
  PRIMARY KEY (school_id, id),
  CONSTRAINT account_kind_known CHECK (kind IN (
    'wallet', 'revenue', 'fee_income', 'claims', 'clearing', 'bank', 'client_bank', 'in_transit',
    'provider_cost', 'goodwill_cost', 'vat', 'offline_loss')),
  CONSTRAINT account_name_is_for_ledger_accounts CHECK (kind <> 'wallet' OR name = '')
);
CREATE UNIQUE INDEX account_one_of_each_kind_and_name ON account (school_id, kind, name) WHERE kind <> 'wallet';

CREATE TABLE wallet (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  balance_ore bigint NOT NULL DEFAULT 0,
  held_ore bigint NOT NULL DEFAULT 0,
  claimed_ore bigint NOT NULL DEFAULT 0,
  seq bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES account (school_id, id),
  CONSTRAINT wallet_balance_covers_holds CHECK (balance_ore >= held_ore),
  CONSTRAINT wallet_held_not_negative CHECK (held_ore >= 0),
  CONSTRAINT wallet_claimed_not_negative CHECK (claimed_ore >= 0),
  CONSTRAINT wallet_seq_not_negative CHECK (seq >= 0)
) WITH (fillfactor = 50); -- room on each page, so that a new balance needs no index entry

CREATE TABLE operation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  actor text NOT NULL,
  content_hash bytea NOT NULL,
  result jsonb NOT NULL,
  reverses_operation_id uuid,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- The writing transaction: the proof covers what is older than every transaction still running.
  recorded_tx bigint NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, reverses_operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT operation_kind_known CHECK (kind IN (
    'top_up', 'sale', 'sale_return', 'sale_given_up', 'fee', 'fee_waiver', 'claim', 'claim_settlement',
    'claim_payment', 'claim_waiver', 'hold', 'hold_post', 'hold_void', 'payout_confirmed', 'payout_returned',
    'dispute', 'dispute_won', 'settlement', 'goodwill', 'sibling_transfer', 'vat_closing', 'release', 'correction')),
  CONSTRAINT operation_content_hash_is_sha256 CHECK (octet_length(content_hash) = 32),
  CONSTRAINT operation_reverses_another CHECK (reverses_operation_id <> id)
);
CREATE INDEX operation_recorded_tx ON operation USING brin (recorded_tx) WITH (pages_per_range = 32);
CREATE INDEX operation_reverses ON operation (school_id, reverses_operation_id) WHERE reverses_operation_id IS NOT NULL;

CREATE TABLE hold (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  operation_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  payer_id uuid,
  payment_reference text,
  seq bigint NOT NULL,
  balance_after_ore bigint NOT NULL,
  held_after_ore bigint NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, wallet_id, seq),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  CONSTRAINT hold_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX hold_operation ON hold (school_id, operation_id);

CREATE TABLE hold_end (
  school_id uuid NOT NULL,
  hold_id uuid NOT NULL,
  operation_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  posted_ore bigint NOT NULL,
  released_ore bigint NOT NULL,
  seq bigint NOT NULL,
  balance_after_ore bigint NOT NULL,
  held_after_ore bigint NOT NULL,
  -- A hold ends once: this key is what decides between two that try.
  PRIMARY KEY (school_id, hold_id),
  UNIQUE (school_id, wallet_id, seq),
  FOREIGN KEY (school_id, hold_id) REFERENCES hold (school_id, id),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT hold_end_amounts_not_negative CHECK (posted_ore >= 0 AND released_ore >= 0)
);
CREATE INDEX hold_end_operation ON hold_end (school_id, operation_id);

CREATE TABLE transfer (
  school_id uuid NOT NULL,
  operation_id uuid NOT NULL,
  leg smallint NOT NULL,
  debit_account_id uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  debit_balance_after_ore bigint,
  debit_seq bigint,
  credit_balance_after_ore bigint,
  credit_seq bigint,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  hold_id uuid,
  payer_id uuid,
  payment_reference text,
  PRIMARY KEY (school_id, operation_id, leg),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, hold_id) REFERENCES hold (school_id, id),
  CONSTRAINT transfer_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT transfer_between_two_accounts CHECK (debit_account_id <> credit_account_id),
  CONSTRAINT transfer_wallet_never_negative CHECK (debit_balance_after_ore >= 0 AND credit_balance_after_ore >= 0),
  CONSTRAINT transfer_wallet_sides_complete CHECK (
    (debit_seq IS NULL) = (debit_balance_after_ore IS NULL) AND (credit_seq IS NULL) = (credit_balance_after_ore IS NULL))
);
CREATE UNIQUE INDEX transfer_debit_seq ON transfer (school_id, debit_account_id, debit_seq) WHERE debit_seq IS NOT NULL;
CREATE UNIQUE INDEX transfer_credit_seq ON transfer (school_id, credit_account_id, credit_seq) WHERE credit_seq IS NOT NULL;
CREATE INDEX transfer_recorded_at ON transfer USING brin (recorded_at) WITH (pages_per_range = 32);

CREATE TABLE claim (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  operation_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  CONSTRAINT claim_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX claim_wallet ON claim (school_id, wallet_id);
CREATE INDEX claim_operation ON claim (school_id, operation_id);

CREATE TABLE claim_settlement (
  school_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  operation_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  PRIMARY KEY (school_id, claim_id, operation_id),
  FOREIGN KEY (school_id, claim_id) REFERENCES claim (school_id, id),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT claim_settlement_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX claim_settlement_operation ON claim_settlement (school_id, operation_id);

-- The hash chain of a school: each row covers the operations written by transactions from_tx (inclusive) to
-- before_tx (exclusive), and its head covers the head before it.
CREATE TABLE ledger_checkpoint (
  school_id uuid NOT NULL,
  number bigint NOT NULL,
  from_tx bigint NOT NULL,
  before_tx bigint NOT NULL,
  operation_count bigint NOT NULL,
  digest bytea NOT NULL,
  head bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, number),
  UNIQUE (school_id, before_tx),
  CONSTRAINT ledger_checkpoint_moves_forward CHECK (before_tx > from_tx AND number > 0)
);
CREATE INDEX ledger_checkpoint_before_tx ON ledger_checkpoint (before_tx);

-- Everything that took a sequence number of a wallet, in one shape: amount_ore is signed as the wallet's holder sees it.
CREATE VIEW wallet_entry AS
  SELECT school_id, debit_account_id AS wallet_id, debit_seq AS seq, 'transfer' AS entry, operation_id, leg,
         -amount_ore AS amount_ore, 0::bigint AS held_ore, debit_balance_after_ore AS balance_after_ore,
         hold_id, payer_id, payment_reference, credit_account_id AS counter_account_id
    FROM transfer WHERE debit_seq IS NOT NULL
  UNION ALL
  SELECT school_id, credit_account_id, credit_seq, 'transfer', operation_id, leg,
         amount_ore, 0::bigint, credit_balance_after_ore,
         hold_id, payer_id, payment_reference, debit_account_id
    FROM transfer WHERE credit_seq IS NOT NULL
  UNION ALL
  SELECT school_id, wallet_id, seq, 'hold', operation_id, NULL,
         0::bigint, amount_ore, balance_after_ore, id, payer_id, payment_reference, NULL
    FROM hold
  UNION ALL
  SELECT school_id, wallet_id, seq, 'hold_end', operation_id, NULL,
         0::bigint, -(posted_ore + released_ore), balance_after_ore, hold_id, NULL, NULL, NULL
    FROM hold_end;

-- What the functions take. reverses_operation_id, recorded_at (now), hold_id, payer_id and payment_reference may be null.
CREATE TYPE ledger_operation AS (
  school_id uuid, id uuid, kind text, actor text, content_hash bytea, result jsonb, reverses_operation_id uuid,
  occurred_at timestamptz, recorded_at timestamptz);
CREATE TYPE ledger_leg AS (
  school_id uuid, operation_id uuid, leg smallint, debit_account_id uuid, credit_account_id uuid, amount_ore bigint,
  hold_id uuid, payer_id uuid, payment_reference text);
CREATE TYPE ledger_hold AS (id uuid, wallet_id uuid, amount_ore bigint, payer_id uuid, payment_reference text);
CREATE TYPE ledger_hold_end AS (hold_id uuid, posted_ore bigint);
CREATE TYPE ledger_claim AS (id uuid, wallet_id uuid, amount_ore bigint, reason text);
CREATE TYPE ledger_settlement AS (claim_id uuid, amount_ore bigint);

-- The API reads; money is written by the functions alone, which run as the owner.
GRANT SELECT ON account, wallet, operation, transfer, hold, hold_end, claim, claim_settlement, wallet_entry
  TO kantinekortet_app;
GRANT SELECT, INSERT ON ledger_checkpoint TO kantinekortet_app;
