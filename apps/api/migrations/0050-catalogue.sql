-- What the canteen sells. Name, price and VAT of a product live in revisions that never change: a sale keeps the one it used.

CREATE TABLE category (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  name text COLLATE "nb-x-icu" NOT NULL,
  "position" integer NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT category_name_length CHECK (char_length(name) BETWEEN 1 AND 40),
  CONSTRAINT category_position_not_negative CHECK ("position" >= 0)
);
CREATE UNIQUE INDEX category_name_once ON category (school_id, lower(name));
GRANT SELECT, INSERT, UPDATE (name, "position") ON category TO kantinekortet_app;

CREATE TABLE product (
  school_id uuid NOT NULL REFERENCES school (id),
  id uuid NOT NULL,
  category_id uuid,
  -- Its place in the till's grid.
  "position" integer NOT NULL,
  active boolean NOT NULL DEFAULT true,
  current_revision_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT product_category FOREIGN KEY (school_id, category_id) REFERENCES category (school_id, id),
  CONSTRAINT product_position_not_negative CHECK ("position" >= 0)
);
CREATE INDEX product_by_position ON product (school_id, "position");
GRANT SELECT, INSERT, UPDATE (category_id, "position", active, current_revision_id) ON product TO kantinekortet_app;

-- Append-only. VAT by merverdiavgiftsloven: `exempt` serving from a pupils' canteen (§ 3-5), `high25`, `food15`, `low12`
-- and `zero` the rates of chapter 5 and 6.
CREATE TABLE product_revision (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  number integer NOT NULL,
  name text COLLATE "nb-x-icu" NOT NULL,
  price_ore bigint NOT NULL,
  vat_code text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  CONSTRAINT product_revision_of_product UNIQUE (school_id, product_id, id),
  CONSTRAINT product_revision_number_once UNIQUE (school_id, product_id, number),
  CONSTRAINT product_revision_product FOREIGN KEY (school_id, product_id) REFERENCES product (school_id, id),
  CONSTRAINT product_revision_number_positive CHECK (number > 0),
  CONSTRAINT product_revision_name_length CHECK (char_length(name) BETWEEN 1 AND 60),
  CONSTRAINT product_revision_price_in_range CHECK (price_ore BETWEEN 0 AND 1000000),
  CONSTRAINT product_revision_vat_code_known CHECK (vat_code IN ('exempt', 'high25', 'food15', 'low12', 'zero'))
);
GRANT SELECT, INSERT ON product_revision TO kantinekortet_app;

-- A product and its first revision are written by one transaction, product first.
ALTER TABLE product ADD CONSTRAINT product_current_revision FOREIGN KEY (school_id, id, current_revision_id)
  REFERENCES product_revision (school_id, product_id, id) DEFERRABLE INITIALLY DEFERRED;
