-- The account of a kind (and name), opened by its first use. Wallets are opened by ledger_open_wallet.
CREATE OR REPLACE FUNCTION ledger_account(account_school_id uuid, account_kind text, account_name text)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_id uuid;
BEGIN
  SELECT id INTO found_id FROM account
   WHERE school_id = account_school_id AND kind = account_kind AND name = account_name AND kind <> 'wallet';
  IF found_id IS NOT NULL OR account_kind = 'wallet' THEN
    RETURN found_id;
  END IF;
  INSERT INTO account (school_id, id, kind, name)
  VALUES (account_school_id, gen_random_uuid(), account_kind, account_name)
  ON CONFLICT DO NOTHING;
  SELECT id INTO found_id FROM account
   WHERE school_id = account_school_id AND kind = account_kind AND name = account_name AND kind <> 'wallet';
  RETURN found_id;
END $$;
