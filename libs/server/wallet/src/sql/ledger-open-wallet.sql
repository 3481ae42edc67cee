-- Opens an empty wallet. Raises unique_violation when the school has it already.
CREATE OR REPLACE FUNCTION ledger_open_wallet(wallet_school_id uuid, wallet_id uuid)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO account (school_id, id, kind) VALUES (wallet_school_id, wallet_id, 'wallet');
  INSERT INTO wallet (school_id, id) VALUES (wallet_school_id, wallet_id);
$$;
