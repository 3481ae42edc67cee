-- When a guardian was last written to about a child's low balance: at most once a day.
CREATE TABLE low_balance_mail (
  school_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- A day in Norway.
  mailed_on date NOT NULL,
  PRIMARY KEY (school_id, wallet_id, person_id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id)
);
GRANT SELECT, INSERT, UPDATE (mailed_on) ON low_balance_mail TO kantinekortet_app;
