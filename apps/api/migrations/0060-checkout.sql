-- Registers, cashiers, sales and the journal. The API role reads sales and journal only: the functions in
-- libs/server/checkout are their one writer, and they only add. A sale, its lines and its journal row are written by one
-- statement with the register locked, so foreign keys among these would only cost; and one to a product's revision would
-- lock that row for every sale of the school.

-- A register is a till; a device is paired with it. Its row is what makes receipts and the journal follow one another.
CREATE TABLE register (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  status text NOT NULL DEFAULT 'unpaired',
  -- The session of the one device that is paired now.
  session_id uuid,
  created_at timestamptz NOT NULL,
  paired_at timestamptz,
  revoked_at timestamptz,
  last_seen_at timestamptz,
  -- The last number drawn of each series, and the last signature of the journal.
  receipt_number bigint NOT NULL DEFAULT 0,
  return_receipt_number bigint NOT NULL DEFAULT 0,
  journal_number bigint NOT NULL DEFAULT 0,
  journal_signature text NOT NULL DEFAULT '0',
  PRIMARY KEY (school_id, id),
  CONSTRAINT register_name_once UNIQUE (school_id, name),
  CONSTRAINT register_status_known CHECK (status IN ('unpaired', 'paired', 'revoked')),
  CONSTRAINT register_paired_has_session CHECK ((status = 'paired') = (session_id IS NOT NULL)),
  CONSTRAINT register_numbers_not_negative CHECK (
    receipt_number >= 0 AND return_receipt_number >= 0 AND journal_number = receipt_number + return_receipt_number)
) WITH (fillfactor = 20); -- each sale writes this row: room on the page for its next version
GRANT SELECT, INSERT, UPDATE (name, status, session_id, paired_at, revoked_at, last_seen_at) ON register TO kantinekortet_app;

