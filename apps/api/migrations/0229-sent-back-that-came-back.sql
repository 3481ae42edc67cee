-- Money that was sent back may come back to the merchant weeks after, when the payer's bank does not take it: then the
-- decision that sent it has failed, and another one is needed.
ALTER TABLE payment_decision
  DROP CONSTRAINT payment_decision_only_sending_waits,
  ADD CONSTRAINT payment_decision_only_sending_waits CHECK (status <> 'sending' OR choice = 'send_back'),
  ADD CONSTRAINT payment_decision_booked_for_good CHECK (status = 'done' OR choice <> 'book');
