-- Which transactions the comparison saw: what was booked later for an earlier day is added to it exactly once.
ALTER TABLE client_money_balance ADD COLUMN seen text NOT NULL DEFAULT pg_current_snapshot()::text;
