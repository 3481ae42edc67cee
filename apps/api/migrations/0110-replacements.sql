-- A new card for an old one: who got it, why, what it cost. Never changed. The client makes the id.
CREATE TABLE card_replacement (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  -- The pupil's first, second … replacement at this school.
  number integer NOT NULL,
  old_card_id uuid NOT NULL,
  new_card_id uuid NOT NULL,
  reason text NOT NULL,
  -- Which loss of the pupil's enrolment it was; null when it does not count as one.
  loss_number integer,
  -- The operation of the ledger that charged the fee, and how it was covered; null when nothing was charged.
  fee_operation_id uuid,
  drawn_ore bigint NOT NULL,
  claimed_ore bigint NOT NULL,
  balance_after_ore bigint NOT NULL,
  -- The wallet's number when the card was replaced, after the fee: where the statement tells of it.
  wallet_seq bigint NOT NULL,
  -- Why no fee was charged, in the office's words.
  waiver_reason text,
  content_hash bytea NOT NULL,
  replaced_by uuid NOT NULL,
  replaced_at timestamptz NOT NULL,
  case_id uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  FOREIGN KEY (school_id, old_card_id) REFERENCES card (school_id, id),
  FOREIGN KEY (school_id, new_card_id) REFERENCES card (school_id, id),
  FOREIGN KEY (school_id, fee_operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT card_replacement_old_card_once UNIQUE (school_id, old_card_id),
  CONSTRAINT card_replacement_new_card_once UNIQUE (school_id, new_card_id),
  CONSTRAINT card_replacement_number_once UNIQUE (school_id, pupil_id, number),
  CONSTRAINT card_replacement_of_another CHECK (old_card_id <> new_card_id),
  CONSTRAINT card_replacement_reason_known CHECK (reason IN ('lost', 'stolen', 'damaged')),
  CONSTRAINT card_replacement_damaged_is_no_loss CHECK (reason <> 'damaged' OR loss_number IS NULL),
  CONSTRAINT card_replacement_numbers_from_one CHECK (number > 0 AND loss_number > 0),
  CONSTRAINT card_replacement_fee_is_whole CHECK (
    drawn_ore >= 0 AND claimed_ore >= 0 AND (fee_operation_id IS NULL) = (drawn_ore + claimed_ore = 0)),
  CONSTRAINT card_replacement_waived_is_free CHECK (waiver_reason IS NULL OR fee_operation_id IS NULL),
  CONSTRAINT card_replacement_waiver_reason_length CHECK (char_length(waiver_reason) BETWEEN 1 AND 500)
);
GRANT SELECT, INSERT ON card_replacement TO kantinekortet_app;

-- That the office afterwards took back the fee of a replacement, or that a theft counted as a loss. Once for each.
CREATE TABLE replacement_waiver (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  replacement_id uuid NOT NULL,
  reason text NOT NULL,
  returned_ore bigint NOT NULL,
  forgiven_ore bigint NOT NULL,
  waived_by uuid NOT NULL,
  waived_at timestamptz NOT NULL,
  case_id uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, replacement_id) REFERENCES card_replacement (school_id, id),
  CONSTRAINT replacement_waiver_once UNIQUE (school_id, replacement_id),
  CONSTRAINT replacement_waiver_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500),
  CONSTRAINT replacement_waiver_amounts_not_negative CHECK (returned_ore >= 0 AND forgiven_ore >= 0)
);
GRANT SELECT, INSERT ON replacement_waiver TO kantinekortet_app;

-- The support case that a card was blocked, unblocked or replaced from.
ALTER TABLE card_event ADD COLUMN case_id uuid;
