-- The first answers to operations that were booked before, by their position in the request; nothing for a new one.
-- is_same is false when another actor or other content came under the id: a conflict, of which nothing may be shown.
CREATE OR REPLACE FUNCTION ledger_find_operations(school_ids uuid[], ids uuid[], actors text[], content_hashes bytea[])
RETURNS TABLE (asked_at bigint, kind text, is_same boolean, result jsonb)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT asked.asked_at, o.kind, judged.is_same, CASE WHEN judged.is_same THEN o.result END
    FROM unnest(school_ids, ids, actors, content_hashes) WITH ORDINALITY
         AS asked (school_id, id, actor, content_hash, asked_at)
    JOIN operation o ON o.school_id = asked.school_id AND o.id = asked.id
   CROSS JOIN LATERAL (SELECT o.actor = asked.actor AND o.content_hash = asked.content_hash AS is_same) judged;
$$;
