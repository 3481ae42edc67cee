-- What each proof of the books found. A proof covers every school, so these are the installation's, not a school's.
CREATE TABLE books_proof (
  id uuid PRIMARY KEY,
  is_whole boolean NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  finding_count integer NOT NULL,
  CONSTRAINT books_proof_ends_after_start CHECK (finished_at >= started_at),
  CONSTRAINT books_proof_findings_not_negative CHECK (finding_count >= 0)
);
CREATE INDEX books_proof_finished ON books_proof (finished_at);
CREATE TABLE books_finding (
  proof_id uuid NOT NULL REFERENCES books_proof (id),
  number integer NOT NULL,
  -- Null for what concerns the whole database.
  school_id uuid,
  finding text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (proof_id, number)
);
CREATE INDEX books_finding_of_school ON books_finding (school_id, proof_id);
GRANT SELECT, INSERT ON books_proof, books_finding TO kantinekortet_app;

-- The bank account in which a merchant keeps the money of its customers. Never changed: the newest row counts.
CREATE TABLE merchant_client_account (
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  id uuid NOT NULL,
  account_number text NOT NULL,
  -- Needed by some banks in payment files.
  bic text,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT merchant_client_account_number_eleven_digits CHECK (account_number ~ '^[0-9]{11}$'),
  CONSTRAINT merchant_client_account_bic_shape CHECK (bic ~ '^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$')
);
GRANT SELECT, INSERT ON merchant_client_account TO kantinekortet_app;

-- What lay on that account at the end of a day, as the bank's file or a person says, beside what the ledger says of that
-- moment: what the wallets of all the merchant's schools are owed, what is being paid out, and what providers still have.
CREATE TABLE client_money_balance (
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  id uuid NOT NULL,
  account_number text NOT NULL,
  day date NOT NULL,
  balance_ore bigint NOT NULL,
  source text NOT NULL,
  -- Stmt/Id of the bank's file, and the file's SHA-256: the same file is taken once.
  statement_id text,
  file_sha256 bytea,
  note text,
  wallets_ore bigint NOT NULL,
  in_transit_ore bigint NOT NULL,
  clearing_ore bigint NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT client_money_balance_file_once UNIQUE (merchant_id, file_sha256),
  CONSTRAINT client_money_balance_source_known CHECK (source IN ('bank_file', 'person')),
  CONSTRAINT client_money_balance_file_is_whole CHECK (
    num_nulls(statement_id, file_sha256) = CASE source WHEN 'bank_file' THEN 0 ELSE 2 END),
  CONSTRAINT client_money_balance_note_length CHECK (char_length(note) BETWEEN 1 AND 500)
);
CREATE INDEX client_money_balance_newest ON client_money_balance (merchant_id, day, recorded_at);
GRANT SELECT, INSERT ON client_money_balance TO kantinekortet_app;

-- What moves money at a bank, or off a clearing account: few beside the sales, and looked for by themselves.
CREATE INDEX operation_at_bank ON operation (school_id, recorded_at)
  WHERE kind IN ('settlement', 'payout_confirmed', 'payout_returned', 'release', 'dispute', 'dispute_won', 'correction');
