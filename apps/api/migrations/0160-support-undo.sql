-- What an answer made of its case, so that taking it back can restore what was; null for one that left it as it was.
ALTER TABLE support_message ADD COLUMN status_from text, ADD COLUMN status_to text;
ALTER TABLE support_message ADD CONSTRAINT support_message_changes_status_from_to CHECK (
  (status_from IS NULL) = (status_to IS NULL) AND status_from <> status_to
  AND status_from IN ('open', 'waiting', 'closed') AND status_to IN ('open', 'waiting', 'closed'));
