-- Locks the named wallets, in one order for everybody, and returns them as they are once locked.
-- Read anything else in a later statement: only that one sees what the previous holder of the locks wrote.
CREATE OR REPLACE FUNCTION ledger_lock_wallets(school_ids uuid[], wallet_ids uuid[])
RETURNS SETOF wallet
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan ROWS 16 AS $$
BEGIN
  RETURN QUERY
    SELECT w.*
      FROM (SELECT DISTINCT n.school_id, n.wallet_id FROM unnest(school_ids, wallet_ids) n (school_id, wallet_id)) named
      JOIN wallet w ON w.school_id = named.school_id AND w.id = named.wallet_id
     ORDER BY w.school_id, w.id
       FOR NO KEY UPDATE OF w;
END $$;
