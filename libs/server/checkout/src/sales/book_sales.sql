-- Decides and books sales of any registers and schools, set-based, and answers each with a row: its position, a code
-- and a body. 'sold' and 'replayed' carry the receipt, a refusal its facts; 'deferred' means: ask again in the next
-- batch, because another sale of this one has the same wallet or register. A refusal is never an exception.
-- requests: an array of sale_request; signing_key: 16 bytes, for the journal.
CREATE OR REPLACE FUNCTION book_sales(requests jsonb, signing_key bytea, signing_key_version integer)
RETURNS TABLE ("position" integer, code text, body jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
-- Every row here is found by its key; a plan made while tables are small or without statistics must know that too.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
  recorded CONSTANT timestamptz := clock_timestamp();
  asked sale_request[];
  school_ids uuid[];
  wallet_ids uuid[];
  judged judged_sale[];
  operations ledger_operation[];
  legs ledger_leg[];
BEGIN
  SELECT array_agg(q) INTO asked FROM jsonb_populate_recordset(NULL::sale_request, requests) q;

  -- Registers before wallets, each in order, everywhere: so two statements wait for each other, but never in a ring.
  PERFORM 1
     FROM (SELECT DISTINCT q.school_id, q.register_id FROM unnest(asked) q) met
     JOIN register r ON r.school_id = met.school_id AND r.id = met.register_id
    ORDER BY r.school_id, r.id
      FOR NO KEY UPDATE OF r;

  SELECT array_agg(p.school_id), array_agg(p.wallet_id) INTO school_ids, wallet_ids
    FROM unnest(asked) q
    LEFT JOIN card c ON c.school_id = q.school_id AND c.token_hmac = q.card_token_hmac
    JOIN pupil p ON p.school_id = q.school_id AND p.id = coalesce(c.pupil_id, q.pupil_id);
  PERFORM 1 FROM ledger_lock_wallets(school_ids, wallet_ids);

  -- A new statement: it sees what those wrote who held the locks before.
  SELECT array_agg(j) INTO judged FROM judge_sales(asked, coalesce(wallet_ids, '{}'), signing_key) j;

  SELECT array_agg(ROW(j.school_id, j.id, 'sale', 'register:' || j.register_id, j.content_hash, j.body, NULL,
                       j.occurred_at, recorded)::ledger_operation),
         array_agg(ROW(j.school_id, j.id, 1, j.wallet_id, j.revenue_account_id, j.total_ore,
                       NULL, NULL, NULL)::ledger_leg)
    INTO operations, legs
    FROM unnest(judged) j
   WHERE j.code = 'sold';

  IF operations IS NOT NULL THEN
    PERFORM ledger_append(operations, legs);
    PERFORM record_sales(judged, recorded, signing_key_version);
    PERFORM tell_balance_watchers(array_agg(j.school_id), array_agg(j.wallet_id), array_agg(j.id))
       FROM unnest(judged) j WHERE j.code = 'sold';
  END IF;

  RETURN QUERY
    SELECT j.position, j.code, CASE WHEN j.pupil IS NULL THEN j.body ELSE j.body || jsonb_build_object('pupil', j.pupil) END
      FROM unnest(judged) j;
END $$;

REVOKE ALL ON FUNCTION book_sales(jsonb, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION book_sales(jsonb, bytea, integer) TO kantinekortet_app;
