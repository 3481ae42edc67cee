-- Money out. A refund is what one payer asks for out of one wallet; its parts are where the money goes. The holds, and all
-- that moves money, are the ledger's.

-- When a person's password was reset or e-mail changed: a bank payout waits after it.
ALTER TABLE person ADD COLUMN credentials_changed_at timestamptz;
GRANT UPDATE (credentials_changed_at) ON person TO kantinekortet_app;

-- Where the bank sends a payer's money at this school. Never changed: a new account replaces the one before.
CREATE TABLE payout_account (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  payer_kind text NOT NULL,
  -- A person, or a household_payer of the school.
  payer_id uuid NOT NULL,
  holder_name text NOT NULL,
  -- Sealed by the API (AES-256-GCM); the database never sees the number.
  sealed_number bytea NOT NULL,
  last4 text NOT NULL,
  -- Who typed it in: who approves a payout of the household's money must be somebody else.
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- 72 hours later, so that whoever owns the mailbox can object.
  usable_at timestamptz NOT NULL,
  replaced_at timestamptz,
  PRIMARY KEY (school_id, id),
  CONSTRAINT payout_account_payer_kind_known CHECK (payer_kind IN ('person', 'household')),
  CONSTRAINT payout_account_holder_name_length CHECK (char_length(holder_name) BETWEEN 1 AND 100),
  CONSTRAINT payout_account_last4_is_digits CHECK (last4 ~ '^[0-9]{4}$'),
  CONSTRAINT payout_account_waits CHECK (usable_at > recorded_at),
  CONSTRAINT payout_account_replaced_later CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX payout_account_one_of_payer ON payout_account (school_id, payer_id) WHERE replaced_at IS NULL;
GRANT SELECT, INSERT, UPDATE (replaced_at) ON payout_account TO kantinekortet_app;

-- Its id is the id of the operation that placed its holds. It has no state of its own: that follows from its parts.
CREATE TABLE refund (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  payer_kind text NOT NULL,
  -- Whose layers it takes: a person, or a household_payer of the school.
  payer_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  -- Sent when every paired till has spoken since the hold, as a till without net may have sold meanwhile.
  is_everything boolean NOT NULL,
  -- What the request said, to tell a repetition from another request: null when everything was asked for.
  requested_ore bigint,
  requested_account_id uuid,
  -- 'guardian': asked for. 'office': asked for at the counter. 'leaver': paid back unasked to who has left.
  origin text NOT NULL,
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  CONSTRAINT refund_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT refund_payer_kind_known CHECK (payer_kind IN ('person', 'household')),
  CONSTRAINT refund_origin_known CHECK (origin IN ('guardian', 'office', 'leaver')),
  CONSTRAINT refund_asked_by_unless_leaver CHECK (asked_by IS NOT NULL OR origin = 'leaver'),
  CONSTRAINT refund_guardian_asks_for_own CHECK (origin <> 'guardian' OR (payer_kind = 'person' AND asked_by = payer_id))
);
CREATE INDEX refund_of_wallet ON refund (school_id, wallet_id);
CREATE INDEX refund_of_payer ON refund (school_id, payer_id);
GRANT SELECT, INSERT ON refund TO kantinekortet_app;

-- One part goes one way, has one hold, and ends once; libs/server/refunds/src/refund-part-status.ts has the transitions.
CREATE TABLE refund_part (
  school_id uuid NOT NULL,
  -- Also what the provider or the bank knows the part by.
  id uuid NOT NULL,
  refund_id uuid NOT NULL,
  number smallint NOT NULL,
  route text NOT NULL,
  amount_ore bigint NOT NULL,
  hold_id uuid NOT NULL,
  -- The payment whose layer it takes. Null for bank money that several payments brought.
  payment_reference text,
  -- The provider, its id of that payment, and how it was paid: copied, so that the part needs no other row to be sent.
  provider text,
  provider_payment_reference text,
  payment_method text,
  card_brand text,
  card_last4 text,
  payout_account_id uuid,
  status text NOT NULL DEFAULT 'waiting',
  -- Somebody at the office has to agree: household money, or money that the provider would not take back.
  needs_approval boolean NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  provider_refund_reference text,
  failure_code text,
  -- The operations that moved it: out of the wallet, and back to it.
  sent_operation_id uuid,
  returned_operation_id uuid,
  -- What the payer was told: the day on which it should be there.
  expected_on date,
  sent_at timestamptz,
  confirmed_at timestamptz,
  -- When it failed, was returned or was cancelled.
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, refund_id) REFERENCES refund (school_id, id),
  FOREIGN KEY (school_id, hold_id) REFERENCES hold (school_id, id),
  FOREIGN KEY (school_id, payout_account_id) REFERENCES payout_account (school_id, id),
  FOREIGN KEY (school_id, sent_operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, returned_operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT refund_part_number_once UNIQUE (school_id, refund_id, number),
  CONSTRAINT refund_part_hold_once UNIQUE (school_id, hold_id),
  CONSTRAINT refund_part_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT refund_part_route_known CHECK (route IN ('provider', 'bank')),
  CONSTRAINT refund_part_status_known CHECK (
    status IN ('waiting', 'ready', 'sent', 'confirmed', 'failed', 'returned', 'cancelled')),
  CONSTRAINT refund_part_goes_one_way CHECK (
    CASE route
      WHEN 'provider' THEN num_nulls(payment_reference, provider, provider_payment_reference) = 0
                           AND payout_account_id IS NULL
      ELSE payout_account_id IS NOT NULL AND num_nonnulls(provider, provider_payment_reference) = 0
    END),
  CONSTRAINT refund_part_provider_needs_no_approval CHECK (route = 'bank' OR NOT needs_approval),
  CONSTRAINT refund_part_approval_is_whole CHECK (num_nulls(approved_by, approved_at) IN (0, 2)),
  CONSTRAINT refund_part_sent_when_approved CHECK (
    NOT needs_approval OR approved_at IS NOT NULL OR status IN ('waiting', 'cancelled')),
  CONSTRAINT refund_part_sent_is_whole CHECK (num_nulls(sent_operation_id, sent_at) IN (0, 2)),
  CONSTRAINT refund_part_has_left_when_sent CHECK (
    CASE
      WHEN status IN ('waiting', 'ready', 'cancelled') THEN sent_at IS NULL
      WHEN status IN ('sent', 'confirmed', 'returned') THEN sent_at IS NOT NULL
      ELSE true
    END),
  CONSTRAINT refund_part_confirmed_since CHECK (
    CASE WHEN status IN ('confirmed', 'returned') THEN confirmed_at IS NOT NULL ELSE confirmed_at IS NULL END),
  CONSTRAINT refund_part_ended_since CHECK ((ended_at IS NOT NULL) = (status IN ('failed', 'returned', 'cancelled'))),
  -- What left and came back has the operation that brought it; what never left was only held.
  CONSTRAINT refund_part_came_back_by CHECK (
    (returned_operation_id IS NOT NULL) = (status = 'returned' OR (status = 'failed' AND sent_at IS NOT NULL)))
);
CREATE INDEX refund_part_open ON refund_part (school_id, route) WHERE status IN ('waiting', 'ready', 'sent');
CREATE INDEX refund_part_of_payment ON refund_part (school_id, payment_reference) WHERE payment_reference IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (status, approved_by, approved_at, provider_refund_reference, failure_code,
  sent_operation_id, returned_operation_id, expected_on, sent_at, confirmed_at, ended_at) ON refund_part
  TO kantinekortet_app;

-- A payment file for the merchant's bank, over the bank parts of one school. Its content is kept, so that it can be
-- downloaded again byte for byte the same.
CREATE TABLE payout_file (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  -- The school's first, second … file.
  number integer NOT NULL,
  -- GrpHdr/MsgId of pain.001.001.03: the bank takes no file with the same one twice.
  message_id text NOT NULL,
  status text NOT NULL DEFAULT 'prepared',
  line_count integer NOT NULL,
  total_ore bigint NOT NULL,
  execution_on date NOT NULL,
  content bytea NOT NULL,
  prepared_by uuid NOT NULL,
  prepared_at timestamptz NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  -- When it was first downloaded: from then on its money is on its way.
  sent_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  CONSTRAINT payout_file_number_once UNIQUE (school_id, number),
  CONSTRAINT payout_file_message_id_once UNIQUE (school_id, message_id),
  CONSTRAINT payout_file_message_id_length CHECK (char_length(message_id) BETWEEN 1 AND 35),
  CONSTRAINT payout_file_status_known CHECK (status IN ('prepared', 'approved', 'sent', 'settled', 'withdrawn')),
  CONSTRAINT payout_file_totals_positive CHECK (line_count > 0 AND total_ore > 0),
  CONSTRAINT payout_file_two_people CHECK (approved_by <> prepared_by),
  CONSTRAINT payout_file_approval_is_whole CHECK (num_nulls(approved_by, approved_at) IN (0, 2)),
  CONSTRAINT payout_file_sent_when_approved CHECK (status NOT IN ('approved', 'sent', 'settled') OR approved_at IS NOT NULL),
  CONSTRAINT payout_file_sent_since CHECK ((sent_at IS NOT NULL) = (status IN ('sent', 'settled'))),
  CONSTRAINT payout_file_ended_since CHECK ((ended_at IS NOT NULL) = (status IN ('settled', 'withdrawn')))
);
GRANT SELECT, INSERT, UPDATE (status, approved_by, approved_at, sent_at, ended_at) ON payout_file TO kantinekortet_app;

-- One credit transfer of a file: one part of a refund.
CREATE TABLE payout_line (
  school_id uuid NOT NULL,
  file_id uuid NOT NULL,
  number integer NOT NULL,
  part_id uuid NOT NULL,
  -- EndToEndId, which the bank's answer names the line by.
  end_to_end_id text NOT NULL,
  amount_ore bigint NOT NULL,
  status text NOT NULL DEFAULT 'included',
  -- The bank's reason for a line that came back (ISO 20022 external status reason), or a person's words.
  return_reason text,
  -- Who said what became of it; null when the bank's own file did.
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (school_id, file_id, number),
  FOREIGN KEY (school_id, file_id) REFERENCES payout_file (school_id, id),
  FOREIGN KEY (school_id, part_id) REFERENCES refund_part (school_id, id),
  CONSTRAINT payout_line_end_to_end_id_once UNIQUE (school_id, end_to_end_id),
  CONSTRAINT payout_line_end_to_end_id_length CHECK (char_length(end_to_end_id) BETWEEN 1 AND 35),
  CONSTRAINT payout_line_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT payout_line_status_known CHECK (status IN ('included', 'settled', 'returned', 'withdrawn')),
  CONSTRAINT payout_line_answered_since CHECK ((answered_at IS NULL) = (status = 'included')),
  CONSTRAINT payout_line_return_has_reason CHECK (status <> 'returned' OR return_reason IS NOT NULL)
);
-- A part is in one file at a time.
CREATE UNIQUE INDEX payout_line_one_of_part ON payout_line (school_id, part_id) WHERE status <> 'withdrawn';
GRANT SELECT, INSERT, UPDATE (status, return_reason, answered_by, answered_at) ON payout_line TO kantinekortet_app;

-- What a webhook is about: its handler, and for a refund that we asked for, the part that it is.
ALTER TABLE payment_event
  ADD COLUMN subject text NOT NULL DEFAULT 'payment',
  ADD COLUMN refund_id text;
