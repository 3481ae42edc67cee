-- The day and the time of day in Norway, as receipts and the journal show them.
CREATE OR REPLACE FUNCTION oslo_day(moment timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT (moment AT TIME ZONE 'Europe/Oslo')::date $$;

CREATE OR REPLACE FUNCTION oslo_time(moment timestamptz) RETURNS time
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT date_trunc('second', moment AT TIME ZONE 'Europe/Oslo')::time $$;
