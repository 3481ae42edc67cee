-- At which schools an address has written before: a mail names no school. Asked across schools, by this index alone.
CREATE INDEX support_case_sender_email ON support_case (sender_email);
