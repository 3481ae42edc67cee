-- A pupil of whom the office knows when they leave: the card holds through the last day.
CREATE TABLE planned_leave (
  school_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  last_day date NOT NULL,
  reason text,
  planned_by uuid NOT NULL REFERENCES person (id),
  PRIMARY KEY (school_id, pupil_id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT planned_leave_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON planned_leave TO kantinekortet_app;
