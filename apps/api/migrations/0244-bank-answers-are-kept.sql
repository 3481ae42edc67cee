-- What the bank answered to a payment file (pain.002), as it came, sealed by the API. The same file again is the same row.
CREATE TABLE payout_bank_answer (
  school_id uuid NOT NULL,
  file_id uuid NOT NULL,
  id uuid NOT NULL,
  -- A keyed digest of the content: the database can tell whether a file came before, and not what it says.
  digest bytea NOT NULL,
  content bytea NOT NULL,
  received_at timestamptz NOT NULL,
  received_by uuid NOT NULL REFERENCES person (id),
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, file_id) REFERENCES payout_file (school_id, id),
  CONSTRAINT payout_bank_answer_once UNIQUE (school_id, file_id, digest),
  CONSTRAINT payout_bank_answer_digest_is_sha256 CHECK (octet_length(digest) = 32)
);
GRANT SELECT, INSERT ON payout_bank_answer TO kantinekortet_app;
