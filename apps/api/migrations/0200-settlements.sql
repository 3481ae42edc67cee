-- What providers paid out to the client accounts of merchants, as their own reports say it. Global: a report is of a
-- merchant, which may own several schools. Written once, and never changed.
CREATE TABLE payout_report (
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  -- The provider's id of the payout.
  reference text NOT NULL,
  -- When the money was at the bank.
  arrived_at timestamptz NOT NULL,
  -- Below zero when the provider collected.
  amount_ore bigint NOT NULL,
  currency text NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, provider, reference),
  FOREIGN KEY (merchant_id, provider) REFERENCES merchant_provider (merchant_id, provider)
);
CREATE INDEX payout_report_newest ON payout_report (merchant_id, provider, arrived_at);
CREATE TABLE payout_report_line (
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  reference text NOT NULL,
  number integer NOT NULL,
  line_reference text NOT NULL,
  kind text NOT NULL,
  subject_reference text,
  -- Our id of the payment or the refund, as the provider gives it back.
  our_id text,
  amount_ore bigint NOT NULL,
  cost_ore bigint NOT NULL,
  PRIMARY KEY (merchant_id, provider, reference, number),
  FOREIGN KEY (merchant_id, provider, reference) REFERENCES payout_report (merchant_id, provider, reference),
  CONSTRAINT payout_report_line_kind_known CHECK (
    kind IN ('payment', 'refund', 'refund_failed', 'dispute', 'dispute_won', 'other'))
);
GRANT SELECT, INSERT ON payout_report, payout_report_line TO kantinekortet_app;

-- Money that came to the client account, and what of it is one school's: by a provider's report, or by a person's word.
CREATE TABLE settlement (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  -- The clearing account: a provider, office_terminal or office_invoice.
  clearing text NOT NULL,
  source text NOT NULL,
  -- The provider's id of the payout, or what the person read at the bank.
  reference text NOT NULL,
  -- The school's first, second … part of the report: lines that were only known later make another.
  number integer NOT NULL,
  -- The value date.
  received_at timestamptz NOT NULL,
  gross_ore bigint NOT NULL,
  cost_ore bigint NOT NULL,
  -- What booked it; null for lines that come to nothing, such as a refund that failed.
  operation_id uuid,
  note text,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT settlement_once UNIQUE (school_id, clearing, reference, number),
  CONSTRAINT settlement_source_known CHECK (source IN ('report', 'person')),
  CONSTRAINT settlement_recorded_by_a_person CHECK ((source = 'person') = (recorded_by IS NOT NULL)),
  CONSTRAINT settlement_number_positive CHECK (number > 0),
  CONSTRAINT settlement_booked_unless_nothing CHECK ((gross_ore = 0 AND cost_ore = 0) = (operation_id IS NULL)),
  CONSTRAINT settlement_reference_length CHECK (char_length(reference) BETWEEN 1 AND 100),
  CONSTRAINT settlement_note_length CHECK (char_length(note) BETWEEN 1 AND 500)
);
CREATE INDEX settlement_newest ON settlement (school_id, received_at, id);

-- A report's line, or a school's share of it, that is what was booked here. Each is settled once.
CREATE TABLE settlement_line (
  school_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  number integer NOT NULL,
  clearing text NOT NULL,
  line_reference text NOT NULL,
  kind text NOT NULL,
  -- The top-up, the refund's part or the chargeback.
  subject_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  cost_ore bigint NOT NULL,
  PRIMARY KEY (school_id, settlement_id, number),
  FOREIGN KEY (school_id, settlement_id) REFERENCES settlement (school_id, id),
  CONSTRAINT settlement_line_once UNIQUE (school_id, clearing, line_reference, subject_id)
);
GRANT SELECT, INSERT ON settlement, settlement_line TO kantinekortet_app;
