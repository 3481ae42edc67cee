-- A guardian may top up several children of one merchant in one payment: a row for each child, and each names the
-- payment's first top-up, which is what the provider knows the payment by. An ordinary top-up names itself.
ALTER TABLE top_up
  ADD COLUMN payment_school_id uuid,
  ADD COLUMN payment_id uuid;
UPDATE top_up SET payment_school_id = school_id, payment_id = id;
ALTER TABLE top_up
  ALTER COLUMN payment_school_id SET NOT NULL,
  ALTER COLUMN payment_id SET NOT NULL,
  DROP CONSTRAINT top_up_provider_reference_once;
-- What the provider knows is one payment of ours: the first row stands for it.
CREATE UNIQUE INDEX top_up_provider_reference_once ON top_up (school_id, provider, provider_reference)
  WHERE payment_id = id AND payment_school_id = school_id;
CREATE INDEX top_up_of_payment ON top_up (school_id, payment_id);
