-- Schools of one merchant, full of pupils with names as Norwegian pupils have them, each with a wallet, a card and a
-- guardian, and one person at each of the first schools who may search. sessions: an array of {id, personId, sessionHmac}.
CREATE OR REPLACE FUNCTION bench_load_search(
  merchant_id uuid, school_ids uuid[], pupils_per_school integer, first_names text[], last_names text[], sessions jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  INSERT INTO merchant (id, name, organisation_number, created_at)
  VALUES (merchant_id, 'Fylkeskommunen', '123456785', now());
  INSERT INTO school (id, merchant_id, name, created_at)
  SELECT s.id, merchant_id, 'Søkeskole ' || s.n, now() FROM unnest(school_ids) WITH ORDINALITY AS s (id, n);
  CREATE TEMP TABLE bench_class ON COMMIT DROP AS
    SELECT s.id AS school_id, gen_random_uuid() AS id, n, (n / 4 + 1) || substr('ABCD', n % 4 + 1, 1) AS name
      FROM unnest(school_ids) AS s (id), generate_series(0, 27) n;
  INSERT INTO school_class (school_id, id, name) SELECT c.school_id, c.id, c.name FROM bench_class c;
  CREATE TEMP TABLE bench_pupil ON COMMIT DROP AS
    SELECT c.school_id, c.id AS class_id, c.name AS class_name, gen_random_uuid() AS id, gen_random_uuid() AS wallet_id, s.n,
           first_names[1 + (random() * (cardinality(first_names) - 1))::integer] AS first_name,
           last_names[1 + (random() * (cardinality(last_names) - 1))::integer] AS last_name
      FROM generate_series(0, pupils_per_school - 1) AS s (n) JOIN bench_class c ON c.n = s.n % 28;
  INSERT INTO account (school_id, id, kind) SELECT p.school_id, p.wallet_id, 'wallet' FROM bench_pupil p;
  INSERT INTO wallet (school_id, id) SELECT p.school_id, p.wallet_id FROM bench_pupil p;
  INSERT INTO pupil (school_id, id, external_id, first_name, last_name, class_id, class_name, wallet_id)
  SELECT p.school_id, p.id, (10000 + p.n)::text, p.first_name, p.last_name, p.class_id, p.class_name, p.wallet_id
    FROM bench_pupil p;
  INSERT INTO card_batch (school_id, id, card_count, created_at, created_by)
  SELECT s.id, s.id, pupils_per_school, now(), s.id FROM unnest(school_ids) AS s (id);
  INSERT INTO card (school_id, id, number, status, pupil_id, token_hmac, control_code_hmac, batch_id, created_at, issued_at)
  SELECT p.school_id, p.id, (1000000000 + row_number() OVER ())::text, 'active', p.id, sha256(p.id::text::bytea),
         sha256(p.id::text::bytea), p.school_id, now(), now()
    FROM bench_pupil p;
  INSERT INTO guardianship (school_id, id, pupil_id, person_id, status, approver, requested_at, active_at)
  SELECT p.school_id, p.id, p.id, gen_random_uuid(), 'active', 'none', now(), now() FROM bench_pupil p;

  INSERT INTO person (id, email, name, language, password_hash)
  SELECT r."personId", r."personId" || '@bench.example', 'Kontor', 'nb', '$argon2id$none'
    FROM jsonb_to_recordset(sessions) AS r ("personId" uuid);
  INSERT INTO staff_role (school_id, person_id, role)
  SELECT school_ids[r.n], (r.session ->> 'personId')::uuid, 'office'
    FROM jsonb_array_elements(sessions) WITH ORDINALITY AS r (session, n);
  INSERT INTO session (id, token_hmac, app, kind, person_id, created_at, last_seen_at, expires_at)
  SELECT r.id, r."sessionHmac", 'admin-office', 'person', r."personId", now(), now(), now() + interval '1 day'
    FROM jsonb_to_recordset(sessions) AS r (id uuid, "personId" uuid, "sessionHmac" bytea);
END $$;
