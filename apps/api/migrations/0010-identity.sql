-- Who receives the money: the school itself or its municipality.
CREATE TABLE merchant (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  organisation_number text NOT NULL,
  address text,
  created_at timestamptz NOT NULL,
  CONSTRAINT merchant_name_not_empty CHECK (btrim(name) <> ''),
  CONSTRAINT merchant_organisation_number_nine_digits CHECK (organisation_number ~ '^[0-9]{9}$'),
  CONSTRAINT merchant_organisation_number_once UNIQUE (organisation_number)
);
GRANT SELECT, INSERT ON merchant TO kantinekortet_app;

-- A tenant, with the settings that its office may change.
CREATE TABLE school (
  id uuid PRIMARY KEY,
  merchant_id uuid NOT NULL REFERENCES merchant (id),
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  top_up_min_ore bigint NOT NULL DEFAULT 5000,
  top_up_max_ore bigint NOT NULL DEFAULT 150000,
  balance_cap_ore bigint NOT NULL DEFAULT 300000,
  lunch_floor_ore bigint NOT NULL DEFAULT 5000,
  -- What a new card costs from the second loss on.
  replacement_fee_ore bigint NOT NULL DEFAULT 10000,
  allow_without_card boolean NOT NULL DEFAULT false,
  print_name_on_card boolean NOT NULL DEFAULT true,
  CONSTRAINT school_name_not_empty CHECK (btrim(name) <> ''),
  CONSTRAINT school_name_once UNIQUE (merchant_id, name),
  CONSTRAINT school_top_up_range CHECK (0 < top_up_min_ore AND top_up_min_ore <= top_up_max_ore),
  CONSTRAINT school_balance_cap_holds_a_top_up CHECK (top_up_min_ore <= balance_cap_ore),
  CONSTRAINT school_lunch_floor_not_negative CHECK (lunch_floor_ore >= 0),
  CONSTRAINT school_replacement_fee_not_negative CHECK (replacement_fee_ore >= 0)
);
GRANT SELECT, INSERT ON school TO kantinekortet_app;
GRANT UPDATE (top_up_min_ore, top_up_max_ore, balance_cap_ore, lunch_floor_ore, replacement_fee_ore,
  allow_without_card, print_name_on_card) ON school TO kantinekortet_app;

-- Someone with a profile. The e-mail is verified before the row is made.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  email citext NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_email_once UNIQUE (email),
  CONSTRAINT person_name_not_empty CHECK (btrim(name) <> ''),
  CONSTRAINT person_language_known CHECK (language IN ('nb', 'nn', 'en')),
  CONSTRAINT person_password_is_argon2id CHECK (password_hash LIKE '$argon2id$%')
);
GRANT SELECT, INSERT, UPDATE (email, name, language, password_hash) ON person TO kantinekortet_app;

-- A profile that waits for its e-mail to be verified. The token is made when the mail is written.
CREATE TABLE sign_up (
  id uuid PRIMARY KEY,
  email citext NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  password_hash text NOT NULL,
  token_hmac bytea,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT sign_up_token_once UNIQUE (token_hmac),
  CONSTRAINT sign_up_language_known CHECK (language IN ('nb', 'nn', 'en')),
  CONSTRAINT sign_up_expires_after_start CHECK (expires_at > created_at)
);
CREATE INDEX sign_up_email ON sign_up (email, created_at);
GRANT SELECT, INSERT, DELETE, UPDATE (token_hmac) ON sign_up TO kantinekortet_app;

-- A browser that is signed in (a person) or paired (a register). Ending a session deletes it.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hmac bytea NOT NULL,
  app text NOT NULL,
  kind text NOT NULL,
  person_id uuid REFERENCES person (id),
  school_id uuid REFERENCES school (id),
  register_id uuid,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT session_token_once UNIQUE (token_hmac),
  CONSTRAINT session_app_known CHECK (app IN ('parent-portal', 'admin-office', 'canteen-checkout')),
  CONSTRAINT session_kind_known CHECK (kind IN ('person', 'register')),
  CONSTRAINT session_is_of_one_kind CHECK (
    (kind = 'person') = (person_id IS NOT NULL)
    AND (kind = 'register') = (school_id IS NOT NULL)
    AND (kind = 'register') = (register_id IS NOT NULL)
    AND (kind = 'register') = (app = 'canteen-checkout')),
  CONSTRAINT session_expires_after_start CHECK (expires_at > created_at)
);
CREATE INDEX session_person ON session (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX session_register ON session (register_id) WHERE register_id IS NOT NULL;
CREATE INDEX session_expiry ON session (expires_at);
GRANT SELECT, INSERT, DELETE, UPDATE (last_seen_at) ON session TO kantinekortet_app;

-- Who works for which school. Read by person, before any school is known, so it stays with the global tables.
CREATE TABLE staff_role (
  school_id uuid NOT NULL REFERENCES school (id),
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, person_id, role),
  CONSTRAINT staff_role_known CHECK (role IN ('office', 'support'))
);
CREATE INDEX staff_role_person ON staff_role (person_id);
-- An update of nothing but the time of granting is never made; the right is what SELECT … FOR UPDATE needs.
GRANT SELECT, INSERT, DELETE, UPDATE (granted_at) ON staff_role TO kantinekortet_app;

-- Found by its token, before any school is known. A person's invitation to a role replaces the one before.
CREATE TABLE staff_invitation (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  email citext NOT NULL,
  role text NOT NULL,
  language text NOT NULL,
  token_hmac bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT staff_invitation_token_once UNIQUE (token_hmac),
  CONSTRAINT staff_invitation_once UNIQUE (school_id, email, role),
  CONSTRAINT staff_invitation_role_known CHECK (role IN ('office', 'support')),
  CONSTRAINT staff_invitation_language_known CHECK (language IN ('nb', 'nn', 'en'))
);
GRANT SELECT, INSERT, DELETE ON staff_invitation TO kantinekortet_app;

-- A link that lets a person choose a new password. Used links stay until they expire, so that none is made again.
CREATE TABLE password_reset (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  token_hmac bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT password_reset_token_once UNIQUE (token_hmac)
);
CREATE INDEX password_reset_person ON password_reset (person_id);
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON password_reset TO kantinekortet_app;

-- A change of e-mail that both addresses must confirm; one per person, deleted when it is done.
CREATE TABLE email_change (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  new_email citext NOT NULL,
  -- The browser that asked, which stays signed in.
  session_id uuid NOT NULL,
  old_token_hmac bytea NOT NULL,
  new_token_hmac bytea NOT NULL,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT email_change_old_token_once UNIQUE (old_token_hmac),
  CONSTRAINT email_change_new_token_once UNIQUE (new_token_hmac),
  CONSTRAINT email_change_tokens_differ CHECK (old_token_hmac <> new_token_hmac)
);
GRANT SELECT, INSERT, DELETE, UPDATE (old_confirmed_at, new_confirmed_at) ON email_change TO kantinekortet_app;
