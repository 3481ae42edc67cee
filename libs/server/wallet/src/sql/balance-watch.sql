-- Sets, changes or, with null, ends one person's watch of a wallet. Under the wallet's lock.
CREATE OR REPLACE FUNCTION watch_balance(
  watched_school_id uuid, watched_wallet_id uuid, watch_topic text, watcher_id uuid, watch_below_ore bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM ledger_lock_wallets(ARRAY[watched_school_id], ARRAY[watched_wallet_id]);
  IF watch_below_ore IS NULL THEN
    DELETE FROM balance_watch
     WHERE school_id = watched_school_id AND wallet_id = watched_wallet_id AND topic = watch_topic AND person_id = watcher_id;
  ELSE
    INSERT INTO balance_watch AS b (school_id, wallet_id, topic, person_id, below_ore)
    VALUES (watched_school_id, watched_wallet_id, watch_topic, watcher_id, watch_below_ore)
    ON CONFLICT (school_id, wallet_id, topic, person_id) DO UPDATE SET below_ore = excluded.below_ore;
  END IF;
  UPDATE wallet w
     SET watched_below_ore = (SELECT max(b.below_ore) FROM balance_watch b
                               WHERE b.school_id = w.school_id AND b.wallet_id = w.id)
   WHERE w.school_id = watched_school_id AND w.id = watched_wallet_id;
END $$;
REVOKE ALL ON FUNCTION watch_balance(uuid, uuid, text, uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION watch_balance(uuid, uuid, text, uuid, bigint) TO kantinekortet_app;

-- A new UUIDv7 (RFC 9562): messages leave in the order of their ids. PostgreSQL has its own from version 18 on.
CREATE OR REPLACE FUNCTION new_message_id()
RETURNS uuid
LANGUAGE sql VOLATILE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
REVOKE ALL ON FUNCTION new_message_id() FROM PUBLIC;

-- Tells those who watch wallets from which purchases took money just now: a message for each watch that is above what is
-- left to spend. Called by whoever booked the purchases, in the same transaction, under the wallets' locks.
CREATE OR REPLACE FUNCTION tell_balance_watchers(school_ids uuid[], wallet_ids uuid[], operation_ids uuid[])
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO outbox (id, topic, payload)
  SELECT new_message_id(), b.topic,
         jsonb_build_object('schoolId', w.school_id, 'walletId', w.id, 'personId', b.person_id, 'operationId', n.operation_id)
    FROM unnest(school_ids, wallet_ids, operation_ids) n (school_id, wallet_id, operation_id)
    JOIN wallet w ON w.school_id = n.school_id AND w.id = n.wallet_id
                 AND w.balance_ore - w.held_ore < w.watched_below_ore
    JOIN balance_watch b ON b.school_id = w.school_id AND b.wallet_id = w.id
                        AND w.balance_ore - w.held_ore < b.below_ore
$$;
REVOKE ALL ON FUNCTION tell_balance_watchers(uuid[], uuid[], uuid[]) FROM PUBLIC, kantinekortet_app;
