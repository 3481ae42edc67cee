import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Card, CardActorRole } from './card.entity.ts';
import { blockReasons, cardStatuses, type BlockReason, type CardStatus } from './card-status.ts';

export class IssueCardRequest {
  @ApiProperty({ description: "What the card's QR code says" })
  @IsString()
  @MaxLength(100)
  token!: string;
}

/** From which support case something is done to a card, if from one. */
export class UnblockCardRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'The support case that it is done from' })
  @MayBeAbsent()
  @IsUUID()
  caseId?: string;
}

export class BlockCardRequest extends UnblockCardRequest {
  @ApiProperty({ enum: blockReasons })
  @IsIn(blockReasons)
  reason!: BlockReason;
}

export class CardDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Ten digits, the last a check digit', example: '4812093755' })
  number!: string;

  @ApiProperty({ enum: cardStatuses })
  status!: CardStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  issuedAt!: Date | null;

  @ApiProperty({ enum: blockReasons, nullable: true, description: 'While it is blocked' })
  blockReason!: BlockReason | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  blockedAt!: Date | null;

  @ApiProperty({
    enum: ['guardian', 'office'],
    nullable: true,
    description: 'A guardian lifts only a block by a guardian',
  })
  blockedByRole!: CardActorRole | null;
}

export class CardAnswer {
  @ApiProperty()
  card!: CardDto;
}

export class CardList {
  @ApiProperty({ type: [CardDto], description: 'Newest first' })
  items!: readonly CardDto[];
}

export function toCardDto(card: Card): CardDto {
  const { id, number, status, issuedAt, blockReason, blockedAt, blockedByRole } = card;
  return { id, number, status, issuedAt, blockReason, blockedAt, blockedByRole };
}
