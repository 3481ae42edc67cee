import { Injectable } from '@nestjs/common';
import { Clock, newId, type Tx } from '@kantinekortet/platform';
import type { CardActor } from './card-actor.ts';
import { takenNumbers } from './card-directory.ts';
import { recordCardEvent } from './card-events.ts';
import type { CardHolder } from './card-holders.ts';
import { CardSecrets } from './card-secrets.ts';
import { Card } from './card.entity.ts';
import { refuseSecondCard } from './give-card.ts';

/** A card with what is printed on it; token and code live no longer than the request that drew them. */
export interface DrawnCard {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly controlCode: string;
  readonly holder: CardHolder | null;
}

export type CardToRedraw = Pick<DrawnCard, 'id' | 'number' | 'holder'>;

export interface BatchToDraw {
  readonly schoolId: string;
  readonly batchId: string;
  /** Whose each card is; null for stock. */
  readonly holders: readonly (CardHolder | null)[];
  readonly actor: CardActor;
}

/** Makes new cards, and draws anew what is printed on existing ones. */
@Injectable()
export class DrawCardsService {
  private readonly cardSecrets: CardSecrets;
  private readonly clock: Clock;

  constructor(cardSecrets: CardSecrets, clock: Clock) {
    this.cardSecrets = cardSecrets;
    this.clock = clock;
  }

  /** Draws and stores a card for each holder. Throws PupilHasCard when another request was first. */
  async drawBatch(tx: Tx, { schoolId, batchId, holders, actor }: BatchToDraw): Promise<DrawnCard[]> {
    const now = this.clock.now();
    const numbers = await this.drawNumbers(tx, holders.length);
    const drawn = numbers.map((number, index) => this.draw(newId(), number, holders[index] ?? null));
    const cards = drawn.map((card) => ({
      schoolId,
      id: card.id,
      number: card.number,
      status: card.holder ? ('active' as const) : ('stock' as const),
      pupilId: card.holder?.id ?? null,
      issuedAt: card.holder ? now : null,
      ...this.hmacsOf(card),
      batchId,
      createdAt: now,
    }));
    await tx.insert(Card, cards).catch(refuseSecondCard);
    await tx.query(
      `INSERT INTO card_directory (token_hmac, card_number, school_id, card_id)
       SELECT d.token_hmac, d.number, $1, d.id FROM unnest($2::bytea[], $3::text[], $4::uuid[]) d (token_hmac, number, id)`,
      [schoolId, cards.map((card) => card.tokenHmac), numbers, cards.map((card) => card.id)],
    );
    const cardIds = cards.map((card) => card.id);
    await recordCardEvent(tx, { schoolId, cardIds, kind: 'printed', actor, occurredAt: now });
    return drawn;
  }

  /** Draws a new token and code for cards that the caller has locked; what was printed before is void. */
  async redraw(tx: Tx, schoolId: string, cards: readonly CardToRedraw[]): Promise<DrawnCard[]> {
    const drawn = cards.map(({ id, number, holder }) => this.draw(id, number, holder));
    const cardIds = drawn.map((card) => card.id);
    const tokenHmacs = drawn.map((card) => this.hmacsOf(card).tokenHmac);
    const codeHmacs = drawn.map((card) => this.hmacsOf(card).controlCodeHmac);
    await tx.query(
      `UPDATE card c SET token_hmac = d.token_hmac, control_code_hmac = d.code_hmac
         FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) d (id, token_hmac, code_hmac)
        WHERE c.school_id = $1 AND c.id = d.id`,
      [schoolId, cardIds, tokenHmacs, codeHmacs],
    );
    await tx.query(
      `UPDATE card_directory c SET token_hmac = d.token_hmac
         FROM unnest($1::uuid[], $2::bytea[]) d (id, token_hmac) WHERE c.card_id = d.id`,
      [cardIds, tokenHmacs],
    );
    return drawn;
  }

  private draw(id: string, number: string, holder: CardHolder | null): DrawnCard {
    const token = this.cardSecrets.drawToken();
    return { id, number, token, controlCode: this.cardSecrets.drawControlCode(), holder };
  }

  private hmacsOf({ number, token, controlCode }: DrawnCard) {
    return {
      tokenHmac: this.cardSecrets.hmacOfToken(token),
      controlCodeHmac: this.cardSecrets.hmacOfControlCode(number, controlCode),
    };
  }

  /** Numbers that no card has. One that another request stores in the same instant fails the whole print, unharmed. */
  private async drawNumbers(tx: Tx, count: number): Promise<string[]> {
    const numbers = new Set<string>();
    while (numbers.size < count) {
      while (numbers.size < count) numbers.add(this.cardSecrets.drawNumber());
      for (const taken of await takenNumbers(tx, [...numbers])) numbers.delete(taken);
    }
    return [...numbers];
  }
}
