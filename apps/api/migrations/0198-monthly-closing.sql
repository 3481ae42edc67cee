-- A month that was closed: the VAT in what was recorded since the closing before, and the earned money that left the client
-- account. The operations are the ledger's.
CREATE TABLE monthly_closing (
  school_id uuid NOT NULL REFERENCES school (id),
  -- The first day of the month.
  month date NOT NULL,
  -- By VAT code, as it was sold less what was returned: [{vatCode, salesOre, vatOre}].
  vat jsonb NOT NULL,
  vat_ore bigint NOT NULL,
  released_ore bigint NOT NULL,
  -- Null when there was nothing to book.
  vat_operation_id uuid,
  release_operation_id uuid,
  closed_by uuid NOT NULL REFERENCES person (id),
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, month),
  FOREIGN KEY (school_id, vat_operation_id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, release_operation_id) REFERENCES operation (school_id, id),
  CONSTRAINT monthly_closing_month_starts CHECK (month = date_trunc('month', month)),
  CONSTRAINT monthly_closing_released_not_negative CHECK (released_ore >= 0),
  CONSTRAINT monthly_closing_books_what_it_says CHECK (
    (vat_operation_id IS NULL) = (vat_ore = 0) AND (release_operation_id IS NULL) = (released_ore = 0))
);
GRANT SELECT, INSERT ON monthly_closing TO kantinekortet_app;
