-- Classes, pupils and their guardians, and the roster files they come from. What a school is called and how it has set
-- its canteen stands in its own row (school).

-- A text as one searches for it: small letters without marks, so that `asne` finds Åsne. In the database, because the
-- index and the question must fold alike.
CREATE FUNCTION search_fold(value text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog, pg_temp AS $$
  SELECT translate(
    replace(replace(replace(lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g')),
      'Æ', 'ae'), 'æ', 'ae'), 'ß', 'ss'),
    'øØđĐŋŊŧŦłŁðÐ', 'ooddnnttlldd')
$$;

CREATE TABLE school_class (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  name text COLLATE "nb-x-icu" NOT NULL,
  PRIMARY KEY (school_id, id),
  -- What lets a pupil carry the class's name: the till reads it with each sale.
  CONSTRAINT school_class_id_and_name UNIQUE (school_id, id, name),
  CONSTRAINT school_class_name_length CHECK (char_length(name) BETWEEN 1 AND 40)
);
CREATE UNIQUE INDEX school_class_name_once ON school_class (school_id, lower(name));
GRANT SELECT, INSERT ON school_class TO kantinekortet_app;

CREATE TABLE pupil (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The school's own number for the pupil, when its roster has one.
  external_id text,
  first_name text COLLATE "nb-x-icu" NOT NULL,
  last_name text COLLATE "nb-x-icu" NOT NULL,
  name text COLLATE "nb-x-icu" NOT NULL GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED,
  initials text NOT NULL GENERATED ALWAYS AS (upper(left(first_name, 1) || left(last_name, 1))) STORED,
  search_name text NOT NULL GENERATED ALWAYS AS (search_fold(first_name || ' ' || last_name)) STORED,
  birth_date date,
  class_id uuid NOT NULL,
  class_name text COLLATE "nb-x-icu" NOT NULL,
  status text NOT NULL DEFAULT 'enrolled',
  left_at timestamptz,
  wallet_id uuid NOT NULL,
  -- Guardians' e-mail addresses, in small letters, that the school's roster names.
  guardian_emails text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, id),
  CONSTRAINT pupil_wallet_is_its_own UNIQUE (school_id, wallet_id),
  CONSTRAINT pupil_class FOREIGN KEY (school_id, class_id, class_name)
    REFERENCES school_class (school_id, id, name) ON UPDATE CASCADE,
  CONSTRAINT pupil_status_known CHECK (status IN ('enrolled', 'left')),
  CONSTRAINT pupil_left_at_when_left CHECK ((status = 'left') = (left_at IS NOT NULL)),
  CONSTRAINT pupil_name_length CHECK (char_length(first_name) BETWEEN 1 AND 100 AND char_length(last_name) BETWEEN 1 AND 100),
  CONSTRAINT pupil_external_id_length CHECK (char_length(external_id) BETWEEN 1 AND 64)
);
CREATE UNIQUE INDEX pupil_external_id_once ON pupil (school_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX pupil_by_name ON pupil (school_id, last_name, first_name, id);
CREATE INDEX pupil_by_class ON pupil (school_id, class_id);
CREATE INDEX pupil_search ON pupil USING gin (search_name gin_trgm_ops);
GRANT SELECT, INSERT, UPDATE (external_id, first_name, last_name, birth_date, class_id, class_name, status, left_at,
  guardian_emails) ON pupil TO kantinekortet_app;

-- That a person is a pupil's guardian, or asks to be.
CREATE TABLE guardianship (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  person_id uuid NOT NULL,
  status text NOT NULL,
  -- Who may decide while it is pending: the pupil's first guardian or the office, or the office alone.
  approver text NOT NULL,
  requested_at timestamptz NOT NULL,
  active_at timestamptz,
  closed_at timestamptz,
  -- The person who decided last; null when nobody had to.
  decided_by uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT guardianship_status_known CHECK (status IN ('pending', 'active', 'rejected', 'ended')),
  CONSTRAINT guardianship_approver_known CHECK (approver IN ('none', 'first_guardian', 'office')),
  CONSTRAINT guardianship_pending_has_approver CHECK (status <> 'pending' OR approver <> 'none'),
  CONSTRAINT guardianship_active_since CHECK ((active_at IS NOT NULL) = (status IN ('active', 'ended'))),
  CONSTRAINT guardianship_closed_since CHECK ((closed_at IS NOT NULL) = (status IN ('rejected', 'ended')))
);
CREATE UNIQUE INDEX guardianship_one_open ON guardianship (school_id, pupil_id, person_id)
  WHERE status IN ('pending', 'active');
CREATE INDEX guardianship_by_person ON guardianship (school_id, person_id);
GRANT SELECT, INSERT, UPDATE (status, active_at, closed_at, decided_by) ON guardianship TO kantinekortet_app;

-- Global: at which schools a person has, or had, a guardianship. So a guardian's children are found school by school.
CREATE TABLE guardian_school (
  person_id uuid NOT NULL,
  school_id uuid NOT NULL,
  PRIMARY KEY (person_id, school_id)
);
GRANT SELECT, INSERT ON guardian_school TO kantinekortet_app;

-- A roster file between its preview and its application. What it says of people is forgotten when it is applied.
CREATE TABLE roster_import (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL DEFAULT 'previewed',
  -- The file as read, and what the office was shown.
  file jsonb,
  preview jsonb NOT NULL,
  -- SHA-256 of everything the import would do: at application it must still be the same.
  plan_digest bytea NOT NULL,
  result jsonb,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  applied_by uuid,
  applied_at timestamptz,
  PRIMARY KEY (school_id, id),
  CONSTRAINT roster_import_status_known CHECK (status IN ('previewed', 'applied')),
  CONSTRAINT roster_import_file_until_applied CHECK ((status = 'previewed') = (file IS NOT NULL)),
  CONSTRAINT roster_import_applied_is_whole CHECK (
    num_nulls(result, applied_by, applied_at) = CASE status WHEN 'applied' THEN 0 ELSE 3 END)
);
GRANT SELECT, INSERT, DELETE, UPDATE (status, file, preview, result, applied_by, applied_at) ON roster_import
  TO kantinekortet_app;
