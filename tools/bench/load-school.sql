-- Makes a school that sells, at once and as the owner of the tables. Money comes by the ledger's own operations.
-- registers: an array of {id, sessionId, cashierSessionId, sessionHmac}; products: an array of {id, revisionId, priceOre}.
CREATE OR REPLACE FUNCTION bench_load_school(
  school_id uuid, merchant_id uuid, school_name text, token_hmacs bytea[], first_card_number bigint, registers jsonb,
  products jsonb, balance_ore bigint)
RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  class_id CONSTANT uuid := gen_random_uuid();
  batch_id CONSTANT uuid := gen_random_uuid();
  cashier_id CONSTANT uuid := gen_random_uuid();
BEGIN
  INSERT INTO merchant (id, name, organisation_number, created_at)
  VALUES (merchant_id, 'Kommunen', '123456785', now()) ON CONFLICT DO NOTHING;
  INSERT INTO school (id, merchant_id, name, created_at) VALUES (school_id, merchant_id, school_name, now());
  PERFORM ledger_account(school_id, kind, '') FROM unnest(ARRAY['revenue', 'clearing']) kind;
  INSERT INTO school_class (school_id, id, name) VALUES (school_id, class_id, '9A');

  CREATE TEMP TABLE bench_pupil ON COMMIT DROP AS
    SELECT n - 1 AS n, gen_random_uuid() AS id, gen_random_uuid() AS wallet_id, gen_random_uuid() AS card_id, token_hmac
      FROM unnest(token_hmacs) WITH ORDINALITY AS t (token_hmac, n);
  PERFORM ledger_open_wallet(school_id, p.wallet_id) FROM bench_pupil p;
  INSERT INTO pupil (school_id, id, first_name, last_name, class_id, class_name, wallet_id)
  SELECT school_id, p.id, 'Elev', 'Nummer ' || p.n, class_id, '9A', p.wallet_id FROM bench_pupil p;
  INSERT INTO card_batch (school_id, id, card_count, created_at, created_by)
  VALUES (school_id, batch_id, cardinality(token_hmacs), now(), cashier_id);
  INSERT INTO card (school_id, id, number, status, pupil_id, token_hmac, control_code_hmac, batch_id, created_at, issued_at)
  SELECT school_id, p.card_id, (first_card_number + p.n)::text, 'active', p.id, p.token_hmac, p.token_hmac, batch_id, now(), now()
    FROM bench_pupil p;
  INSERT INTO card_directory (token_hmac, card_number, school_id, card_id)
  SELECT p.token_hmac, (first_card_number + p.n)::text, school_id, p.card_id FROM bench_pupil p;
  PERFORM ledger_append(
            array_agg(ROW(school_id, p.card_id, 'top_up', 'system:bench', sha256('bench'), '{}', NULL, now(), now())::ledger_operation),
            array_agg(ROW(school_id, p.card_id, 1, ledger_account(school_id, 'clearing', ''), p.wallet_id, balance_ore,
                          NULL, NULL, NULL)::ledger_leg))
     FROM bench_pupil p
    GROUP BY p.n / 5000;

  INSERT INTO cashier (school_id, id, name, pin_hash, created_at) VALUES (school_id, cashier_id, 'Kari', 'none', now());
  INSERT INTO register (school_id, id, name, status, session_id, created_at, paired_at)
  SELECT school_id, r.id, 'Kasse ' || r.id, 'paired', r."sessionId", now(), now()
    FROM jsonb_to_recordset(registers) AS r (id uuid, "sessionId" uuid);
  INSERT INTO session (id, token_hmac, app, kind, school_id, register_id, created_at, last_seen_at, expires_at)
  SELECT r."sessionId", r."sessionHmac", 'canteen-checkout', 'register', school_id, r.id, now(), now(), now() + interval '1 day'
    FROM jsonb_to_recordset(registers) AS r (id uuid, "sessionId" uuid, "sessionHmac" bytea);
  INSERT INTO cashier_session (school_id, id, register_id, cashier_id, started_at)
  SELECT school_id, r."cashierSessionId", r.id, cashier_id, now()
    FROM jsonb_to_recordset(registers) AS r (id uuid, "cashierSessionId" uuid);

  INSERT INTO product (school_id, id, "position", current_revision_id, created_at)
  SELECT school_id, p.id, 0, p."revisionId", now() FROM jsonb_to_recordset(products) AS p (id uuid, "revisionId" uuid);
  INSERT INTO product_revision (school_id, id, product_id, number, name, price_ore, vat_code, created_by, created_at)
  SELECT school_id, p."revisionId", p.id, 1, 'Vare', p."priceOre", 'exempt', cashier_id, now()
    FROM jsonb_to_recordset(products) AS p (id uuid, "revisionId" uuid, "priceOre" bigint);

  -- What the direct calls draw their sales from.
  INSERT INTO bench_card SELECT school_id, p.n, p.token_hmac FROM bench_pupil p;
  DROP TABLE bench_pupil;
END $$;

CREATE TABLE IF NOT EXISTS bench_card (school_id uuid, n integer, token_hmac bytea, PRIMARY KEY (school_id, n));
CREATE TABLE IF NOT EXISTS bench_till (schools integer, till integer, school_id uuid, request jsonb, PRIMARY KEY (schools, till));
GRANT SELECT ON bench_card, bench_till TO kantinekortet_app;
