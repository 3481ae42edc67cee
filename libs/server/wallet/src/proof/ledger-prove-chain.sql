-- A link of a school's hash chain: whoever changes an old row has to change every head after it.
CREATE OR REPLACE FUNCTION ledger_chain_head(
  previous_head bytea, school_id uuid, number bigint, before_tx bigint, operation_count bigint, digest bytea)
RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(coalesce(previous_head, ''::bytea)
                || convert_to(concat_ws('/', school_id, number, before_tx, operation_count), 'UTF8') || digest);
$$;

-- Compares the chain's links of one range with the rows they cover.
CREATE OR REPLACE FUNCTION ledger_prove_chain(range_from_tx bigint, range_before_tx bigint)
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN c.number IS NULL THEN 'operations_outside_the_chain'
              WHEN d.digest IS DISTINCT FROM c.digest THEN 'history_changed'
              ELSE 'chain_broken' END,
         coalesce(c.school_id, d.school_id),
         CASE WHEN c.number IS NULL THEN 'no checkpoint' ELSE format('checkpoint %s', c.number) END,
         format('%s operations were proven, %s are there', coalesce(c.operation_count, 0), coalesce(d.operation_count, 0))
    FROM (SELECT * FROM ledger_checkpoint WHERE from_tx = range_from_tx AND before_tx = range_before_tx) c
    FULL JOIN ledger_digests(range_from_tx, range_before_tx) d ON d.school_id = c.school_id
    LEFT JOIN ledger_checkpoint p ON p.school_id = c.school_id AND p.number = c.number - 1
   WHERE c.number IS NULL
      OR d.digest IS DISTINCT FROM c.digest
      OR c.head <> ledger_chain_head(p.head, c.school_id, c.number, c.before_tx, c.operation_count, c.digest)
      OR (c.number > 1 AND p.number IS NULL);
$$;

-- Adds a link for each school that booked something in the range. Returns how many.
CREATE OR REPLACE FUNCTION ledger_add_checkpoints(range_from_tx bigint, range_before_tx bigint, checked_at timestamptz)
RETURNS bigint
LANGUAGE sql AS $$
  WITH added AS (
    INSERT INTO ledger_checkpoint (school_id, number, from_tx, before_tx, operation_count, digest, head, recorded_at)
    SELECT d.school_id, coalesce(p.number, 0) + 1, range_from_tx, range_before_tx, d.operation_count, d.digest,
           ledger_chain_head(p.head, d.school_id, coalesce(p.number, 0) + 1, range_before_tx, d.operation_count, d.digest),
           checked_at
      FROM ledger_digests(range_from_tx, range_before_tx) d
      LEFT JOIN LATERAL (SELECT c.number, c.head FROM ledger_checkpoint c
                          WHERE c.school_id = d.school_id ORDER BY c.number DESC LIMIT 1) p ON true
    RETURNING 1
  )
  SELECT count(*) FROM added;
$$;
