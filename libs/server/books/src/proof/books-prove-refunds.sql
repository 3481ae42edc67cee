-- Each hold has its reason, each payment out its hold, and each file its lines. Looks at what is open, and at all files.
CREATE OR REPLACE FUNCTION books_prove_refunds()
RETURNS TABLE (finding text, school_id uuid, subject text, detail text)
LANGUAGE sql STABLE AS $$
  SELECT 'hold_without_reason', h.school_id, format('hold %s', h.id), format('%s øre of wallet %s', h.amount_ore, h.wallet_id)
    FROM wallet w
    JOIN hold h ON h.school_id = w.school_id AND h.wallet_id = w.id
   WHERE w.held_ore > 0
     AND NOT EXISTS (SELECT FROM hold_end e WHERE e.school_id = h.school_id AND e.hold_id = h.id)
     AND NOT EXISTS (SELECT FROM refund_part p WHERE p.school_id = h.school_id AND p.hold_id = h.id
                        AND p.status IN ('waiting', 'ready') AND p.amount_ore = h.amount_ore)
  UNION ALL
  SELECT 'refund_without_its_hold', p.school_id, format('refund part %s', p.id),
         format('it is %s, but its hold has %s øre posted, %s released', p.status, e.posted_ore, e.released_ore)
    FROM refund_part p
    LEFT JOIN hold_end e ON e.school_id = p.school_id AND e.hold_id = p.hold_id
   WHERE p.status IN ('waiting', 'ready', 'sent')
     AND CASE p.status WHEN 'sent' THEN e.posted_ore IS DISTINCT FROM p.amount_ore ELSE e.hold_id IS NOT NULL END
  UNION ALL
  SELECT 'in_transit_differs', coalesce(a.school_id, p.school_id), 'account in_transit',
         format('refunds that were sent: %s øre, account: %s øre', coalesce(p.amount_ore, 0), coalesce(a.amount_ore, 0))
    FROM (SELECT school_id, -sum(balance_ore) AS amount_ore FROM ledger_balances_now() WHERE kind = 'in_transit'
           GROUP BY school_id) a
    FULL JOIN (SELECT school_id, sum(amount_ore) AS amount_ore FROM refund_part WHERE status = 'sent' GROUP BY school_id) p
      ON p.school_id = a.school_id
   WHERE coalesce(a.amount_ore, 0) <> coalesce(p.amount_ore, 0)
  UNION ALL
  SELECT 'payout_file_differs', f.school_id, format('payout file %s', f.number),
         format('it says %s lines and %s øre; its lines are %s and come to %s øre', f.line_count, f.total_ore, l.count, l.total_ore)
    FROM payout_file f
   CROSS JOIN LATERAL (SELECT count(*) AS count, coalesce(sum(least(l.amount_ore, p.amount_ore)), 0) AS total_ore
                         FROM payout_line l
                         JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id AND p.route = 'bank'
                        WHERE l.school_id = f.school_id AND l.file_id = f.id) l
   WHERE l.count <> f.line_count OR l.total_ore <> f.total_ore
  UNION ALL
  SELECT 'payout_differs_from_its_file', l.school_id, format('payout file %s line %s', f.number, l.number),
         format('the line is %s, its refund %s', l.status, p.status)
    FROM payout_file f
    JOIN payout_line l ON l.school_id = f.school_id AND l.file_id = f.id
    JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
   WHERE (l.status = 'included' AND f.status = 'sent' AND p.status <> 'sent')
      OR (l.status = 'included' AND f.status IN ('prepared', 'approved') AND p.status <> 'ready')
      OR (l.status = 'settled' AND p.status NOT IN ('confirmed', 'returned'))
      OR (l.status = 'returned' AND p.status NOT IN ('failed', 'returned'));
$$;
