-- Cards. A token and a control code exist only in the request that draws them and on the paper it prints; here are
-- their HMACs. The directory is global and names the school of a card; it has no foreign key into a school's tables.

CREATE TABLE card_directory (
  token_hmac bytea PRIMARY KEY,
  card_number text NOT NULL,
  school_id uuid NOT NULL,
  card_id uuid NOT NULL,
  CONSTRAINT card_directory_number_once UNIQUE (card_number),
  CONSTRAINT card_directory_card_once UNIQUE (card_id)
);

-- Cards drawn and printed by one request.
CREATE TABLE card_batch (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The class it was printed for; null for cards for stock.
  class_id uuid,
  card_count integer NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class (school_id, id),
  CONSTRAINT card_batch_not_empty CHECK (card_count > 0)
);

CREATE TABLE card (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Ten digits, the last a check digit.
  number text NOT NULL,
  status text NOT NULL,
  pupil_id uuid,
  token_hmac bytea NOT NULL,
  control_code_hmac bytea NOT NULL,
  control_code_used_at timestamptz,
  control_code_used_by uuid,
  batch_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  -- When it became the pupil's.
  issued_at timestamptz,
  blocked_at timestamptz,
  block_reason text,
  blocked_by uuid,
  blocked_by_role text,
  PRIMARY KEY (school_id, id),
  -- book_sales finds the card, its pupil and so the wallet by this key.
  CONSTRAINT card_token_once UNIQUE (school_id, token_hmac),
  CONSTRAINT card_number_once UNIQUE (school_id, number),
  FOREIGN KEY (school_id, batch_id) REFERENCES card_batch (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT card_status_known CHECK (status IN ('stock', 'active', 'blocked', 'ended')),
  CONSTRAINT card_number_is_ten_digits CHECK (number ~ '^[1-9][0-9]{9}$'),
  CONSTRAINT card_token_hmac_is_sha256 CHECK (octet_length(token_hmac) = 32),
  CONSTRAINT card_control_code_hmac_is_sha256 CHECK (octet_length(control_code_hmac) = 32),
  CONSTRAINT card_control_code_use_is_whole CHECK ((control_code_used_at IS NULL) = (control_code_used_by IS NULL)),
  CONSTRAINT card_in_stock_is_nobodys CHECK (status <> 'stock' OR pupil_id IS NULL),
  CONSTRAINT card_in_use_is_a_pupils CHECK (status NOT IN ('active', 'blocked') OR pupil_id IS NOT NULL),
  CONSTRAINT card_issued_when_a_pupils CHECK ((issued_at IS NULL) = (pupil_id IS NULL)),
  CONSTRAINT card_block_is_whole CHECK (
    (status = 'blocked') = (blocked_at IS NOT NULL)
    AND num_nulls(blocked_at, block_reason, blocked_by, blocked_by_role) IN (0, 4)),
  CONSTRAINT card_block_reason_known CHECK (block_reason IN ('lost', 'stolen', 'damaged')),
  CONSTRAINT card_blocked_by_role_known CHECK (blocked_by_role IN ('guardian', 'office'))
);
-- A blocked card is still the pupil's card until another takes its place.
CREATE UNIQUE INDEX card_one_in_use_per_pupil ON card (school_id, pupil_id) WHERE status IN ('active', 'blocked');
CREATE INDEX card_pupil ON card (school_id, pupil_id) WHERE pupil_id IS NOT NULL;
CREATE INDEX card_batch_cards ON card (school_id, batch_id);

-- What happened to a card, who did it and why; never changed.
CREATE TABLE card_event (
  school_id uuid NOT NULL,
  card_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  reason text,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, card_id, id),
  FOREIGN KEY (school_id, card_id) REFERENCES card (school_id, id),
  CONSTRAINT card_event_kind_known CHECK (kind IN (
    'printed', 'reprinted', 'issued', 'registered', 'letter_printed', 'blocked', 'unblocked', 'ended')),
  CONSTRAINT card_event_reason_of_a_block CHECK ((kind = 'blocked') = (reason IS NOT NULL)),
  CONSTRAINT card_event_actor_role_known CHECK (actor_role IN ('guardian', 'office'))
);

GRANT SELECT, INSERT, UPDATE (token_hmac) ON card_directory TO kantinekortet_app;
GRANT SELECT, INSERT ON card_batch, card_event TO kantinekortet_app;
GRANT SELECT, INSERT, UPDATE (status, pupil_id, token_hmac, control_code_hmac, control_code_used_at, control_code_used_by,
  issued_at, blocked_at, block_reason, blocked_by, blocked_by_role) ON card TO kantinekortet_app;
