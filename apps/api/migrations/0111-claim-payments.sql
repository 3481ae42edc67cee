-- A payment for what a wallet owes goes past the wallet; whatever is no longer owed when it comes, is a top-up.
ALTER TABLE top_up
  -- The claim that it was started for; null for an ordinary top-up.
  ADD COLUMN claim_id uuid,
  -- How much of it settled what was owed; null until it is booked.
  ADD COLUMN settled_ore bigint,
  ADD CONSTRAINT top_up_claim FOREIGN KEY (school_id, claim_id) REFERENCES claim (school_id, id),
  ADD CONSTRAINT top_up_settles_at_most_all CHECK (settled_ore BETWEEN 0 AND amount_ore);
GRANT UPDATE (settled_ore) ON top_up TO kantinekortet_app;
