-- What people write to a school about its canteen cards: cases, their messages, files, and what was done.

-- When a mail of a case may leave: an answer waits some seconds, so that it can be taken back.
ALTER TABLE outbox ADD COLUMN deliver_after timestamptz;

-- Gives each school's cases their numbers, one after the other.
CREATE TABLE support_case_number (
  school_id uuid PRIMARY KEY REFERENCES school (id),
  last_number bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE (last_number) ON support_case_number TO kantinekortet_app;

-- Global: which case the link in a mail, or the address that a mail answers, belongs to.
CREATE TABLE support_thread (
  key_hmac bytea PRIMARY KEY,
  kind text NOT NULL,
  school_id uuid NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT support_thread_kind_known CHECK (kind IN ('link', 'address')),
  CONSTRAINT support_thread_case_once UNIQUE (school_id, case_id, kind),
  CONSTRAINT support_thread_key_is_sha256 CHECK (octet_length(key_hmac) = 32)
);
GRANT SELECT, INSERT ON support_thread TO kantinekortet_app;

-- Global: at which schools a person has written, so that one's own cases are found school by school.
CREATE TABLE support_sender (
  person_id uuid NOT NULL,
  school_id uuid NOT NULL,
  PRIMARY KEY (person_id, school_id)
);
GRANT SELECT, INSERT ON support_sender TO kantinekortet_app;

CREATE TABLE support_case (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  number bigint NOT NULL,
  topic text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  is_urgent boolean NOT NULL,
  assignee_id uuid,
  due_at timestamptz NOT NULL,
  channel text NOT NULL,
  sender_person_id uuid,
  sender_name text NOT NULL,
  sender_email citext NOT NULL,
  language text NOT NULL,
  -- The child and the card that it is about, when they are known.
  pupil_id uuid,
  card_id uuid,
  -- What somebody who was not signed in told about them, word by word.
  told_child_name text,
  told_card_number text,
  -- The number of its last message.
  seq bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (school_id, id),
  CONSTRAINT support_case_number_once UNIQUE (school_id, number),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  FOREIGN KEY (school_id, card_id) REFERENCES card (school_id, id),
  CONSTRAINT support_case_topic_known CHECK (topic IN (
    'lost_card', 'top_up', 'refund', 'unknown_purchase', 'no_profile', 'other')),
  CONSTRAINT support_case_status_known CHECK (status IN ('open', 'waiting', 'closed')),
  CONSTRAINT support_case_channel_known CHECK (channel IN ('form', 'mail')),
  CONSTRAINT support_case_language_known CHECK (language IN ('nb', 'nn', 'en')),
  CONSTRAINT support_case_closed_when_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  CONSTRAINT support_case_sender_name_length CHECK (char_length(sender_name) BETWEEN 1 AND 100)
);
CREATE INDEX support_case_inbox ON support_case (school_id, status, is_urgent DESC, due_at, id);
CREATE INDEX support_case_newest ON support_case (school_id, status, updated_at DESC, id DESC);
CREATE INDEX support_case_sender ON support_case (school_id, sender_person_id) WHERE sender_person_id IS NOT NULL;
CREATE INDEX support_case_pupil ON support_case (school_id, pupil_id) WHERE pupil_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (topic, status, is_urgent, assignee_id, due_at, pupil_id, card_id, seq, updated_at, closed_at)
  ON support_case TO kantinekortet_app;

-- What was written, in order; never changed, but an answer can be taken back before it is sent.
CREATE TABLE support_message (
  school_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  -- The colleague who wrote it; null when the sender did.
  author_id uuid,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  sends_at timestamptz,
  withdrawn_at timestamptz,
  -- Of a mail, so that the same mail is taken once.
  mail_id text,
  PRIMARY KEY (school_id, case_id, seq),
  CONSTRAINT support_message_once UNIQUE (school_id, id),
  FOREIGN KEY (school_id, case_id) REFERENCES support_case (school_id, id),
  CONSTRAINT support_message_kind_known CHECK (kind IN ('question', 'reply', 'note')),
  CONSTRAINT support_message_author_is_staff CHECK ((kind = 'question') = (author_id IS NULL)),
  CONSTRAINT support_message_only_a_reply_is_sent CHECK ((kind = 'reply') = (sends_at IS NOT NULL)),
  CONSTRAINT support_message_only_a_reply_is_withdrawn CHECK (withdrawn_at IS NULL OR kind = 'reply'),
  CONSTRAINT support_message_body_length CHECK (char_length(body) BETWEEN 1 AND 20000)
);
CREATE UNIQUE INDEX support_message_mail_once ON support_message (school_id, mail_id) WHERE mail_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON support_message TO kantinekortet_app;

CREATE TABLE support_attachment (
  school_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  -- What the bytes are, not what somebody says they are.
  content_type text NOT NULL,
  bytes bytea NOT NULL,
  author_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, case_id, id),
  FOREIGN KEY (school_id, case_id) REFERENCES support_case (school_id, id),
  CONSTRAINT support_attachment_type_known CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp', 'application/pdf')),
  CONSTRAINT support_attachment_size CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
  CONSTRAINT support_attachment_name_length CHECK (char_length(file_name) BETWEEN 1 AND 200)
);
GRANT SELECT, INSERT ON support_attachment TO kantinekortet_app;

-- What was done with a case, or from it to a card or money; never changed.
CREATE TABLE support_step (
  school_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  -- Null when the sender did it.
  actor_id uuid,
  facts jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, case_id, id),
  FOREIGN KEY (school_id, case_id) REFERENCES support_case (school_id, id),
  CONSTRAINT support_step_kind_is_a_word CHECK (kind ~ '^[a-z_]{1,40}$')
);
GRANT SELECT, INSERT ON support_step TO kantinekortet_app;
