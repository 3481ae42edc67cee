-- A provider may name one payment twice, under two references of its own: what was booked once is settled once.
CREATE UNIQUE INDEX settlement_line_of_subject_once ON settlement_line (school_id, clearing, kind, subject_id);
