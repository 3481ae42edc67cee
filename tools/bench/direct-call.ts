import type { Config } from '@kantinekortet/platform';
import { Secrets } from '@kantinekortet/platform';

/**
 * One sale by `book_sales` alone: what the API would send for a till, with a random card of its school. The names of the
 * three values are the caller's way to bind them.
 */
export function directCallSql(
  names: { readonly schools: string; readonly till: string; readonly card: string },
  config: Config,
): string {
  const signingKey = new Secrets(config).key('journal-signature').subarray(0, 16).toString('hex');
  return `SELECT s.code FROM book_sales((
    SELECT jsonb_build_array(t.request || jsonb_build_object(
             'id', uuidv7(), 'card_token_hmac', c.token_hmac, 'occurred_at', now()))
      FROM bench_till t JOIN bench_card c ON c.school_id = t.school_id AND c.n = ${names.card}
     WHERE t.schools = ${names.schools} AND t.till = ${names.till}), '\\x${signingKey}'::bytea, 1) s`;
}
