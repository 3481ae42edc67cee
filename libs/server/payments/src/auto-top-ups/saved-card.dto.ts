import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { SavedCardRow } from './saved-card-rows.ts';

const shownStatuses = ['setting_up', 'saved', 'abandoned', 'removed'] as const;

/** Asks to save a bank card, under an id that the client makes; the same body again gets the same answer. */
export class SaveCardRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({
    format: 'uuid',
    description: "The child from whose page it is saved; all the caller's rules there use it",
  })
  @IsUUID()
  walletId!: string;
}

/** A bank card as far as it may be shown. */
export class BankCardResponse {
  @ApiProperty({ example: 'visa' })
  brand!: string;

  @ApiProperty({ example: '4242' })
  last4!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 12 })
  expiresMonth!: number;

  @ApiProperty({ type: 'integer' })
  expiresYear!: number;
}

export class SavedCardResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: shownStatuses })
  status!: (typeof shownStatuses)[number];

  @ApiProperty({ type: String, nullable: true, description: "The provider's page, while a card can be given there" })
  setupUrl!: string | null;

  @ApiProperty({ type: BankCardResponse, nullable: true })
  card!: BankCardResponse | null;
}

export function toSavedCardResponse({ id, status, setupUrl, card }: SavedCardRow): SavedCardResponse {
  return {
    id,
    status,
    setupUrl: status === 'setting_up' ? setupUrl : null,
    card: card && {
      brand: card.brand,
      last4: card.last4,
      expiresMonth: card.expiresMonth,
      expiresYear: card.expiresYear,
    },
  };
}
