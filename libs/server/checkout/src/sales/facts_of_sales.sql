-- Everything that decides about a sale, gathered by key: register, cashier, an earlier operation under the same id, card,
-- pupil, wallet, limit, prices. `turn` counts the sales among these of one register, and of one wallet: only the first
-- of each can be decided, because the others meet a balance that it changes.
CREATE OR REPLACE FUNCTION facts_of_sales(asked sale_request[])
RETURNS TABLE (
  "position" integer, school_id uuid, register_id uuid, cashier_session_id uuid, id uuid, content_hash bytea,
  register_counter bigint, occurred_at timestamptz, total_ore bigint, turn bigint,
  register_name text, is_paired boolean, receipt_number bigint, journal_number bigint, previous_signature text,
  is_cashier_signed_in boolean, first_code text, first_result jsonb,
  is_card_asked boolean, card_id uuid, card_status text, is_card_elsewhere boolean, allow_without_card boolean,
  pupil_id uuid, pupil_status text, pupil jsonb,
  wallet_id uuid, available_ore bigint, revenue_account_id uuid, daily_limit_ore bigint, spent_ore bigint,
  asked_lines asked_line[], lines priced_line[], are_prices_current boolean, lines_total_ore bigint, vat_ore bigint)
LANGUAGE sql STABLE AS $$
  SELECT q.position, q.school_id, q.register_id, q.cashier_session_id, q.id, q.content_hash,
         q.register_counter, q.occurred_at, q.total_ore,
         greatest(row_number() OVER (PARTITION BY q.school_id, q.register_id ORDER BY q.position),
                  CASE WHEN w.id IS NOT NULL
                       THEN row_number() OVER (PARTITION BY q.school_id, w.id ORDER BY q.position) END),
         r.name, r.status = 'paired' AND r.session_id = q.session_id,
         r.receipt_number + 1, r.journal_number + 1, r.journal_signature,
         s.id IS NOT NULL,
         CASE WHEN o.actor <> 'register:' || q.register_id THEN 'operation_conflict'
              WHEN o.kind = 'sale_given_up' THEN 'sale_given_up'
              WHEN o.content_hash <> q.content_hash THEN 'operation_conflict'
              WHEN o.id IS NOT NULL THEN 'replayed' END,
         o.result,
         q.card_token_hmac IS NOT NULL, c.id, c.status,
         CASE WHEN c.id IS NULL THEN EXISTS (SELECT FROM card_directory d WHERE d.token_hmac = q.card_token_hmac) END,
         CASE WHEN q.pupil_id IS NOT NULL THEN (SELECT t.allow_without_card FROM school t WHERE t.id = q.school_id) END,
         p.id, p.status,
         jsonb_build_object('firstName', p.first_name, 'initials', p.initials, 'className', p.class_name),
         w.id, w.balance_ore - w.held_ore, a.id, l.daily_limit_ore,
         CASE WHEN l.daily_limit_ore IS NOT NULL THEN spent_on(q.school_id, w.id, oslo_day(q.occurred_at)) END,
         q.lines, priced.lines, priced.are_current, priced.total_ore, priced.vat_ore
    FROM unnest(asked) q
    JOIN register r ON r.school_id = q.school_id AND r.id = q.register_id
    LEFT JOIN cashier_session s ON s.school_id = q.school_id AND s.id = q.cashier_session_id
          AND s.register_id = q.register_id AND s.ended_at IS NULL
    LEFT JOIN operation o ON o.school_id = q.school_id AND o.id = q.id
    LEFT JOIN sale earlier ON earlier.school_id = o.school_id AND earlier.id = o.id
    LEFT JOIN card c ON c.school_id = q.school_id AND c.token_hmac = q.card_token_hmac
    LEFT JOIN pupil p ON p.school_id = q.school_id AND p.id = coalesce(earlier.pupil_id, c.pupil_id, q.pupil_id)
    LEFT JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
    LEFT JOIN pupil_limit l ON l.school_id = p.school_id AND l.pupil_id = p.id
    LEFT JOIN account a ON a.school_id = q.school_id AND a.kind = 'revenue' AND a.name = '' AND a.kind <> 'wallet'
   CROSS JOIN LATERAL check_prices(q.school_id, q.lines) priced
$$;
REVOKE ALL ON FUNCTION facts_of_sales(sale_request[]) FROM PUBLIC, kantinekortet_app;
