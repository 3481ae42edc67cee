-- What somebody at the office has to do by hand. It is written in the transaction that found it, once while it is open.
CREATE TABLE office_task (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  -- What it is about, in the tables of the lib that opened it.
  subject_id uuid NOT NULL,
  -- What the screen shows of it; amounts in øre.
  facts jsonb NOT NULL,
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  resolved_at timestamptz,
  -- Null for a task that was resolved by what happened meanwhile.
  resolved_by uuid,
  resolution text,
  PRIMARY KEY (school_id, id),
  CONSTRAINT office_task_kind_is_plain CHECK (kind ~ '^[a-z][a-z_]{1,40}$'),
  CONSTRAINT office_task_resolved_is_whole CHECK ((resolved_at IS NULL) = (resolution IS NULL)),
  CONSTRAINT office_task_resolved_by_when_resolved CHECK (resolved_at IS NOT NULL OR resolved_by IS NULL),
  CONSTRAINT office_task_resolution_length CHECK (char_length(resolution) BETWEEN 1 AND 500)
);
CREATE UNIQUE INDEX office_task_open_once ON office_task (school_id, kind, subject_id) WHERE resolved_at IS NULL;
CREATE INDEX office_task_resolved ON office_task (school_id, resolved_at, id) WHERE resolved_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (facts, due_at, resolved_at, resolved_by, resolution) ON office_task TO kantinekortet_app;