-- Global, because a device that is not paired yet belongs to no school: the code's HMAC leads to the register.
CREATE TABLE pairing_code (
  code_hmac bytea PRIMARY KEY,
  school_id uuid NOT NULL,
  register_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pairing_code_hmac_is_sha256 CHECK (octet_length(code_hmac) = 32),
  -- A new code of a register replaces the one before.
  CONSTRAINT pairing_code_one_per_register UNIQUE (school_id, register_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON pairing_code TO kantinekortet_app;

CREATE TABLE cashier (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  pin_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT cashier_name_once UNIQUE (school_id, name)
);
GRANT SELECT, INSERT, UPDATE (name, pin_hash, active) ON cashier TO kantinekortet_app;

-- Wrong PINs of a cashier at a register since the last right one.
CREATE TABLE pin_throttle (
  school_id uuid NOT NULL,
  register_id uuid NOT NULL,
  cashier_id uuid NOT NULL,
  failures integer NOT NULL,
  next_try_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, register_id, cashier_id),
  FOREIGN KEY (school_id, register_id) REFERENCES register (school_id, id),
  FOREIGN KEY (school_id, cashier_id) REFERENCES cashier (school_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON pin_throttle TO kantinekortet_app;

CREATE TABLE cashier_session (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  register_id uuid NOT NULL,
  cashier_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, register_id) REFERENCES register (school_id, id),
  FOREIGN KEY (school_id, cashier_id) REFERENCES cashier (school_id, id),
  CONSTRAINT cashier_session_ends_after_start CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX cashier_session_one_open_per_register ON cashier_session (school_id, register_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at) ON cashier_session TO kantinekortet_app;

-- What a pupil may spend on one day in Norway; no row or null means no limit.
CREATE TABLE pupil_limit (
  school_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  daily_limit_ore bigint,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, pupil_id),
  CONSTRAINT pupil_limit_not_negative CHECK (daily_limit_ore >= 0)
);
GRANT SELECT, INSERT, UPDATE (daily_limit_ore, set_by, set_at) ON pupil_limit TO kantinekortet_app;

CREATE TABLE sale (
  school_id uuid NOT NULL,
  id uuid NOT NULL, -- the till's own, and the operation's
  register_id uuid NOT NULL,
  cashier_session_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  card_id uuid,
  receipt_number bigint NOT NULL,
  total_ore bigint NOT NULL,
  vat_ore bigint NOT NULL,
  -- The till's own count of what it sent, which shows a gap when something never came.
  register_counter bigint NOT NULL,
  -- The day in Norway of occurred_at.
  day date NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES operation (school_id, id),
  CONSTRAINT sale_receipt_once UNIQUE (school_id, register_id, receipt_number),
  CONSTRAINT sale_total_positive CHECK (total_ore > 0),
  CONSTRAINT sale_vat_within_total CHECK (vat_ore BETWEEN 0 AND total_ore)
);
-- What a pupil spent on a day, read in the sale's own statement.
CREATE INDEX sale_wallet_day ON sale (school_id, wallet_id, day);

CREATE TABLE sale_line (
  school_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  line integer NOT NULL,
  product_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  name text NOT NULL,
  quantity integer NOT NULL,
  unit_price_ore bigint NOT NULL,
  amount_ore bigint NOT NULL,
  vat_code text NOT NULL,
  vat_ore bigint NOT NULL,
  PRIMARY KEY (school_id, sale_id, line),
  CONSTRAINT sale_line_quantity_positive CHECK (quantity > 0),
  CONSTRAINT sale_line_amount_is_price_times_quantity CHECK (amount_ore = unit_price_ore * quantity),
  CONSTRAINT sale_line_vat_within_amount CHECK (vat_ore BETWEEN 0 AND amount_ore)
);

-- A sale is returned whole and once.
CREATE TABLE sale_return (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  sale_id uuid NOT NULL,
  register_id uuid NOT NULL,
  cashier_session_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  receipt_number bigint NOT NULL,
  amount_ore bigint NOT NULL,
  reason text,
  day date NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, sale_id) REFERENCES sale (school_id, id),
  FOREIGN KEY (school_id, register_id) REFERENCES register (school_id, id),
  CONSTRAINT sale_return_once UNIQUE (school_id, sale_id),
  CONSTRAINT sale_return_receipt_once UNIQUE (school_id, register_id, receipt_number),
  CONSTRAINT sale_return_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX sale_return_wallet_day ON sale_return (school_id, wallet_id, day);

-- The electronic journal of each register (kassasystemforskrifta): numbered without gaps, each row signed over the one
-- before as SAF-T Cash Register 1.0 says. Amounts are negative for a return.
CREATE TABLE journal (
  school_id uuid NOT NULL,
  register_id uuid NOT NULL,
  number bigint NOT NULL,
  operation_id uuid NOT NULL,
  -- PredefinedBasicID-11: 11001 cash sale, 11006 return payment.
  transaction_code text NOT NULL,
  trans_date date NOT NULL,
  trans_time time(0) NOT NULL,
  amount_in_ore bigint NOT NULL,
  amount_ex_ore bigint NOT NULL,
  signature text NOT NULL,
  key_version integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, register_id, number),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT journal_transaction_code_known CHECK (transaction_code IN ('11001', '11006')),
  CONSTRAINT journal_return_is_negative CHECK ((transaction_code = '11006') = (amount_in_ore < 0))
);

GRANT SELECT ON sale, sale_line, sale_return, journal TO kantinekortet_app;

-- What book_sales takes, and what it knows of each sale once it has judged it.
CREATE TYPE asked_line AS (revision_id uuid, quantity integer);
CREATE TYPE sale_request AS (
  "position" integer, school_id uuid, register_id uuid, session_id uuid, cashier_session_id uuid, id uuid,
  content_hash bytea, card_token_hmac bytea, pupil_id uuid, lines asked_line[], total_ore bigint, occurred_at timestamptz,
  register_counter bigint);
CREATE TYPE priced_line AS (
  line integer, product_id uuid, revision_id uuid, name text, quantity integer, unit_price_ore bigint,
  amount_ore bigint, vat_code text, vat_ore bigint);
CREATE TYPE judged_sale AS (
  "position" integer, school_id uuid, register_id uuid, cashier_session_id uuid, id uuid, content_hash bytea,
  register_counter bigint, occurred_at timestamptz, code text, wallet_id uuid, pupil_id uuid, card_id uuid,
  revenue_account_id uuid, lines priced_line[], total_ore bigint, vat_ore bigint, receipt_number bigint,
  journal_number bigint, signature text,
  -- The receipt without the pupil, or the facts of a refusal; names stay out of the ledger, where nothing is erased.
  body jsonb, pupil jsonb);
