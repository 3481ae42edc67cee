-- Wallets with a history, made at once and as the owner of the tables. A round is one purchase of 45 kr for each wallet of
-- a part; every twentieth entry of a wallet is a top-up instead, so that balances are sound and a proof finds nothing.
CREATE TABLE bench_wallet (part text, school_id uuid, wallet_id uuid, revenue_id uuid, clearing_id uuid, PRIMARY KEY (part, school_id, wallet_id));

-- Of each school: one wallet for a long history, ten that are read, all others.
CREATE FUNCTION bench_open_ledger(school_ids uuid[])
RETURNS void
LANGUAGE sql AS $$
  INSERT INTO bench_wallet
  SELECT CASE WHEN w.n = 1 THEN 'long' WHEN w.n <= 11 THEN 'read' ELSE 'rest' END, s.id, w.id,
         ledger_account(s.id, 'revenue', ''), ledger_account(s.id, 'clearing', '')
    FROM unnest(school_ids) s (id)
   CROSS JOIN LATERAL (SELECT w.id, row_number() OVER (ORDER BY w.id) AS n FROM wallet w WHERE w.school_id = s.id) w;
$$;

CREATE FUNCTION bench_book_rounds(of_part text, rounds integer, from_at timestamptz, to_at timestamptz)
RETURNS bigint
LANGUAGE sql AS $$
  WITH entry AS MATERIALIZED (
    SELECT uuidv7() AS id, w.school_id, w.id AS wallet_id, w.seq + r AS seq, (w.seq + r - 1) % 20 AS phase,
           4500 * (19 - (w.seq + r - 1) % 20) AS balance_after_ore, from_at + (to_at - from_at) * r / rounds AS at,
           b.revenue_id, b.clearing_id
      FROM generate_series(1, rounds) r
      JOIN bench_wallet b ON b.part = of_part
      JOIN wallet w ON w.school_id = b.school_id AND w.id = b.wallet_id
     ORDER BY r
  ), booked AS (
    INSERT INTO operation (school_id, id, kind, actor, content_hash, result, occurred_at, recorded_at, recorded_tx)
    SELECT e.school_id, e.id, CASE e.phase WHEN 0 THEN 'top_up' ELSE 'sale' END, 'system:bench', sha256('bench'),
           '{"receiptNumber": 1, "registerName": "Kasse 1", "lines": [{"name": "Suppe", "quantity": 1, "amountOre": 4500}]}',
           e.at, e.at, pg_current_xact_id()::text::bigint
      FROM entry e
  ), moved AS (
    INSERT INTO transfer (school_id, operation_id, leg, debit_account_id, credit_account_id, amount_ore,
                          debit_balance_after_ore, debit_seq, credit_balance_after_ore, credit_seq, occurred_at, recorded_at,
                          payer_id, payment_reference)
    SELECT e.school_id, e.id, 1, CASE e.phase WHEN 0 THEN e.clearing_id ELSE e.wallet_id END,
           CASE e.phase WHEN 0 THEN e.wallet_id ELSE e.revenue_id END, CASE e.phase WHEN 0 THEN 19 * 4500 ELSE 4500 END,
           CASE WHEN e.phase > 0 THEN e.balance_after_ore END, CASE WHEN e.phase > 0 THEN e.seq END,
           CASE e.phase WHEN 0 THEN e.balance_after_ore END, CASE e.phase WHEN 0 THEN e.seq END, e.at, e.at,
           CASE e.phase WHEN 0 THEN e.wallet_id END, CASE e.phase WHEN 0 THEN e.id::text END
      FROM entry e
  ), last AS (
    SELECT DISTINCT ON (e.school_id, e.wallet_id) e.school_id, e.wallet_id, e.seq, e.balance_after_ore
      FROM entry e ORDER BY e.school_id, e.wallet_id, e.seq DESC
  ), paid AS (
    UPDATE wallet w SET seq = l.seq, balance_ore = l.balance_after_ore
      FROM last l WHERE w.school_id = l.school_id AND w.id = l.wallet_id
  )
  SELECT count(*) FROM entry;
$$;

-- Millions of rows come faster without what is checked and kept row by row: it is made again, and checked, afterwards.
CREATE TABLE bench_set_aside (sql text);
CREATE FUNCTION bench_set_aside_indexes()
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bench_set_aside
  SELECT pg_get_indexdef(i) FROM unnest(ARRAY['transfer_debit_seq', 'transfer_credit_seq']::regclass[]) i;
  INSERT INTO bench_set_aside
  SELECT format('ALTER TABLE transfer ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = 'transfer'::regclass AND contype = 'f';
  ALTER TABLE transfer DROP CONSTRAINT transfer_school_id_operation_id_fkey, DROP CONSTRAINT transfer_school_id_hold_id_fkey;
  DROP INDEX transfer_debit_seq, transfer_credit_seq;
END $$;
CREATE FUNCTION bench_put_back_indexes()
RETURNS void
LANGUAGE plpgsql SET maintenance_work_mem = '512MB' SET max_parallel_maintenance_workers = 2 AS $$
DECLARE
  statement text;
BEGIN
  FOR statement IN SELECT sql FROM bench_set_aside ORDER BY sql DESC LOOP
    EXECUTE statement;
  END LOOP;
  DELETE FROM bench_set_aside;
END $$;

-- Notes everything as proven, with the roll-ups that the proof would make and links without the hashes of the rows: those
-- are measured by themselves.
CREATE FUNCTION bench_note_as_proven()
RETURNS void
LANGUAGE sql AS $$
  INSERT INTO ledger_account_rollup (school_id, account_id, before_tx, balance_ore)
  SELECT b.school_id, b.account_id, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, b.balance_ore FROM ledger_balances_now() b;
  INSERT INTO ledger_checkpoint (school_id, number, from_tx, before_tx, operation_count, digest, head, recorded_at)
  SELECT c.school_id, max(c.number) + 1, max(c.before_tx), pg_snapshot_xmin(pg_current_snapshot())::text::bigint, 0,
         sha256('bench'), sha256('bench'), clock_timestamp()
    FROM ledger_checkpoint c GROUP BY c.school_id;
$$;
