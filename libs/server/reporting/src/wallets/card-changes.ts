import type { Database } from '@kantinekortet/platform';

/** A pupil's change of card: it moves no money, and stands right after the movement that the wallet had come to. */
export interface CardChange {
  readonly id: string;
  readonly seq: number;
  readonly number: number;
  readonly balanceAfterOre: number;
  readonly replacedAt: Date;
  readonly oldCardNumber: string;
  readonly newCardNumber: string;
}

const changesSql = `
  SELECT r.id, r.wallet_seq AS seq, r.number, r.balance_after_ore AS "balanceAfterOre", r.replaced_at AS "replacedAt",
         o.number AS "oldCardNumber", n.number AS "newCardNumber"
    FROM pupil p
    JOIN card_replacement r ON r.school_id = p.school_id AND r.pupil_id = p.id
    JOIN card o ON o.school_id = r.school_id AND o.id = r.old_card_id
    JOIN card n ON n.school_id = r.school_id AND n.id = r.new_card_id
   WHERE p.school_id = $1 AND p.wallet_id = $2`;

/** At most so many changes of card before a place in the statement, newest first. */
export async function cardChangesBefore(
  database: Database,
  { schoolId, walletId }: { readonly schoolId: string; readonly walletId: string },
  before: { readonly seq: number; readonly number: number; readonly limit: number },
): Promise<CardChange[]> {
  return database.query<CardChange>(
    `${changesSql} AND (r.wallet_seq, r.number) < ($3, $4) ORDER BY r.wallet_seq DESC, r.number DESC LIMIT $5`,
    [schoolId, walletId, before.seq, before.number, before.limit],
  );
}

/** The changes of card from one day in Norway to another, both included, oldest first: a card is changed a few times. */
export async function cardChangesWithin(
  database: Database,
  { schoolId, walletId }: { readonly schoolId: string; readonly walletId: string },
  days: { readonly from: string; readonly to: string },
): Promise<CardChange[]> {
  return database.query<CardChange>(
    `${changesSql} AND r.replaced_at >= $3::date::timestamp AT TIME ZONE 'Europe/Oslo'
        AND r.replaced_at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Oslo'
      ORDER BY r.wallet_seq, r.number`,
    [schoolId, walletId, days.from, days.to],
  );
}
