-- What a wallet's pupil bought on a day in Norway, less what was returned, in øre.
CREATE OR REPLACE FUNCTION spent_on(spending_school_id uuid, spending_wallet_id uuid, spending_day date)
RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT sum(s.total_ore) FROM sale s
                    WHERE s.school_id = spending_school_id AND s.wallet_id = spending_wallet_id AND s.day = spending_day), 0)::bigint
       - coalesce((SELECT sum(r.amount_ore) FROM sale_return r
                    WHERE r.school_id = spending_school_id AND r.wallet_id = spending_wallet_id AND r.day = spending_day), 0)::bigint
$$;
