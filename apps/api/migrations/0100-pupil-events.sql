-- What happened to a pupil at a school, who did it and why: the audit trail of all that no card event and no operation
-- of the ledger tells. Never changed.
CREATE TABLE pupil_event (
  school_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  -- Null when a job did it, such as the end of the day.
  actor_id uuid,
  actor_role text NOT NULL,
  -- In the actor's own words.
  reason text,
  -- What the kind needs to be told, such as {"from": "8A", "to": "9A"}; no names of people.
  facts jsonb NOT NULL,
  case_id uuid,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, pupil_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT pupil_event_kind_is_a_word CHECK (kind ~ '^[a-z_]{1,40}$'),
  CONSTRAINT pupil_event_actor_role_known CHECK (actor_role IN ('guardian', 'office', 'job')),
  CONSTRAINT pupil_event_actor_unless_job CHECK ((actor_id IS NULL) = (actor_role = 'job')),
  CONSTRAINT pupil_event_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500)
);
GRANT SELECT, INSERT ON pupil_event TO kantinekortet_app;
