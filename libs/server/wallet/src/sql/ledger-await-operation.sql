-- Waits until nobody else is booking under this id, and returns the first answer if somebody has; none for a new id.
-- The caller then holds the id until its transaction ends. The look-up is a statement after the lock, so it sees what
-- the previous holder wrote.
CREATE OR REPLACE FUNCTION ledger_await_operation(school_id uuid, id uuid, actor text, content_hash bytea)
RETURNS TABLE (is_same boolean, result jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws('/', school_id, id), 0));
  RETURN QUERY
    SELECT found.is_same, found.result
      FROM ledger_find_operations(ARRAY[school_id], ARRAY[id], ARRAY[actor], ARRAY[content_hash]) found;
END $$;
