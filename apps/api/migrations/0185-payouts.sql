-- What a merchant has agreed with its bank about payment files: the newest row counts. The account is its client account.
CREATE TABLE merchant_bank_agreement (
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  id uuid NOT NULL,
  -- The number that the bank knows the sender of files by (SchmeNm CUST of pain.001).
  customer_id text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT merchant_bank_agreement_customer_id_shape CHECK (customer_id ~ '^[A-Za-z0-9]{1,35}$')
);
GRANT SELECT, INSERT ON merchant_bank_agreement TO kantinekortet_app;

-- That whoever paid for a pupil who has left was reminded of what is left, so many days after.
CREATE TABLE leaver_reminder (
  school_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  person_id uuid NOT NULL,
  after_days smallint NOT NULL,
  left_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, pupil_id, person_id, left_at, after_days),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
);
GRANT SELECT, INSERT ON leaver_reminder TO kantinekortet_app;

-- What a euro cost on a day, as a person read it: the limit of a limited network is in euro. The newest day counts.
CREATE TABLE merchant_euro_rate (
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  id uuid NOT NULL,
  day date NOT NULL,
  -- Norwegian kroner for one euro, in ten-thousandths: 118234 is 11.8234.
  nok_per_eur_e4 integer NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT merchant_euro_rate_plausible CHECK (nok_per_eur_e4 BETWEEN 50000 AND 500000)
);
GRANT SELECT, INSERT ON merchant_euro_rate TO kantinekortet_app;
