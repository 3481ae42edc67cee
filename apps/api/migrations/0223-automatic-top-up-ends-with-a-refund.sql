-- Who asks for everything back does not want the card filled again by itself.
ALTER TABLE auto_top_up
  DROP CONSTRAINT auto_top_up_reason_known,
  ADD CONSTRAINT auto_top_up_reason_known CHECK (reason IN (
    'by_guardian', 'charge_refused', 'not_approved', 'card_expired', 'card_removed', 'pupil_left', 'not_guardian',
    'beyond_limits', 'needs_attention', 'disputed', 'refunded'));
