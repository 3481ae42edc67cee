-- Which payment providers a merchant takes payments by. Global: a merchant may own several schools.
CREATE TABLE merchant_provider (
  merchant_id uuid NOT NULL,
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
