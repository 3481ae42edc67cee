-- Which payment providers a merchant takes payments by. Global: a merchant may own several schools.
CREATE TABLE merchant_provider (
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  provider text NOT NULL,
  -- In the address of the merchant's webhooks.
  merchant_key text NOT NULL,
  -- Sealed by the API (AES-256-GCM); the database never sees a key.
  sealed_credentials bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, provider),
  CONSTRAINT merchant_provider_key_is_unique UNIQUE (merchant_key),
  CONSTRAINT merchant_provider_name_is_plain CHECK (provider ~ '^[a-z][a-z0-9_]{1,30}$')
);
GRANT SELECT, INSERT, UPDATE ON merchant_provider TO kantinekortet_app;

-- A guardian's wish to put money on a wallet, from the first click to the provider's last word. The money itself is the
-- ledger's: the top-up's id is the id of the operation that books it.
CREATE TABLE top_up (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  -- The person who pays, and whose money it stays.
  payer_id uuid NOT NULL,
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  amount_ore bigint NOT NULL,
  -- What the payment page says, and in which language: a repeated request to the provider must be word for word.
  description text NOT NULL,
  language text NOT NULL,
  status text NOT NULL DEFAULT 'created',
  provider_reference text,
  checkout_url text,
  -- Of the last attempt that failed; the payer may have tried again since.
  failure_code text,
  card_brand text,
  card_last4 text,
  created_at timestamptz NOT NULL,
  -- When the provider's page closes.
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  CONSTRAINT top_up_provider_reference_once UNIQUE (school_id, provider, provider_reference),
  CONSTRAINT top_up_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT top_up_language_known CHECK (language IN ('nb', 'nn', 'en')),
  CONSTRAINT top_up_status_known CHECK (status IN ('created', 'pending', 'paid', 'failed', 'expired', 'needs_attention')),
  CONSTRAINT top_up_reference_comes_with_pending CHECK (
    status IN ('created', 'expired') OR provider_reference IS NOT NULL),
  CONSTRAINT top_up_ended_at_when_ended CHECK ((status IN ('created', 'pending')) = (ended_at IS NULL)),
  CONSTRAINT top_up_expires_after_start CHECK (expires_at > created_at)
);
CREATE INDEX top_up_open ON top_up (school_id, wallet_id) WHERE status IN ('created', 'pending', 'needs_attention');
GRANT SELECT, INSERT, UPDATE (status, provider_reference, checkout_url, failure_code, card_brand, card_last4, ended_at)
  ON top_up TO kantinekortet_app;

-- What the office has to look at: a payment that is not what was asked for. Never books by itself.
CREATE TABLE payment_discrepancy (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  top_up_id uuid NOT NULL,
  reason text NOT NULL,
  expected_ore bigint NOT NULL,
  paid_amount bigint NOT NULL,
  paid_currency text NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, top_up_id) REFERENCES top_up (school_id, id),
  CONSTRAINT payment_discrepancy_once UNIQUE (school_id, top_up_id, reason),
  CONSTRAINT payment_discrepancy_reason_known CHECK (reason IN ('amount_differs', 'currency_differs'))
);
GRANT SELECT, INSERT ON payment_discrepancy TO kantinekortet_app;

-- Verified webhooks, each once. Global: they come to a merchant, and name the payment, not the school.
CREATE TABLE payment_event (
  merchant_id uuid NOT NULL,
  provider text NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  -- Our id of the payment, as the provider gives it back; null when the payment was not started here.
  payment_id text,
  provider_reference text NOT NULL,
  received_at timestamptz NOT NULL,
  processed_at timestamptz,
  PRIMARY KEY (merchant_id, provider, event_id),
  FOREIGN KEY (merchant_id, provider) REFERENCES merchant_provider (merchant_id, provider)
);
GRANT SELECT, INSERT, UPDATE (processed_at) ON payment_event TO kantinekortet_app;
