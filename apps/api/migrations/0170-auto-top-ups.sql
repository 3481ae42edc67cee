-- Bank cards that guardians have saved at a provider, to be charged when a balance runs low. What is here charges nobody
-- without the merchant's credentials.
CREATE TABLE saved_card (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  payer_id uuid NOT NULL,
  -- The child from whose page it was saved: the payer comes back there.
  pupil_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  language text NOT NULL,
  status text NOT NULL DEFAULT 'setting_up',
  setup_reference text,
  setup_url text,
  customer_reference text,
  card_reference text,
  brand text,
  last4 text,
  -- The last month that it is good for.
  expires_month smallint,
  expires_year smallint,
  created_at timestamptz NOT NULL,
  -- When the provider's page closes.
  setup_expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- When the provider forgot it; a removed card waits for that.
  forgotten_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT saved_card_status_known CHECK (status IN ('setting_up', 'saved', 'abandoned', 'removed')),
  CONSTRAINT saved_card_language_known CHECK (language IN ('nb', 'nn', 'en')),
  CONSTRAINT saved_card_can_be_charged CHECK (status <> 'saved' OR num_nulls(
    customer_reference, card_reference, brand, last4, expires_month, expires_year) = 0),
  CONSTRAINT saved_card_ended_at_when_ended CHECK ((status IN ('abandoned', 'removed')) = (ended_at IS NOT NULL)),
  CONSTRAINT saved_card_forgotten_when_removed CHECK (forgotten_at IS NULL OR status = 'removed')
);
CREATE UNIQUE INDEX saved_card_one_of_each_payer ON saved_card (school_id, payer_id) WHERE status = 'saved';
CREATE INDEX saved_card_under_way ON saved_card (school_id) WHERE status = 'setting_up'
  OR (status = 'removed' AND forgotten_at IS NULL AND customer_reference IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (status, setup_reference, setup_url, customer_reference, card_reference, brand, last4,
  expires_month, expires_year, ended_at, forgotten_at) ON saved_card TO kantinekortet_app;

-- A guardian's own rule for one child: below this amount, add that much, so many times a calendar month.
CREATE TABLE auto_top_up (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  below_ore bigint NOT NULL,
  amount_ore bigint NOT NULL,
  times_a_month smallint NOT NULL,
  status text NOT NULL,
  -- Why it is switched off.
  reason text,
  -- The month whose limit the guardian has been told of.
  limit_told_month date,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT auto_top_up_one_of_each_payer UNIQUE (school_id, wallet_id, payer_id),
  CONSTRAINT auto_top_up_below_something CHECK (below_ore > 0),
  CONSTRAINT auto_top_up_adds_something CHECK (amount_ore > 0),
  CONSTRAINT auto_top_up_times_sensible CHECK (times_a_month BETWEEN 1 AND 31),
  CONSTRAINT auto_top_up_status_known CHECK (status IN ('waiting_for_card', 'active', 'switched_off')),
  CONSTRAINT auto_top_up_off_for_a_reason CHECK ((status = 'switched_off') = (reason IS NOT NULL)),
  CONSTRAINT auto_top_up_reason_known CHECK (reason IN (
    'by_guardian', 'charge_refused', 'not_approved', 'card_expired', 'card_removed', 'pupil_left', 'not_guardian',
    'beyond_limits', 'needs_attention'))
);
CREATE INDEX auto_top_up_of_payer ON auto_top_up (school_id, payer_id);
CREATE INDEX auto_top_up_active ON auto_top_up (school_id) WHERE status = 'active';
GRANT SELECT, INSERT, UPDATE (below_ore, amount_ore, times_a_month, status, reason, limit_told_month, changed_at)
  ON auto_top_up TO kantinekortet_app;

-- One automatic top-up, from the fall of the balance to its end; each attempt to take the money is a top-up.
CREATE TABLE auto_top_up_run (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  saved_card_id uuid NOT NULL,
  -- What made the balance fall, or another reason to look.
  cause text NOT NULL,
  amount_ore bigint NOT NULL,
  status text NOT NULL DEFAULT 'charging',
  attempt smallint NOT NULL DEFAULT 1,
  -- The top-up of the latest attempt.
  top_up_id uuid NOT NULL,
  failure_code text,
  -- When it is tried again or, while it waits for the guardian, given up.
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, rule_id) REFERENCES auto_top_up (school_id, id),
  FOREIGN KEY (school_id, saved_card_id) REFERENCES saved_card (school_id, id),
  CONSTRAINT auto_top_up_run_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT auto_top_up_run_status_known CHECK (status IN (
    'charging', 'retrying', 'waiting_for_guardian', 'paid', 'given_up', 'overtaken')),
  CONSTRAINT auto_top_up_run_due_while_waiting CHECK (
    (status IN ('retrying', 'waiting_for_guardian')) = (due_at IS NOT NULL)),
  CONSTRAINT auto_top_up_run_ended_at_when_ended CHECK (
    (status IN ('paid', 'given_up', 'overtaken')) = (ended_at IS NOT NULL))
);
-- However many guardians and purchases: one at a time. This index decides between two that start at once.
CREATE UNIQUE INDEX auto_top_up_run_one_at_a_time ON auto_top_up_run (school_id, wallet_id)
  WHERE status IN ('charging', 'retrying', 'waiting_for_guardian');
CREATE INDEX auto_top_up_run_of_rule ON auto_top_up_run (school_id, rule_id, ended_at);
GRANT SELECT, INSERT, UPDATE (status, attempt, top_up_id, saved_card_id, failure_code, due_at, changed_at, ended_at)
  ON auto_top_up_run TO kantinekortet_app;

ALTER TABLE top_up
  -- Whether a guardian asked for it, or a rule of theirs.
  ADD COLUMN origin text NOT NULL DEFAULT 'guardian',
  ADD COLUMN run_id uuid,
  ADD CONSTRAINT top_up_origin_known CHECK (origin IN ('guardian', 'automatic')),
  ADD CONSTRAINT top_up_run_when_automatic CHECK ((origin = 'automatic') = (run_id IS NOT NULL)),
  ADD CONSTRAINT top_up_run FOREIGN KEY (school_id, run_id) REFERENCES auto_top_up_run (school_id, id);
