-- Who leaves, who comes back, and how either is undone before the day ends; who may be a guardian by invitation, and
-- what guardians may know of each other.

-- From the night after the pupil left: the card has ended and the guardians are told. Null while it can be undone.
ALTER TABLE pupil
  ADD COLUMN left_for_good_at timestamptz,
  ADD CONSTRAINT pupil_left_for_good_when_left CHECK (left_for_good_at IS NULL OR status = 'left');
CREATE INDEX pupil_leaving ON pupil (school_id, left_at) WHERE status = 'left' AND left_for_good_at IS NULL;
GRANT UPDATE (left_for_good_at) ON pupil TO kantinekortet_app;

-- That a roster or a rollover was applied, and how to undo it that day.
CREATE TABLE enrolment_change (
  school_id uuid NOT NULL,
  -- Of the roster import or the rollover.
  id uuid NOT NULL,
  kind text NOT NULL,
  -- The school's first, second … change: only the last one that stands can be undone.
  number integer NOT NULL,
  applied_by uuid NOT NULL,
  applied_at timestamptz NOT NULL,
  -- What it did to each pupil. Forgotten when the day is over.
  undo_steps jsonb,
  undone_by uuid,
  undone_at timestamptz,
  undo_result jsonb,
  PRIMARY KEY (school_id, id),
  CONSTRAINT enrolment_change_number_once UNIQUE (school_id, number),
  CONSTRAINT enrolment_change_kind_known CHECK (kind IN ('roster_import', 'rollover')),
  CONSTRAINT enrolment_change_undo_is_whole CHECK (num_nulls(undone_by, undone_at, undo_result) IN (0, 3))
);
GRANT SELECT, INSERT, UPDATE (undo_steps, undone_by, undone_at, undo_result) ON enrolment_change TO kantinekortet_app;

-- A new school year between its preview and its application.
CREATE TABLE rollover (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  status text NOT NULL DEFAULT 'previewed',
  -- The classes with what was proposed for each; when applied, what was done with each.
  classes jsonb NOT NULL,
  -- SHA-256 of the classes and their pupils: at application they must still be the same.
  digest bytea NOT NULL,
  result jsonb,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT rollover_status_known CHECK (status IN ('previewed', 'applied')),
  CONSTRAINT rollover_applied_has_result CHECK ((status = 'applied') = (result IS NOT NULL))
);
GRANT SELECT, INSERT, DELETE, UPDATE (status, classes, result) ON rollover TO kantinekortet_app;

-- A card ends by a job when its pupil has left for good.
ALTER TABLE card_event
  ALTER COLUMN actor_id DROP NOT NULL,
  DROP CONSTRAINT card_event_actor_role_known,
  ADD CONSTRAINT card_event_actor_role_known CHECK (actor_role IN ('guardian', 'office', 'job')),
  ADD CONSTRAINT card_event_actor_unless_job CHECK ((actor_id IS NULL) = (actor_role = 'job'));

-- A discreet guardian and the pupil's others are not told of each other.
ALTER TABLE guardianship ADD COLUMN is_discreet boolean NOT NULL DEFAULT false;
GRANT UPDATE (is_discreet, approver) ON guardianship TO kantinekortet_app;

-- An e-mail address that was asked to become a pupil's guardian. The link lies in the mail; here is its HMAC.
CREATE TABLE guardian_invitation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  email citext NOT NULL,
  status text NOT NULL DEFAULT 'open',
  invited_by uuid NOT NULL,
  inviter_role text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT guardian_invitation_status_known CHECK (status IN ('open', 'accepted', 'withdrawn')),
  CONSTRAINT guardian_invitation_inviter_role_known CHECK (inviter_role IN ('guardian', 'office')),
  CONSTRAINT guardian_invitation_closed_since CHECK ((closed_at IS NULL) = (status = 'open')),
  CONSTRAINT guardian_invitation_accepted_by CHECK ((accepted_by IS NOT NULL) = (status = 'accepted'))
);
-- One from each: nobody is told that somebody else has invited the same address.
CREATE UNIQUE INDEX guardian_invitation_one_open ON guardian_invitation (school_id, pupil_id, invited_by, email)
  WHERE status = 'open';
GRANT SELECT, INSERT, DELETE, UPDATE (status, accepted_by, closed_at) ON guardian_invitation TO kantinekortet_app;

-- Global: which school a link leads to.
CREATE TABLE guardian_invitation_directory (
  token_hmac bytea PRIMARY KEY,
  school_id uuid NOT NULL,
  invitation_id uuid NOT NULL
);
GRANT SELECT, INSERT, DELETE ON guardian_invitation_directory TO kantinekortet_app;
