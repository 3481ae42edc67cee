-- Which message of a colleague a file goes with: it leaves with an answer, and stays with a note. Null for the sender's
-- own files, and for a colleague's that has not been put into a message, which stays at the school.
ALTER TABLE support_message ADD CONSTRAINT support_message_of_case UNIQUE (school_id, case_id, id);
ALTER TABLE support_attachment ADD COLUMN message_id uuid;
ALTER TABLE support_attachment ADD CONSTRAINT support_attachment_goes_with_message
  FOREIGN KEY (school_id, case_id, message_id) REFERENCES support_message (school_id, case_id, id);
ALTER TABLE support_attachment ADD CONSTRAINT support_attachment_of_sender_has_no_message
  CHECK (message_id IS NULL OR author_id IS NOT NULL);
GRANT UPDATE (message_id) ON support_attachment TO kantinekortet_app;
