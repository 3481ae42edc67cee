-- Where the person read it. The table held no rate before this column.
ALTER TABLE merchant_euro_rate
  ADD COLUMN source text NOT NULL,
  ADD CONSTRAINT merchant_euro_rate_source_length CHECK (char_length(source) BETWEEN 1 AND 200);
CREATE INDEX merchant_euro_rate_newest ON merchant_euro_rate (merchant_id, day, recorded_at);

-- What was paid onto the cards of a school, and with them, on a day in Norway: counted once, when the day is over, so that
-- twelve months are added up from so many rows and not from every transfer.
CREATE TABLE limited_network_day (
  school_id uuid NOT NULL REFERENCES school (id),
  day date NOT NULL,
  -- Below zero on a day on which more was taken back than paid in.
  paid_in_ore bigint NOT NULL,
  used_ore bigint NOT NULL,
  PRIMARY KEY (school_id, day),
  CONSTRAINT limited_network_day_used_not_negative CHECK (used_ore >= 0)
);
GRANT SELECT, INSERT ON limited_network_day TO kantinekortet_app;
