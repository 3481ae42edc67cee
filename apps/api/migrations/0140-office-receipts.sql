-- Money that the office receives for families without a profile, and holders of cards who are staff.

-- Whose money it is that the office receives for a pupil: the household's, whoever brought it. Its id is the payer of
-- the money's layers, and stays so when a guardian takes over later.
CREATE TABLE household_payer (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  -- As the first receipt had it, if it had one.
  name text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT household_payer_one_per_pupil UNIQUE (school_id, pupil_id),
  CONSTRAINT household_payer_name_length CHECK (char_length(name) BETWEEN 1 AND 100)
);
GRANT SELECT, INSERT ON household_payer TO kantinekortet_app;

-- One day of a school's bank terminal. Its row is what receipts of the day and its closing lock.
CREATE TABLE terminal_day (
  school_id uuid NOT NULL REFERENCES school (id),
  day date NOT NULL,
  status text NOT NULL DEFAULT 'open',
  -- What the terminal's own report said, and what the receipts came to, when the day was closed.
  terminal_total_ore bigint,
  receipts_total_ore bigint,
  note text,
  closed_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (school_id, day),
  CONSTRAINT terminal_day_status_known CHECK (status IN ('open', 'balanced', 'differs')),
  CONSTRAINT terminal_day_closed_is_whole CHECK (
    num_nulls(terminal_total_ore, receipts_total_ore, closed_by, closed_at) = CASE status WHEN 'open' THEN 4 ELSE 0 END),
  CONSTRAINT terminal_day_totals_not_negative CHECK (terminal_total_ore >= 0 AND receipts_total_ore >= 0),
  CONSTRAINT terminal_day_balanced_when_equal CHECK (
    status = 'open' OR (status = 'balanced') = (terminal_total_ore = receipts_total_ore)),
  CONSTRAINT terminal_day_difference_has_a_note CHECK (status <> 'differs' OR note IS NOT NULL),
  CONSTRAINT terminal_day_note_length CHECK (char_length(note) BETWEEN 1 AND 500)
);
GRANT SELECT, INSERT, UPDATE (status, terminal_total_ore, receipts_total_ore, note, closed_by, closed_at) ON terminal_day
  TO kantinekortet_app;

-- Money that the office received. Its id is the id of the operation that put it on the wallet.
CREATE TABLE office_receipt (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  amount_ore bigint NOT NULL,
  -- Cash is not taken.
  method text NOT NULL,
  -- The number of the terminal's slip, or of the invoice.
  reference text NOT NULL,
  paid_on date NOT NULL,
  payer_name text,
  -- Who typed it in: who later approves that it is paid out must be somebody else.
  received_by uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES operation (school_id, id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  FOREIGN KEY (school_id, payer_id) REFERENCES household_payer (school_id, id),
  CONSTRAINT office_receipt_amount_positive CHECK (amount_ore > 0),
  CONSTRAINT office_receipt_method_known CHECK (method IN ('terminal', 'invoice')),
  CONSTRAINT office_receipt_reference_length CHECK (char_length(reference) BETWEEN 1 AND 40),
  CONSTRAINT office_receipt_payer_name_length CHECK (char_length(payer_name) BETWEEN 1 AND 100)
);
CREATE INDEX office_receipt_of_pupil ON office_receipt (school_id, pupil_id);
CREATE INDEX office_receipt_of_day ON office_receipt (school_id, paid_on, method);
GRANT SELECT, INSERT ON office_receipt TO kantinekortet_app;

-- That a receipt was a mistake: its key decides between two who say so at once.
CREATE TABLE office_receipt_reversal (
  school_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  -- Of the operation that took the money back.
  id uuid NOT NULL,
  reason text NOT NULL,
  reversed_by uuid NOT NULL,
  reversed_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, receipt_id),
  FOREIGN KEY (school_id, receipt_id) REFERENCES office_receipt (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES operation (school_id, id),
  CONSTRAINT office_receipt_reversal_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500)
);
GRANT SELECT, INSERT ON office_receipt_reversal TO kantinekortet_app;

-- A card's holder may be of the school's staff: the same card, wallet and rules, but no roster names them.
ALTER TABLE pupil ADD COLUMN kind text NOT NULL DEFAULT 'pupil',
  ADD CONSTRAINT pupil_kind_known CHECK (kind IN ('pupil', 'staff'));
CREATE INDEX pupil_staff ON pupil (school_id, last_name, first_name, id) WHERE kind = 'staff';

-- What an enrolled pupil still lacks for the day that cash ends. Money is enough for one lunch.
CREATE VIEW pupil_readiness AS
  SELECT p.school_id, p.id AS pupil_id, p.name, p.first_name, p.last_name, p.class_id, p.class_name,
         EXISTS (SELECT FROM card c
                  WHERE c.school_id = p.school_id AND c.pupil_id = p.id AND c.status = 'active') AS has_card,
         EXISTS (SELECT FROM guardianship g
                  WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.status = 'active') AS has_guardian,
         w.balance_ore - w.held_ore >= greatest(s.lunch_floor_ore, 1) AS has_money,
         w.balance_ore - w.held_ore AS available_ore
    FROM pupil p
    JOIN school s ON s.id = p.school_id
    JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
   WHERE p.status = 'enrolled' AND p.kind = 'pupil';
GRANT SELECT ON pupil_readiness TO kantinekortet_app;

-- That a family was reminded by mail: once a day for each pupil and matter, whoever clicks.
CREATE TABLE readiness_reminder (
  school_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (school_id, pupil_id, kind, day),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
  CONSTRAINT readiness_reminder_kind_known CHECK (kind IN ('no_guardian', 'no_money'))
);
GRANT SELECT, INSERT ON readiness_reminder TO kantinekortet_app;
