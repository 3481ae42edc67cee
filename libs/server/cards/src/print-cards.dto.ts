import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** More would keep one request, and its memory, too long; a large school prints its stock in several. */
const maximumBatch = 500;

export class PrintOptions {
  @ApiProperty({ description: 'A letter for each card after the sheets of cards' })
  @IsBoolean()
  includeLetters!: boolean;

  @ApiProperty({ description: "The pupil's name on the card" })
  @IsBoolean()
  printNames!: boolean;
}

export class PrintBatchRequest extends PrintOptions {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Whose pupils without a card get one',
  })
  @IsOptional()
  @IsUUID()
  classId?: string | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: maximumBatch, description: 'How many for stock' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(maximumBatch)
  count?: number;
}

export class CardBatchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for stock' })
  className!: string | null;

  @ApiProperty({ type: 'integer' })
  cardCount!: number;

  @ApiProperty({ type: 'integer', description: 'Cards that printing the batch again would draw anew' })
  reprintableCount!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ description: 'The name of who printed it' })
  createdBy!: string;
}

export class CardBatchPage {
  @ApiProperty({ type: [CardBatchDto] })
  items!: readonly CardBatchDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
