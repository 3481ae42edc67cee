-- What a person decides about a payment that is not what was asked for. `returned`: the payer has it back.
ALTER TABLE top_up
  DROP CONSTRAINT top_up_status_known,
  ADD CONSTRAINT top_up_status_known CHECK (
    status IN ('created', 'pending', 'paid', 'failed', 'expired', 'needs_attention', 'returned'));

CREATE TABLE payment_decision (
  school_id uuid NOT NULL,
  -- Made by the client; what the provider knows the refund by, if it is one.
  id uuid NOT NULL,
  discrepancy_id uuid NOT NULL,
  choice text NOT NULL,
  reason text NOT NULL,
  -- `sending`: the provider has been, or will be, asked to send the money back.
  status text NOT NULL,
  failure_code text,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, discrepancy_id) REFERENCES payment_discrepancy (school_id, id),
  CONSTRAINT payment_decision_choice_known CHECK (choice IN ('book', 'send_back', 'sent_back_already')),
  CONSTRAINT payment_decision_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500),
  CONSTRAINT payment_decision_status_known CHECK (status IN ('sending', 'done', 'refused')),
  CONSTRAINT payment_decision_only_sending_waits CHECK (status = 'done' OR choice = 'send_back'),
  CONSTRAINT payment_decision_ended_at_when_ended CHECK ((status = 'sending') = (ended_at IS NULL)),
  CONSTRAINT payment_decision_refused_for_a_reason CHECK ((status = 'refused') = (failure_code IS NOT NULL))
);
-- One decision stands; one that the provider refused makes room for another.
CREATE UNIQUE INDEX payment_decision_one_stands ON payment_decision (school_id, discrepancy_id) WHERE status <> 'refused';
CREATE INDEX payment_decision_sending ON payment_decision (school_id) WHERE status = 'sending';
GRANT SELECT, INSERT, UPDATE (status, failure_code, ended_at) ON payment_decision TO kantinekortet_app;
