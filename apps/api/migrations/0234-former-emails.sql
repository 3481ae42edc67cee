-- Addresses that a person had until lately. Whoever changed one to send the money elsewhere does not own the other, so for
-- a week what is told about money is told to both.
CREATE TABLE former_email (
  person_id uuid NOT NULL REFERENCES person (id),
  email citext NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, email)
);
GRANT SELECT, INSERT, DELETE, UPDATE (expires_at) ON former_email TO kantinekortet_app;
