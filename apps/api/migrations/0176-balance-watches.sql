-- Who wants to be told when a purchase leaves less than an amount on a wallet: a message on this topic of the outbox.
CREATE TABLE balance_watch (
  school_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  topic text NOT NULL,
  -- Whose wish it is.
  person_id uuid NOT NULL,
  below_ore bigint NOT NULL,
  PRIMARY KEY (school_id, wallet_id, topic, person_id),
  FOREIGN KEY (school_id, wallet_id) REFERENCES wallet (school_id, id),
  CONSTRAINT balance_watch_topic_known CHECK (topic IN ('balance-below.mail', 'balance-below.auto-top-up')),
  CONSTRAINT balance_watch_below_something CHECK (below_ore > 0)
);
GRANT SELECT ON balance_watch TO kantinekortet_app;

-- The highest of its watches, so that a sale at a wallet that nobody watches, or that has enough, looks no further.
ALTER TABLE wallet ADD COLUMN watched_below_ore bigint;
