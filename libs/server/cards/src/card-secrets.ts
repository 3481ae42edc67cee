import { Injectable } from '@nestjs/common';
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { cardNumberOf, cardTokenBytes, cardTokenOf, controlCodeLength, controlCodeOf } from '@kantinekortet/codes';
import { Secrets } from '@kantinekortet/platform';
import type { Card } from './card.entity.ts';

/** Draws what stands on a card and in its letter, and keeps of it only what can recognise it. */
@Injectable()
export class CardSecrets {
  private readonly secrets: Secrets;

  constructor(secrets: Secrets) {
    this.secrets = secrets;
  }

  drawNumber(): string {
    return cardNumberOf(randomInt(100_000_000, 1_000_000_000));
  }

  drawToken(): string {
    return cardTokenOf(randomBytes(cardTokenBytes));
  }

  drawControlCode(): string {
    return controlCodeOf(randomBytes(controlCodeLength));
  }

  /** What is stored of a token, and what a scan is looked up by. */
  hmacOfToken(token: string): Buffer {
    return this.secrets.hmac('card-token', token);
  }

  hmacOfControlCode(cardNumber: string, code: string): Buffer {
    return this.secrets.hmac('card-control-code', `${cardNumber} ${code}`);
  }

  /** Compares in constant time. */
  opens(card: Pick<Card, 'number' | 'controlCodeHmac'>, code: string): boolean {
    return timingSafeEqual(card.controlCodeHmac, this.hmacOfControlCode(card.number, code));
  }
}
