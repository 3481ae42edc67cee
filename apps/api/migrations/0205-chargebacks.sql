-- Money that a payer got back past us: by the payer's bank (a dispute), or by somebody at the provider.
CREATE TABLE chargeback (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The payment that it is of: its first top-up.
  top_up_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  kind text NOT NULL,
  -- The provider's id of the dispute or the refund.
  reference text NOT NULL,
  status text NOT NULL,
  amount_ore bigint NOT NULL,
  evidence_due_at timestamptz,
  found_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, top_up_id) REFERENCES top_up (school_id, id),
  CONSTRAINT chargeback_once UNIQUE (school_id, merchant_id, provider, reference),
  CONSTRAINT chargeback_kind_known CHECK (kind IN ('dispute', 'dashboard_refund')),
  CONSTRAINT chargeback_status_known CHECK (status IN ('asked', 'taken', 'lost', 'returned', 'closed')),
  CONSTRAINT chargeback_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX chargeback_under_way ON chargeback (school_id) WHERE status IN ('asked', 'taken');
GRANT SELECT, INSERT, UPDATE (status, amount_ore, evidence_due_at, changed_at) ON chargeback TO kantinekortet_app;

-- What of it one top-up bears: a payment may have filled several children's cards, also at several schools.
CREATE TABLE chargeback_part (
  school_id uuid NOT NULL,
  -- The operation that took it: the ledger's part in it.
  operation_id uuid NOT NULL,
  chargeback_school_id uuid NOT NULL,
  chargeback_id uuid NOT NULL,
  top_up_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  returned_at timestamptz,
  PRIMARY KEY (school_id, operation_id),
  FOREIGN KEY (school_id, operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, top_up_id) REFERENCES top_up (school_id, id),
  CONSTRAINT chargeback_part_amount_positive CHECK (amount_ore > 0)
);
CREATE INDEX chargeback_part_of_top_up ON chargeback_part (school_id, top_up_id);
CREATE INDEX chargeback_part_of_chargeback ON chargeback_part (school_id, chargeback_id);
GRANT SELECT, INSERT, UPDATE (returned_at) ON chargeback_part TO kantinekortet_app;

-- A card that its holder's bank asks about is charged no more by itself.
ALTER TABLE auto_top_up
  DROP CONSTRAINT auto_top_up_reason_known,
  ADD CONSTRAINT auto_top_up_reason_known CHECK (reason IN (
    'by_guardian', 'charge_refused', 'not_approved', 'card_expired', 'card_removed', 'pupil_left', 'not_guardian',
    'beyond_limits', 'needs_attention', 'disputed'));
